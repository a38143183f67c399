package dev.carillon.agent.timekeeper;

import java.time.Month;
import java.util.Locale;

/// Names of months.
final class Months {
    private Months() {}

    /// 1 to 12, or 0.
    static int at(Tokens tokens, int index) {
        String word = tokens.word(index);
        if (word.length() < 3) {
            return 0;
        }
        for (Month month : Month.values()) {
            String name = month.name().toLowerCase(Locale.ROOT);
            boolean brief = word.length() == 3 && name.startsWith(word);
            if (word.equals(name) || brief || (word.equals("sept") && month == Month.SEPTEMBER)) {
                return month.getValue();
            }
        }
        return 0;
    }
}
