package dev.externaltenants.themes.branding;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The sign-in text is a small Markdown, and no other tags come out of it. */
final class SafeMarkdownTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "**bold**                       | <strong>bold</strong>",
                "__bold__                       | <strong>bold</strong>",
                "*leaning*                      | <em>leaning</em>",
                "_leaning_                      | <em>leaning</em>",
                "++under++                      | <u>under</u>",
                "**bold and *leaning* too**     | <strong>bold and <em>leaning</em> too</strong>",
                "a_name_with_lines              | a_name_with_lines",
                "3 * 4 = 12                     | 3 * 4 = 12",
                "** alone                       | ** alone",
                "C++                            | C++",
                "[Help](https://a.example/?a=1&b=2) | <a href=\"https://a.example/?a=1&amp;b=2\" target=\"_blank\" rel=\"noopener noreferrer\">Help</a>",
                "[**Help**](https://a.example)  | <a href=\"https://a.example\" target=\"_blank\" rel=\"noopener noreferrer\"><strong>Help</strong></a>",
                "[no link]                      | [no link]",
                "Tom & Jerry's \"<3\"           | Tom &amp; Jerry&#39;s &quot;&lt;3&quot;",
            })
    void isWritten(String text, String html) {
        assertThat(SafeMarkdown.html(text)).isEqualTo(html);
    }

    @Test
    void linesBreak() {
        assertThat(SafeMarkdown.html("one\r\ntwo\n\nthree")).isEqualTo("one<br>two<br><br>three");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "**<svg/onload=alert(1)>**",
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](java\tscript:alert(1))",
                "[x](data:text/html,<script>alert(1)</script>)",
                "[x](vbscript:msgbox(1))",
                "[x](//attacker.example)",
                "[x](/realms/master)",
                "[x](http://attacker.example)",
                "[x](https://user@attacker.example)",
                "[x](https://a.example\" onmouseover=\"alert(1))",
                "[x](https://a.example' onmouseover='alert(1))",
                "[x](https://a.example><script>alert(1)</script>)",
                "[<img src=x onerror=alert(1)>](https://a.example)",
                "[x](https://a.example/ onclick=alert(1))",
                "[[x](https://a.example)](https://b.example\"onclick=1)",
                "&lt;script&gt;alert(1)&lt;/script&gt;",
                "&#60;script&#62;",
                "${7*7} <#assign x=1> [=7*7]",
                "<!--",
                "-->",
                "]]>",
                "<style>*{}</style>",
                "</a></div></body>",
                "*_**__++<b>",
                "[**](https://a.example)**",
                "\u202Egnp.exe",
                "<\u0000script>",
                "＜script＞"
            })
    void nothingHostileComesThrough(String text) {
        String html = SafeMarkdown.html(text);

        String withoutOurs = html.replaceAll("</?(strong|em|u)>|<br>|</a>", "")
                .replaceAll("<a href=\"https://[a-z]+\\.example\" target=\"_blank\" rel=\"noopener noreferrer\">", "");
        assertThat(withoutOurs).doesNotContain("<", ">", "\"", "'");
    }

    @Test
    void tagsAlwaysClose() {
        String html = SafeMarkdown.html("**a *b** c* ++d **e++ f**");

        assertThat(html.split("<[a-z]+>", -1)).hasSameSizeAs(html.split("</[a-z]+>", -1));
    }

    @Test
    void theLongestTextIsQuick() {
        SafeMarkdown.html("*_[".repeat(341));
        SafeMarkdown.html("**".repeat(512));
        SafeMarkdown.html("[a](https://a.example)".repeat(46));
    }
}
