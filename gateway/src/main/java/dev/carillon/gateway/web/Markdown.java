package dev.carillon.gateway.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;

/// Turns Markdown from people and models into HTML that does no harm: HTML in it is shown as text,
/// links lead only where links may lead, and pictures are links, so that nobody learns who read a
/// message.
final class Markdown {
    private static final List<Extension> EXTENSIONS =
            List.of(
                    TablesExtension.create(),
                    StrikethroughExtension.create(),
                    AutolinkExtension.create());

    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();

    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder()
                    .extensions(EXTENSIONS)
                    .escapeHtml(true)
                    .sanitizeUrls(true)
                    .urlSanitizer(
                            new DefaultUrlSanitizer(List.of("http", "https", "mailto", "tel")))
                    .attributeProviderFactory(_ -> Markdown::attributes)
                    .nodeRendererFactory(ChatNodes::new)
                    .build();

    private Markdown() {}

    static Html html(String markdown) {
        return new Html(RENDERER.render(PARSER.parse(markdown)));
    }

    private static void attributes(Node node, String tag, Map<String, String> attributes) {
        if (tag.equals("a")) {
            attributes.put("rel", "noopener noreferrer nofollow");
            attributes.put("target", "_blank");
        }
    }

    /// What is shown otherwise than in a document: in a chat, a new line is meant.
    private static final class ChatNodes implements NodeRenderer {
        private final HtmlNodeRendererContext context;
        private final HtmlWriter out;

        private ChatNodes(HtmlNodeRendererContext context) {
            this.context = context;
            this.out = context.getWriter();
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Image.class, SoftLineBreak.class);
        }

        @Override
        public void render(Node node) {
            if (node instanceof Image image) {
                context.render(link(image));
            } else {
                out.tag("br", Map.of(), true);
                out.line();
            }
        }

        private static Link link(Image image) {
            Link link = new Link(image.getDestination(), image.getTitle());
            while (image.getFirstChild() != null) {
                link.appendChild(image.getFirstChild());
            }
            if (link.getFirstChild() == null) {
                link.appendChild(new Text(image.getDestination()));
            }
            return link;
        }
    }
}
