package dev.carillon.gateway.chat.slack;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/// What Markdown says, without any mark: for notifications, and for those to whom it is read out.
final class PlainWords extends AbstractVisitor {
    private final StringBuilder out = new StringBuilder();

    private PlainWords() {}

    static String of(String markdown) {
        PlainWords words = new PlainWords();
        Mrkdwn.parse(markdown).accept(words);
        return words.out.toString().strip();
    }

    private static String inside(Node node) {
        PlainWords words = new PlainWords();
        words.visitChildren(node);
        return words.out.toString().strip();
    }

    private void line(String text) {
        out.append(text.strip()).append('\n');
    }

    @Override
    public void visit(Paragraph paragraph) {
        line(inside(paragraph));
    }

    @Override
    public void visit(Heading heading) {
        line(inside(heading));
    }

    @Override
    public void visit(BulletList list) {
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            line("• " + inside(item));
        }
    }

    @Override
    public void visit(OrderedList list) {
        Integer start = list.getMarkerStartNumber();
        int number = start == null ? 1 : start;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            line(number++ + ". " + inside(item));
        }
    }

    @Override
    public void visit(FencedCodeBlock code) {
        line(code.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        line(code.getLiteral());
    }

    @Override
    public void visit(HtmlBlock html) {
        line(html.getLiteral());
    }

    @Override
    public void visit(HtmlInline html) {
        out.append(html.getLiteral());
    }

    /// The rows of a table, which hold its cells.
    @Override
    public void visit(CustomNode node) {
        if (node instanceof TableRow) {
            List<String> cells = new ArrayList<>();
            for (Node cell = node.getFirstChild(); cell != null; cell = cell.getNext()) {
                cells.add(inside(cell));
            }
            line(String.join(", ", cells));
        } else {
            visitChildren(node);
        }
    }

    @Override
    public void visit(Text text) {
        out.append(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
        out.append(code.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        out.append('\n');
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        out.append('\n');
    }

    @Override
    public void visit(Link link) {
        link(inside(link), link.getDestination());
    }

    @Override
    public void visit(Image image) {
        link(inside(image), image.getDestination());
    }

    /// Where a link leads is said if that is on the web.
    private void link(String words, String destination) {
        boolean saysWhere = Mrkdwn.leadsToTheWeb(destination) && !words.equals(destination);
        String where = words.isBlank() ? destination : words + " (" + destination + ")";
        out.append(saysWhere ? where : words);
    }
}
