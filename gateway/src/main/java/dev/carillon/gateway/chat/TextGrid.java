package dev.carillon.gateway.chat;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/// A table as text of fixed width; the first row is its head.
public record TextGrid(List<List<String>> rows) {
    private static final String BETWEEN = "  ";

    public static TextGrid of(TableBlock table) {
        List<List<String>> rows = new ArrayList<>();
        table.accept(
                new AbstractVisitor() {
                    @Override
                    public void visit(org.commonmark.node.CustomNode node) {
                        if (node instanceof TableRow row) {
                            rows.add(cells(row));
                        } else {
                            visitChildren(node);
                        }
                    }
                });
        return new TextGrid(rows);
    }

    private static List<String> cells(TableRow row) {
        List<String> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            cells.add(words(cell));
        }
        return cells;
    }

    private static String words(Node cell) {
        StringBuilder words = new StringBuilder();
        cell.accept(
                new AbstractVisitor() {
                    @Override
                    public void visit(Text text) {
                        words.append(text.getLiteral());
                    }

                    @Override
                    public void visit(Code code) {
                        words.append(code.getLiteral());
                    }

                    @Override
                    public void visit(SoftLineBreak lineBreak) {
                        words.append(' ');
                    }

                    @Override
                    public void visit(HardLineBreak lineBreak) {
                        words.append(' ');
                    }

                    @Override
                    public void visit(HtmlInline html) {
                        words.append(html.getLiteral());
                    }

                    @Override
                    public void visit(Link link) {
                        int start = words.length();
                        visitChildren(link);
                        address(start, link.getDestination());
                    }

                    @Override
                    public void visit(Image image) {
                        int start = words.length();
                        visitChildren(image);
                        address(start, image.getDestination());
                    }

                    private void address(int start, String destination) {
                        if (!words.substring(start).equals(destination)) {
                            words.append(" (").append(destination).append(')');
                        }
                    }
                });
        return words.toString().strip();
    }

    public String aligned() {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                widths[column] = Math.max(widths[column], width(row.get(column)));
            }
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            lines.add(line(row, widths));
            if (lines.size() == 1) {
                lines.add(rule(widths));
            }
        }
        return String.join("\n", lines);
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            String cell = row.get(column);
            line.append(column == 0 ? "" : BETWEEN).append(cell);
            line.repeat(" ", widths[column] - width(cell));
        }
        return line.toString().stripTrailing();
    }

    private static String rule(int[] widths) {
        List<String> parts = new ArrayList<>();
        for (int width : widths) {
            parts.add("-".repeat(Math.max(width, 1)));
        }
        return String.join(BETWEEN, parts);
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }
}
