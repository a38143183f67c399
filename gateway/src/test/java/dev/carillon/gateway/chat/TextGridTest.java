package dev.carillon.gateway.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;

class TextGridTest {
    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    @Test
    void columnsAreAligned() {
        assertThat(grid("| a | bb |\n|---|---|\n| ccc | d |\n"))
                .isEqualTo("a    bb\n---  --\nccc  d");
    }

    @Test
    void addressesOfLinksAndWhatLooksLikeHtmlStay() {
        assertThat(grid("| x |\n|---|\n| [doc](https://e.com/x) |\n| List<String> & <b> |\n"))
                .contains("doc (https://e.com/x)", "List<String> & <b>");
        assertThat(grid("| x |\n|---|\n| <https://e.com/y> |\n")).endsWith("\nhttps://e.com/y");
    }

    private static String grid(String markdown) {
        return TextGrid.of((TableBlock) PARSER.parse(markdown).getFirstChild()).aligned();
    }
}
