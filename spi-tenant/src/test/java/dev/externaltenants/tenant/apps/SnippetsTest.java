package dev.externaltenants.tenant.apps;

import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static dev.externaltenants.tenant.apps.Apps.app;
import static org.assertj.core.api.Assertions.assertThat;

class SnippetsTest {

    private static final String AUTHORITY = "https://id.contoso.example/realms/contoso";

    @ParameterizedTest
    @EnumSource
    void everyPlaceOfATemplateIsFilledIn(AppType type) {
        List<Snippet> snippets = Snippets.of(app("{'clientId':'shop','type':'" + type + "'}"), "s3cret", AUTHORITY);

        assertThat(snippets)
                .allSatisfy(snippet ->
                        assertThat(snippet.text()).doesNotContain("{{").isNotBlank());
    }

    @ParameterizedTest
    @CsvSource({
        "spa,    oidc-client.ts,           authority: \"https://id.contoso.example/realms/contoso\"",
        "spa,    msal-browser.ts,          knownAuthorities: [\"id.contoso.example\"]",
        "web,    openid-client.mjs,        \"shop\"",
        "web,    application.yaml,         client-secret: \"s3cret\"",
        "mobile, SignIn.kt,                \"shop\"",
        "daemon, token.sh,                 'client_secret=''s3cret'''",
        "api,    resource-server.yaml,     audiences: [\"shop\"]",
        "api,    verify-token.mjs,         audience: \"shop\""
    })
    void sayWhatTheLibraryNeeds(String type, String file, String line) {
        List<Snippet> snippets = Snippets.of(app("{'clientId':'shop','type':'" + type + "'}"), "s3cret", AUTHORITY);

        assertThat(snippets.stream()
                        .filter(snippet -> snippet.file().equals(file))
                        .map(Snippet::text)
                        .collect(Collectors.joining()))
                .contains(line);
    }

    @Test
    void plainHttpIsAllowedOnlyWhereTheServerHasNoTls() {
        Application app = app("{'clientId':'shop','type':'web'}");

        assertThat(Snippets.of(app, "s3cret", "http://localhost:8080/realms/contoso")
                        .get(0)
                        .text())
                .contains("\"s3cret\", undefined, {", "execute: [oidc.allowInsecureRequests]");
        assertThat(Snippets.of(app, "s3cret", AUTHORITY).get(0).text()).doesNotContain("allowInsecureRequests");
    }

    @Test
    void theAppsOwnAddressesAreUsed() {
        Application app = app("{'clientId':'shop','type':'spa','redirectUris':['https://shop.example/callback'],"
                + "'postLogoutRedirectUris':['https://shop.example/bye']}");

        assertThat(Snippets.of(app, null, AUTHORITY).get(0).text())
                .contains("redirect_uri: \"https://shop.example/callback\"")
                .contains("post_logout_redirect_uri: \"https://shop.example/bye\"");
    }

    @Test
    void anAppThatSignsInByItselfGetsTheBrowsersOnlyWithAnAddress() {
        assertThat(Snippets.of(app("{'clientId':'a','type':'native-auth'}"), null, AUTHORITY))
                .isEmpty();
        assertThat(Snippets.of(
                        app("{'clientId':'a','type':'native-auth','redirectUris':['com.example.a:/b']}"),
                        null,
                        AUTHORITY))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "JSON   | \"});alert(1);({\"  | \"\\\"});alert(1);({\\\"\"",
                "KOTLIN | ${System.exit(1)}   | \"\\${System.exit(1)}\"",
                "SHELL  | '; rm -rf ~; '      | ''\\''; rm -rf ~; '\\'''"
            })
    void aValueNeverBecomesCode(Quoting quoting, String value, String literal) {
        assertThat(quoting.quoted(value)).isEqualTo(literal);
    }
}
