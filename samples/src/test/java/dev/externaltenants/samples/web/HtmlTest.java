package dev.externaltenants.samples.web;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HtmlTest {

    @Test
    void escapesValuesInTextAndAttributes() {
        assertThat(Html.of("<a title=\"{}\">{}</a>", "\"'", "<b>&").markup())
                .isEqualTo("<a title=\"&quot;&#39;\">&lt;b&gt;&amp;</a>");
    }

    @Test
    void keepsMarkupThatIsMarkupAlready() {
        assertThat(Html.of("<ul>{}</ul>", Html.of("<li>{}</li>", "<")).markup()).isEqualTo("<ul><li>&lt;</li></ul>");
    }

    @Test
    void doesNotFillPlacesThatComeWithAValue() {
        assertThat(Html.of("{}-{}", "{}", "b").markup()).isEqualTo("{}-b");
    }

    @Test
    void joinsPiecesInOrder() {
        assertThat(Stream.of("a", "b")
                        .map(text -> Html.of("{}", text))
                        .collect(Html.joined())
                        .markup())
                .isEqualTo("a\nb");
    }
}
