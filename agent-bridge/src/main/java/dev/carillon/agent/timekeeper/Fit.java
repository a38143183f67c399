package dev.carillon.agent.timekeeper;

/// Which pieces cannot be said of one and the same timing.
final class Fit {
    private Fit() {}

    static boolean excludes(Piece one, Piece other) {
        if (one instanceof Piece.Assumed || other instanceof Piece.Assumed) {
            return false;
        }
        return one.getClass() == other.getClass() || refuses(one, other) || refuses(other, one);
    }

    private static boolean refuses(Piece one, Piece other) {
        return switch (one) {
            case Piece.In(Amount amount) -> !isTimeOf(amount, other);
            case Piece.On _ ->
                    (other instanceof Piece.Every(Amount amount) && amount.isOfTime())
                            || other instanceof Piece.Weekly
                            || other instanceof Piece.Hourly
                            || other instanceof Piece.MonthDays
                            || other instanceof Piece.Nth
                            || other instanceof Piece.Lasting
                            || other instanceof Piece.Except;
            case Piece.Every _ ->
                    other instanceof Piece.Cycle
                            || other instanceof Piece.Hourly
                            || other instanceof Piece.Nth;
            case Piece.Hourly _ ->
                    other instanceof Piece.Times
                            || other instanceof Piece.During
                            || other instanceof Piece.Cycle;
            case Piece.Weekly _ -> other instanceof Piece.MonthDays || other instanceof Piece.Nth;
            case Piece.MonthDays _ -> other instanceof Piece.Nth;
            case Piece.Between _ -> other instanceof Piece.Times;
            case Piece.Lasting _ -> other instanceof Piece.Until;
            case Piece.During _,
                    Piece.Times _,
                    Piece.Except _,
                    Piece.Cycle _,
                    Piece.Nth _,
                    Piece.Until _,
                    Piece.Runs _,
                    Piece.From _,
                    Piece.Zone _,
                    Piece.Assumed _,
                    Piece.Unclear _,
                    Piece.Both _ ->
                    false;
        };
    }

    /// "In 2 days" takes a time of day; "in 2 hours" takes nothing.
    private static boolean isTimeOf(Amount amount, Piece other) {
        return other instanceof Piece.Unclear
                || (amount.isOfDays()
                        && (other instanceof Piece.Times
                                || other instanceof Piece.During
                                || other instanceof Piece.Zone));
    }
}
