package dev.carillon.agent.timekeeper;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a single time of day in its many spellings.
final class ClockFaces {
    private static final Set<String> TO = Set.of("to", "before", "til", "till");
    private static final Set<String> PAST = Set.of("past", "after");
    private static final Set<String> O_CLOCK = Set.of("o'clock", "oclock");

    private ClockFaces() {}

    /// "half past nine", "quarter to 8", "ten past five", "20 minutes to 6 pm".
    static @Nullable Found<Clock> past(Tokens tokens, int start, boolean led) {
        int at = led && tokens.reads(start, "a") ? start + 1 : start;
        int minutes;
        if (tokens.reads(at, "half")) {
            minutes = 30;
            at++;
        } else if (tokens.reads(at, "quarter")) {
            minutes = 15;
            at++;
        } else {
            Found<Integer> count = Numbers.cardinal(tokens, at).orElse(null);
            if (count == null || count.value() > 59 || count.value() == 0) {
                return null;
            }
            minutes = count.value();
            // "At 9 to 5 people": only round minutes go without the word.
            boolean round = minutes % 5 == 0 && minutes != 15;
            if (!round && !tokens.reads(count.end(), "minutes")) {
                return null;
            }
            at = tokens.reads(count.end(), "minutes") ? count.end() + 1 : count.end();
        }
        boolean past = tokens.isAny(at, PAST);
        boolean to = tokens.isAny(at, TO);
        if (!past && !(to && minutes < 30)) {
            return null;
        }
        Found<Clock> hour = wholeHour(tokens, at + 1);
        if (hour == null) {
            return null;
        }
        return new Found<>(
                past ? later(hour.value(), minutes) : earlier(hour.value(), minutes), hour.end());
    }

    private static Clock later(Clock hour, int minutes) {
        return new Clock(hour.hour() % 24, minutes, 0, hour.exact());
    }

    private static Clock earlier(Clock hour, int minutes) {
        int before = hour.exact() ? (hour.hour() + 23) % 24 : (hour.hour() + 10) % 12 + 1;
        return new Clock(before, 60 - minutes, 0, hour.exact());
    }

    private static @Nullable Found<Clock> wholeHour(Tokens tokens, int at) {
        Found<Clock> hour = Clocks.one(tokens, at, true);
        boolean whole = hour != null && hour.value().isPossible() && hour.value().minute() == 0;
        return whole && !tokens.reads(at, "quarter") ? hour : null;
    }

    /// "9", "9:30", "9.30am", "17h", "17h30", "1730", "5 p.m.".
    static @Nullable Found<Clock> digits(Tokens tokens, int start, boolean led) {
        int hour = tokens.number(start);
        int length = tokens.word(start).length();
        if (hour < 0 || length > 4 || length == 3) {
            return null;
        }
        if (length == 4) {
            boolean military = tokens.reads(start + 1, "hours") || tokens.reads(start + 1, "hrs");
            int end = military ? start + 2 : start + 1;
            return military || (led && isFree(tokens, end))
                    ? new Found<>(new Clock(hour / 100, hour % 100, 0, true), end)
                    : null;
        }
        // "12:00" is noon to everybody, "12" alone is not.
        boolean noon = hour == 12 && tokens.isGluedMark(start + 1, ":");
        boolean exact = hour == 0 || hour > 12 || (length == 2 && hour < 10) || noon;
        Found<Clock> withMinutes = withMinutes(tokens, start, hour, exact, led);
        Found<Clock> clock =
                withMinutes != null
                        ? withMinutes
                        : new Found<>(new Clock(hour, 0, 0, exact), start + 1);
        Optional<Found<Clock>> half = halfOfDay(tokens, clock);
        if (half.isPresent()) {
            return half.get();
        }
        if (withMinutes != null) {
            return withMinutes;
        }
        if (tokens.isAny(clock.end(), O_CLOCK)) {
            Optional<Found<Clock>> named =
                    halfOfDay(tokens, new Found<>(clock.value(), clock.end() + 1));
            return named.orElse(new Found<>(clock.value(), clock.end() + 1));
        }
        return led && isFree(tokens, clock.end()) ? clock : null;
    }

    private static @Nullable Found<Clock> withMinutes(
            Tokens tokens, int start, int hour, boolean exact, boolean led) {
        int minute = tokens.gluedTwoDigits(start + 2);
        if (tokens.isGluedMark(start + 1, ":") && minute >= 0) {
            int second = tokens.gluedTwoDigits(start + 4);
            return tokens.isGluedMark(start + 3, ":") && second >= 0
                    ? new Found<>(new Clock(hour, minute, second, exact), start + 5)
                    : new Found<>(new Clock(hour, minute, 0, exact), start + 3);
        }
        if (tokens.isGluedMark(start + 1, ".") && minute >= 0 && !isDate(tokens, start + 3)) {
            Found<Clock> clock = new Found<>(new Clock(hour, minute, 0, exact), start + 3);
            return led || halfOfDay(tokens, clock).isPresent() ? clock : null;
        }
        if (tokens.isGlued(start + 1) && tokens.reads(start + 1, "h") && (led || hour > 12)) {
            minute = tokens.gluedTwoDigits(start + 2);
            return minute >= 0
                    ? new Found<>(new Clock(hour, minute, 0, true), start + 3)
                    : new Found<>(new Clock(hour, 0, 0, true), start + 2);
        }
        return null;
    }

    private static boolean isDate(Tokens tokens, int at) {
        return tokens.isGluedMark(at, ".") && tokens.isGlued(at + 1) && tokens.number(at + 1) >= 0;
    }

    /// "am", "pm", "a.m.", "p", right behind a time that can bear it.
    private static Optional<Found<Clock>> halfOfDay(Tokens tokens, Found<Clock> clock) {
        int at = clock.end();
        String word = tokens.word(at);
        int end = at + 1;
        if (word.equals("a") || word.equals("p")) {
            boolean dotted = tokens.isGluedMark(at + 1, ".") && tokens.reads(at + 2, "m");
            if (!dotted && !tokens.isGlued(at)) {
                return Optional.empty();
            }
            if (dotted) {
                end = tokens.isGluedMark(at + 3, ".") ? at + 4 : at + 3;
            }
        } else if (!word.equals("am") && !word.equals("pm")) {
            return Optional.empty();
        }
        Clock said = clock.value();
        boolean fits = said.hour() >= 1 && said.hour() <= 12;
        // "13 pm" is what people write who mean 13:00; "13 am" and "0 pm" are slips.
        int hour = word.startsWith("a") ? said.hour() % 12 : said.hour() % 12 + 12;
        if (!fits) {
            hour = said.hour() > 12 && word.startsWith("p") ? said.hour() : 99;
        }
        return Optional.of(new Found<>(new Clock(hour, said.minute(), said.second(), true), end));
    }

    /// "nine", "seven thirty", "five o'clock".
    static @Nullable Found<Clock> words(Tokens tokens, int start) {
        Found<Integer> hour = Numbers.inWords(tokens, start).orElse(null);
        if (hour == null || hour.value() > 24) {
            return null;
        }
        boolean exact = hour.value() > 12 || hour.value() == 0;
        Found<Clock> clock = new Found<>(new Clock(hour.value(), 0, 0, exact), hour.end());
        if (tokens.isAny(clock.end(), O_CLOCK)) {
            clock = new Found<>(clock.value(), clock.end() + 1);
        } else {
            Found<Integer> minute = Numbers.inWords(tokens, clock.end()).orElse(null);
            if (minute != null && minute.value() >= 10 && minute.value() <= 59) {
                clock =
                        new Found<>(
                                new Clock(hour.value(), minute.value(), 0, exact), minute.end());
            }
        }
        return halfOfDay(tokens, clock).orElse(isFree(tokens, clock.end()) ? clock : null);
    }

    /// Whether a bare number stands alone: not "at 5 minutes past", "at 5%", "at 24/12", "at 9-17".
    private static boolean isFree(Tokens tokens, int end) {
        if (Unit.at(tokens, end).isPresent() || (tokens.isGlued(end) && !isPlainEnd(tokens, end))) {
            return false;
        }
        return !tokens.isA(end, Token.Kind.NUMBER);
    }

    private static boolean isPlainEnd(Tokens tokens, int end) {
        boolean ends = tokens.isMark(end, ".") || tokens.isMark(end, ":");
        return tokens.isAny(end, Set.of(",", "!", "?", ";", ")"))
                || (ends && !(tokens.isGlued(end + 1) && tokens.number(end + 1) >= 0));
    }
}
