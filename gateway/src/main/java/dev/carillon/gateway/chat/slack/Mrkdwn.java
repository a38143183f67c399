package dev.carillon.gateway.chat.slack;

import dev.carillon.gateway.chat.TextGrid;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
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
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/// Puts Markdown into Slack's dialect, which knows bold, italic, strike, code, quotes and links,
/// and has no way to escape a mark.
final class Mrkdwn extends AbstractVisitor {
    private static final List<Extension> EXTENSIONS =
            List.of(
                    TablesExtension.create(),
                    StrikethroughExtension.create(),
                    AutolinkExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();

    /// Slack sees marks only at the borders of words; this is one that nobody sees.
    private static final String BORDER = "\u200b";

    private final StringBuilder out = new StringBuilder();
    private boolean isBold;

    private Mrkdwn() {}

    static String of(String markdown) {
        Mrkdwn mrkdwn = new Mrkdwn();
        parse(markdown).accept(mrkdwn);
        return mrkdwn.out.toString().strip();
    }

    static Node parse(String markdown) {
        return PARSER.parse(markdown);
    }

    /// What a node holds, rendered apart.
    private String inside(Node node) {
        return inside(node, isBold);
    }

    private String inside(Node node, boolean bold) {
        Mrkdwn mrkdwn = new Mrkdwn();
        mrkdwn.isBold = bold;
        mrkdwn.visitChildren(node);
        return mrkdwn.out.toString().strip();
    }

    private void block(String text) {
        out.append(text).append("\n\n");
    }

    @Override
    public void visit(Paragraph paragraph) {
        block(inside(paragraph));
    }

    @Override
    public void visit(Heading heading) {
        block("*" + inside(heading, true) + "*");
    }

    @Override
    public void visit(ThematicBreak line) {
        block("———");
    }

    @Override
    public void visit(BlockQuote quote) {
        block(inside(quote).lines().map(line -> "> " + line).collect(Collectors.joining("\n")));
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
            boolean isPlain = isTight && !words.contains("```");
            items.append(mark).append(isPlain ? words.replace("\n\n", "\n") : words);
            items.append(isTight ? "\n" : "\n\n");
        }
        String whole = items.toString().strip();
        block(list.getParent() instanceof ListItem ? whole.indent(4).stripTrailing() : whole);
    }

    @Override
    public void visit(FencedCodeBlock code) {
        code(code.getLiteral());
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        code(code.getLiteral());
    }

    /// Three backticks within code would end it.
    private void code(String literal) {
        String text = literal.stripTrailing().replace("```", "``" + BORDER + "`");
        block("```\n" + SlackText.of(text) + "\n```");
    }

    @Override
    public void visit(HtmlBlock html) {
        block(SlackText.of(html.getLiteral()));
    }

    @Override
    public void visit(HtmlInline html) {
        out.append(SlackText.of(html.getLiteral()));
    }

    @Override
    public void visit(CustomBlock block) {
        if (block instanceof TableBlock table) {
            code(TextGrid.of(table).aligned());
        } else {
            visitChildren(block);
        }
    }

    @Override
    public void visit(CustomNode node) {
        if (node instanceof Strikethrough) {
            marked("~", node);
        } else {
            visitChildren(node);
        }
    }

    @Override
    public void visit(Text text) {
        out.append(SlackText.of(text.getLiteral()));
    }

    @Override
    public void visit(Emphasis emphasis) {
        marked("_", emphasis);
    }

    /// Bold cannot stand in bold.
    @Override
    public void visit(StrongEmphasis emphasis) {
        if (isBold) {
            visitChildren(emphasis);
        } else {
            marked("*", emphasis, inside(emphasis, true));
        }
    }

    @Override
    public void visit(Code code) {
        String text = code.getLiteral();
        if (text.contains("`") || text.isBlank()) {
            out.append(SlackText.of(text));
        } else {
            marked("`", code, SlackText.of(text));
        }
    }

    private void marked(String mark, Node node) {
        marked(mark, node, inside(node));
    }

    private void marked(String mark, Node node, String words) {
        if (words.isBlank()) {
            return;
        }
        boolean followsWord =
                !out.isEmpty() && Character.isLetterOrDigit(out.charAt(out.length() - 1));
        boolean precedesWord =
                node.getNext() instanceof Text text
                        && !text.getLiteral().isEmpty()
                        && Character.isLetterOrDigit(text.getLiteral().charAt(0));
        out.append(followsWord ? BORDER : "").append(mark).append(words).append(mark);
        out.append(precedesWord ? BORDER : "");
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

    /// A link to anything but the web is shown with where it would lead.
    private void link(Node link, String destination) {
        String words = inside(link);
        if (leadsToTheWeb(destination)) {
            String address = SlackText.escape(destination).replace("|", "%7C");
            boolean isBare = words.isBlank() || words.equals(SlackText.of(destination));
            out.append('<').append(address);
            out.append(isBare ? "" : "|" + words.replace("|", "¦").replace('\n', ' '));
            out.append('>');
            return;
        }
        out.append(words);
        if (!destination.replaceFirst("^(?:mailto|tel):", "").equals(SlackText.unescape(words))) {
            out.append(" (").append(SlackText.of(destination)).append(')');
        }
    }

    static boolean leadsToTheWeb(String destination) {
        String lower = destination.toLowerCase(Locale.ROOT);
        return lower.startsWith("https://") || lower.startsWith("http://");
    }
}
