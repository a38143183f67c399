package dev.carillon.agent.endpoint;

/// What came of a request.
///
/// @param output the run's result: the status, an empty line, and what was answered
/// @param told a short Markdown message for the chat
public record EndpointReport(String output, String told) {
    private static final String BORDER = "\n\n";

    static EndpointReport of(String status, String body, String told) {
        return new EndpointReport(body.isEmpty() ? status : status + BORDER + body, told);
    }

    /// Whether what was answered is the same as in an earlier result, whatever the status: 200 and
    /// 304 may well say the same.
    public boolean saysTheSameAs(String earlierOutput) {
        return body(output).equals(body(earlierOutput));
    }

    private static String body(String output) {
        int border = output.indexOf(BORDER);
        return border < 0 ? "" : output.substring(border + BORDER.length());
    }
}
