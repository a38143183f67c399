package dev.carillon.gateway.chat.slack;

import com.slack.api.model.User;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a person's profile says.
///
/// @param zone absent when Slack names none that there is
record Profile(String name, @Nullable ZoneId zone) {
    static Profile of(User user) {
        String displayed = user.getProfile() == null ? null : user.getProfile().getDisplayName();
        String real = user.getProfile() == null ? null : user.getProfile().getRealName();
        String name =
                Stream.of(displayed, real, user.getRealName(), user.getName(), user.getId())
                        .filter(each -> each != null && !each.isBlank())
                        .findFirst()
                        .orElse("somebody");
        return new Profile(name.replace("\0", ""), zone(user.getTz()));
    }

    private static @Nullable ZoneId zone(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        try {
            return ZoneId.of(name);
        } catch (DateTimeException _) {
            return null;
        }
    }
}
