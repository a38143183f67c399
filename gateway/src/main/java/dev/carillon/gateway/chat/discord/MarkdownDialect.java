package dev.carillon.gateway.chat.discord;

import dev.carillon.gateway.chat.TextGrid;
import java.util.List;
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
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/// Renders Markdown in the dialect of Discord, which has no tables, no nested quotes, headings of
/// three sizes and one kind of fence. HTML is shown as it was written.
final class MarkdownDialect extends AbstractVisitor {
    private static final List<Extension> EXTENSIONS =
            List.of(
                    TablesExtension.create(),
                    StrikethroughExtension.create(),
                    AutolinkExtension.create());

    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final int SMALLEST_HEADING = 3;

    private final StringBuilder out = new StringBuilder();
    private int quotes;

    private MarkdownDialect() {}

    static String of(String markdown) {
        MarkdownDialect dialect = new MarkdownDialect();
        PARSER.parse(markdown).accept(dialect);
        return dialect.out.toString().strip();
    }

    /// What a node holds, rendered apart.
    private String inside(Node node) {
        MarkdownDialect dialect = new MarkdownDialect();
        dialect.quotes = quotes;
        dialect.visitChildren(node);
        return dialect.out.toString().strip();
    }

    private void marked(String mark, Node node) {
        out.append(mark);
        visitChildren(node);
        out.append(mark);
    }

    private void block(String text) {
        out.append(text).append("\n\n");
    }

    private void text(String text) {
        boolean isAtLineStart = out.isEmpty() || out.charAt(out.length() - 1) == '\n';
        out.append(DiscordMarkdown.text(text, isAtLineStart));
    }

    @Override
    public void visit(Paragraph paragraph) {
        block(inside(paragraph));
    }

    @Override
    public void visit(Heading heading) {
        String words = inside(heading);
        block(
                heading.getLevel() <= SMALLEST_HEADING
                        ? "#".repeat(heading.getLevel()) + " " + words
                        : "**" + words + "**");
    }

    @Override
    public void visit(ThematicBreak line) {
        block("———");
    }

    @Override
    public void visit(BlockQuote quote) {
        quotes++;
        String words = inside(quote);
        quotes--;
        block(quotes > 0 ? words : DiscordMarkdown.quote(words));
    }

    @Override
    public void visit(BulletList list) {
        items(list, list.isTight(), null);
    }

    @Override
    public void visit(OrderedList list) {
        Integer start = list.getMarkerStartNumber();
        items(list, list.isTight(), start == null ? 1 : start);
    }

    private void items(ListBlock list, boolean isTight, @Nullable Integer start) {
        StringBuilder items = new StringBuilder();
        int number = start == null ? 0 : start;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            String mark = start == null ? "- " : number++ + ". ";
            String words = inside(item);
            String body = isTight ? words.replace("\n\n", "\n") : words;
            items.append(mark).append(body.replace("\n", "\n" + " ".repeat(mark.length())));
            items.append(isTight ? "\n" : "\n\n");
        }
        block(items.toString().strip());
    }

    @Override
    public void visit(FencedCodeBlock code) {
        String info = code.getInfo() == null ? "" : code.getInfo().strip();
        block(
                DiscordMarkdown.codeBlock(
                        info.split("\\s", 2)[0], code.getLiteral().stripTrailing()));
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        block(DiscordMarkdown.codeBlock("", code.getLiteral().stripTrailing()));
    }

    @Override
    public void visit(HtmlBlock html) {
        block(DiscordMarkdown.text(html.getLiteral(), true));
    }

    @Override
    public void visit(HtmlInline html) {
        text(html.getLiteral());
    }

    @Override
    public void visit(CustomBlock block) {
        if (block instanceof TableBlock table) {
            block(DiscordMarkdown.codeBlock("", TextGrid.of(table).aligned()));
        } else {
            visitChildren(block);
        }
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof Strikethrough) {
            marked("~~", node);
        } else {
            visitChildren(node);
        }
    }

    @Override
    public void visit(Text text) {
        text(text.getLiteral());
    }

    @Override
    public void visit(Emphasis emphasis) {
        // With stars within stars, Discord would have to guess which ends where.
        marked(emphasis.getParent() instanceof StrongEmphasis ? "_" : "*", emphasis);
    }

    @Override
    public void visit(StrongEmphasis emphasis) {
        marked("**", emphasis);
    }

    @Override
    public void visit(Code code) {
        out.append(DiscordMarkdown.inlineCode(code.getLiteral()));
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
        link(inside(link), link.getDestination());
    }

    @Override
    public void visit(Image image) {
        link(inside(image), image.getDestination());
    }

    /// Discord shows no link behind words that are an address themselves, nor one to anything but
    /// the web: then both are shown.
    private void link(String words, String destination) {
        String bare = destination.replaceFirst("^(?:mailto|tel):", "");
        boolean isItself = words.isBlank() || words.equals(DiscordMarkdown.text(bare, false));
        if (isItself) {
            out.append(DiscordMarkdown.leadsToTheWeb(destination) ? destination : words);
        } else if (DiscordMarkdown.leadsToTheWeb(destination) && !words.contains("://")) {
            out.append(DiscordMarkdown.link(words, destination));
        } else {
            out.append(words).append(" (").append(destination).append(')');
        }
    }
}
