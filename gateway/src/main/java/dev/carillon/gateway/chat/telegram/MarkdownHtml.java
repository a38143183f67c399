package dev.carillon.gateway.chat.telegram;

import dev.carillon.gateway.chat.TextGrid;
import java.util.List;
import java.util.Locale;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Document;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/// Renders Markdown as Telegram's HTML. What Telegram has no marks for becomes text that looks like
/// it: bullets, aligned tables. HTML in the Markdown is shown as it was written.
final class MarkdownHtml extends AbstractVisitor {
    private static final List<Extension> EXTENSIONS =
            List.of(
                    TablesExtension.create(),
                    StrikethroughExtension.create(),
                    AutolinkExtension.create());

    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();

    private final StringBuilder out = new StringBuilder();
    private int quotes;

    private MarkdownHtml() {}

    static String of(String markdown) {
        MarkdownHtml html = new MarkdownHtml();
        PARSER.parse(markdown).accept(html);
        return html.out.toString().strip();
    }

    /// What a node holds, rendered apart.
    private String inside(Node node) {
        MarkdownHtml html = new MarkdownHtml();
        html.quotes = quotes;
        html.visitChildren(node);
        return html.out.toString().strip();
    }

    private void marked(String tag, Node node) {
        out.append('<').append(tag).append('>');
        visitChildren(node);
        out.append("</").append(tag).append('>');
    }

    private void block(String html) {
        out.append(html).append("\n\n");
    }

    @Override
    public void visit(Document document) {
        visitChildren(document);
    }

    @Override
    public void visit(Paragraph paragraph) {
        block(inside(paragraph));
    }

    @Override
    public void visit(Heading heading) {
        block("<b>" + inside(heading) + "</b>");
    }

    @Override
    public void visit(ThematicBreak line) {
        block("———");
    }

    /// Quotes cannot stand in quotes.
    @Override
    public void visit(BlockQuote quote) {
        quotes++;
        String words = inside(quote);
        quotes--;
        block(quotes > 0 ? words : "<blockquote>" + words + "</blockquote>");
    }

    @Override
    public void visit(BulletList list) {
        items(list, list.isTight(), 0, false);
    }

    @Override
    public void visit(OrderedList list) {
        Integer start = list.getMarkerStartNumber();
        items(list, list.isTight(), start == null ? 1 : start, true);
    }

    private void items(ListBlock list, boolean isTight, int start, boolean isNumbered) {
        StringBuilder items = new StringBuilder();
        int number = start;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            String mark = isNumbered ? number++ + ". " : "• ";
            String words = inside(item);
            items.append(mark).append(isTight ? withoutGaps(item, words) : words);
            items.append(isTight ? "\n" : "\n\n");
        }
        String whole = items.toString().strip();
        boolean isNested = list.getParent() instanceof ListItem;
        block(isNested ? indented(whole) : whole);
    }

    /// In a tight list, a list in an item follows at once.
    private static String withoutGaps(Node item, String words) {
        boolean holdsCode =
                item.getFirstChild() instanceof FencedCodeBlock
                        || item.getLastChild() instanceof FencedCodeBlock;
        return holdsCode ? words : words.replace("\n\n", "\n");
    }

    private static String indented(String text) {
        return text.indent(3).stripTrailing();
    }

    @Override
    public void visit(FencedCodeBlock code) {
        String info = code.getInfo() == null ? "" : code.getInfo().strip();
        String language = info.split("\\s", 2)[0];
        code(language, code.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        code("", code.getLiteral());
    }

    private void code(String language, String literal) {
        String text = TelegramHtml.escape(literal.stripTrailing());
        block(
                language.isEmpty()
                        ? "<pre>" + text + "</pre>"
                        : "<pre><code class=\"language-"
                                + TelegramHtml.attribute(language)
                                + "\">"
                                + text
                                + "</code></pre>");
    }

    @Override
    public void visit(HtmlBlock html) {
        block(TelegramHtml.text(html.getLiteral()));
    }

    @Override
    public void visit(HtmlInline html) {
        out.append(TelegramHtml.text(html.getLiteral()));
    }

    @Override
    public void visit(CustomBlock block) {
        if (block instanceof TableBlock table) {
            block("<pre>" + TelegramHtml.escape(TextGrid.of(table).aligned()) + "</pre>");
        } else {
            visitChildren(block);
        }
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof Strikethrough) {
            marked("s", node);
        } else {
            visitChildren(node);
        }
    }

    @Override
    public void visit(Text text) {
        out.append(TelegramHtml.text(text.getLiteral()));
    }

    @Override
    public void visit(Emphasis emphasis) {
        marked("i", emphasis);
    }

    @Override
    public void visit(StrongEmphasis emphasis) {
        marked("b", emphasis);
    }

    @Override
    public void visit(Code code) {
        out.append("<code>").append(TelegramHtml.escape(code.getLiteral())).append("</code>");
    }

    /// In a chat, a new line is meant.
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
        link(link, link.getDestination());
    }

    @Override
    public void visit(Image image) {
        link(image, image.getDestination());
    }

    /// A link to a person would call them, and one to a script must lead nowhere: they are shown
    /// with where they would lead.
    private void link(Node link, String destination) {
        String words = inside(link);
        if (leadsToTheWeb(destination)) {
            out.append("<a href=\"").append(TelegramHtml.attribute(destination)).append("\">");
            out.append(words.isBlank() ? TelegramHtml.text(destination) : words).append("</a>");
            return;
        }
        out.append(words);
        String bare = destination.replaceFirst("^(?:mailto|tel):", "");
        if (!bare.equals(TelegramHtml.visible(words))) {
            out.append(" (").append(TelegramHtml.text(destination)).append(')');
        }
    }

    private static boolean leadsToTheWeb(String destination) {
        String lower = destination.toLowerCase(Locale.ROOT);
        return lower.startsWith("https://") || lower.startsWith("http://");
    }
}
