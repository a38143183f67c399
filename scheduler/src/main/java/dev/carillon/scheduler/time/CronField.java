package dev.carillon.scheduler.time;

/// The fields of a cron expression in their order, with what to tell people about each.
enum CronField {
    SECOND("second", "0 to 59", ""),
    MINUTE("minute", "0 to 59", ""),
    HOUR("hour", "0 to 23", ""),
    DAY("day of month", "1 to 31", ", 'L' (last day), 'LW' (last workday) and '15W'"),
    MONTH("month", "1 to 12 or jan to dec", ""),
    WEEKDAY(
            "weekday",
            "0 to 7 (0 and 7 are Sunday) or sun to sat",
            ", 'fri#2' (second Friday) and '5L' (last Friday)");

    static final String FORM =
            "expected are five fields 'minute hour day month weekday', as in '30 9 * * 1-5', or six"
                    + " with seconds first";

    private final String word;
    private final String range;
    private final String extra;

    CronField(String word, String range, String extra) {
        this.word = word;
        this.range = range;
        this.extra = extra;
    }

    String refuses(String written) {
        return "the "
                + word
                + " '"
                + written
                + "' is not valid; allowed are "
                + range
                + ", lists '1,5', ranges '1-5', steps '*/2'"
                + extra;
    }
}
