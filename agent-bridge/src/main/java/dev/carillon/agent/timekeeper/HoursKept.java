package dev.carillon.agent.timekeeper;

import dev.carillon.agent.tool.UsualHours;
import dev.carillon.config.ActiveHours;
import dev.carillon.scheduler.ScheduleRefused;
import dev.carillon.scheduler.Trigger;
import dev.carillon.scheduler.time.TimeWords;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Keeps what people make in a chat within the hours of the chat's agent, unless they insist.
final class HoursKept {
    private static final Pattern INSISTING =
            Pattern.compile("(?is)^(.*?)[\\s,]+anyway[.!]*$|^anyway[,:]?\\s+(.*)$");

    private final Occasion occasion;

    HoursKept(Occasion occasion) {
        this.occasion = occasion;
    }

    /// The text of a reminder without the word that says that its time is wanted though it lies
    /// outside of the hours. Where the hours are kept, that word is a part of the text.
    ///
    /// @throws ScheduleRefused when it lies outside, and nobody insists
    String text(String text, Trigger trigger) {
        if (!isOutside(trigger)) {
            return text;
        }
        Matcher insisting = INSISTING.matcher(text.strip());
        if (!insisting.matches()) {
            throw refused(trigger, "put “anyway” at the end if that very time is wanted");
        }
        return insisting.group(1) == null ? insisting.group(2) : insisting.group(1);
    }

    /// @throws ScheduleRefused when it lies outside
    void require(Trigger trigger) {
        if (isOutside(trigger)) {
            throw refused(
                    trigger, "make a new one with “anyway” at its end if that very time is wanted");
        }
    }

    private boolean isOutside(Trigger trigger) {
        return UsualHours.firstOutside(trigger, hours(), occasion.now()).isPresent();
    }

    private ScheduleRefused refused(Trigger trigger, String wayOut) {
        ActiveHours hours = hours();
        return new ScheduleRefused(
                ScheduleRefused.Code.OUTSIDE_ACTIVE_HOURS,
                UsualHours.firstOutside(trigger, hours, occasion.now())
                                .map(instant -> TimeWords.instant(instant, trigger.zone()))
                                .orElse("it")
                        + " lies outside the hours of this chat's agent ("
                        + hours
                        + "); choose another time, or "
                        + wayOut);
    }

    private @Nullable ActiveHours hours() {
        return occasion.caller().rails().activeHours();
    }
}
