package dev.carillon.gateway.chat.slack;

import java.net.URI;
import java.util.Locale;

/// Which addresses are Slack's, so that nothing of ours is sent to others.
///
/// @param root where the operator says that Slack is
record SlackHosts(URI root) {
    boolean areSlacks(URI address) {
        String host = lower(address.getHost());
        boolean isRoot =
                host.equals(lower(root.getHost()))
                        && root.getScheme().equalsIgnoreCase(lower(address.getScheme()))
                        && root.getPort() == address.getPort();
        boolean isOfSlack =
                lower(address.getScheme()).equals("https")
                        && (host.equals("slack.com") || host.endsWith(".slack.com"))
                        && lower(root.getHost()).endsWith("slack.com");
        return isRoot || isOfSlack;
    }

    private static String lower(String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
