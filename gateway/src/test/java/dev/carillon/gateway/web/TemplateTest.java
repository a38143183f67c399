package dev.carillon.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {
    @Test
    void textIsEscapedAndHtmlIsNot() {
        Template template = new Template("<p title=\"{{title}}\">{{body}}</p>");

        Html filled = template.fill(Map.of("title", "\"'<&>", "body", new Html("<b>x</b>")));

        assertThat(filled.source()).isEqualTo("<p title=\"&quot;&#39;&lt;&amp;&gt;\"><b>x</b></p>");
    }

    /// Otherwise somebody could write a hole into a message and have it filled.
    @Test
    void whatIsFilledInIsNotFilledAgain() {
        Template template = new Template("{{a}} {{b}}");

        Html filled = template.fill(Map.of("a", "{{b}} $1 \\", "b", "secret"));

        assertThat(filled.source()).isEqualTo("{{b}} $1 \\ secret");
    }

    @Test
    void aHoleThatStaysEmptyIsAMistake() {
        Template template = new Template("{{a}}");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> template.fill(Map.of()))
                .withMessageContaining("{{a}}");
    }
}
