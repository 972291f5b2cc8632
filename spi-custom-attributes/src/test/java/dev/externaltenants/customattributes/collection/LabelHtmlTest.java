package dev.externaltenants.customattributes.collection;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LabelHtmlTest {

    @Test
    void linksWebPages() {
        assertThat(LabelHtml.render("I accept the [terms of use](https://example.com/terms?a=1&b=2)."))
                .isEqualTo("I accept the <a href=\"https://example.com/terms?a=1&amp;b=2\" target=\"_blank\""
                        + " rel=\"noopener\">terms of use</a>.");
    }

    @Test
    void linksSeveralPagesInOneLabel() {
        assertThat(LabelHtml.render("[a](https://a.example) and [b](http://b.example)"))
                .isEqualTo("<a href=\"https://a.example\" target=\"_blank\" rel=\"noopener\">a</a> and "
                        + "<a href=\"http://b.example\" target=\"_blank\" rel=\"noopener\">b</a>");
    }

    @Test
    void emphasises() {
        assertThat(LabelHtml.render("**Yes**, *really*: **I *do* agree**"))
                .isEqualTo("<strong>Yes</strong>, <em>really</em>: <strong>I <em>do</em> agree</strong>");
    }

    @Test
    void emphasisesInsideAndAroundLinks() {
        assertThat(LabelHtml.render("**[the *terms*](https://example.com)**"))
                .isEqualTo("<strong><a href=\"https://example.com\" target=\"_blank\" rel=\"noopener\">the"
                        + " <em>terms</em></a></strong>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2 * 3 = 6",
                "*",
                "**",
                "****",
                "* *",
                "a [b",
                "[a] (https://example.com)",
                "[](https://example.com)"
            })
    void leavesLooseMarksAlone(String label) {
        assertThat(LabelHtml.render(label)).isEqualTo(label);
    }

    @Test
    void escapesMarkup() {
        assertThat(LabelHtml.render("<script>alert('1')</script> & \"more\""))
                .isEqualTo("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;more&quot;");
    }

    @Test
    void escapesMarkupInLinkTexts() {
        assertThat(LabelHtml.render("[<img src=x onerror=alert(1)>](https://example.com)"))
                .contains("&lt;img src=x onerror=alert(1)&gt;")
                .doesNotContain("<img");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[x](javascript:alert)",
                "[x](JaVaScRiPt:alert%281%29)",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "[x](vbscript:x)",
                "[x](mailto:a@example.com)",
                "[x](//example.com)",
                "[x](/terms)",
                "[x](https:javascript)",
                "[x](https://user:secret@example.com)",
                "[x](https://)",
                "[x](java\tscript:alert)",
                "[x](&#106;avascript:alert)"
            })
    void linksNothingButWebPages(String label) {
        assertThat(LabelHtml.render(label)).doesNotContain("<a").doesNotContain("href=\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[x](https://example.com/\"onmouseover=\"alert)",
                "[x](https://example.com/'onmouseover='alert)",
                "[x](https://example.com/><script>)",
                "[x](https://example.com/\"><script>alert</script>)"
            })
    void letsNoAddressBreakOutOfItsAttribute(String label) {
        assertThat(LabelHtml.render(label))
                .doesNotContain("<script")
                .doesNotContain("\"onmouseover")
                .doesNotContain("'onmouseover");
    }

    @Test
    void putsNoElementIntoAnAddress() {
        assertThat(LabelHtml.render("[x](https://example.com/*a*/**b**)"))
                .isEqualTo("<a href=\"https://example.com/*a*/**b**\" target=\"_blank\" rel=\"noopener\">x</a>");
    }
}
