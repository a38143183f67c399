package dev.carillon.gateway.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A table for people. Its last column gets what room is left.
final class TextTable {
    private static final String GAP = "  ";
    private static final int LEAST_LAST = 20;

    private final List<List<String>> rows = new ArrayList<>();

    TextTable(String... headings) {
        rows.add(List.of(headings));
    }

    void add(String... cells) {
        rows.add(Arrays.stream(cells).map(SafeText::line).toList());
    }

    String text(int width) {
        int last = rows.getFirst().size() - 1;
        int[] widths = new int[last];
        for (List<String> row : rows) {
            for (int i = 0; i < last; i++) {
                widths[i] = Math.max(widths[i], Letters.width(row.get(i)));
            }
        }
        int used = Arrays.stream(widths).sum() + last * GAP.length();
        int room = Math.max(LEAST_LAST, width - used);
        return String.join("\n", rows.stream().map(row -> line(row, widths, room)).toList());
    }

    private static String line(List<String> row, int[] widths, int room) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = row.get(i);
            line.append(cell).repeat(" ", widths[i] - Letters.width(cell)).append(GAP);
        }
        return line.append(Letters.fit(row.getLast(), room)).toString().stripTrailing();
    }
}
