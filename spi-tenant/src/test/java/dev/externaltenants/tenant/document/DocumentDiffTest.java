package dev.externaltenants.tenant.document;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.keycloak.jose.jws.crypto.HashUtils;

import static org.assertj.core.api.Assertions.assertThat;

class DocumentDiffTest {

    @Test
    void equalDocumentsHaveNoDifference() {
        assertThat(diff("{tenant: {languages: [en, de]}}", "{tenant: {languages: [en, de]}}"))
                .isEmpty();
    }

    @Test
    void aSettingIsReplaced() {
        assertThat(diff("{tenant: {displayName: Contoso}}", "{tenant: {displayName: Fabrikam}}"))
                .containsExactly("tenant.displayName replace \"Contoso\" \"Fabrikam\"");
    }

    @Test
    void aSettingIsAddedAndRemoved() {
        assertThat(diff("{tenant: {a: 1}}", "{tenant: {b: 2}}"))
                .containsExactly("tenant.a remove 1 null", "tenant.b add null 2");
    }

    @Test
    void objectsOfAListAreFoundByWhatTheyAreCalledWhereverTheyStand() {
        assertThat(diff(
                        "{userFlows: [{name: a, mfa: OFF}, {name: b, mfa: OFF}]}",
                        "{userFlows: [{name: b, mfa: REQUIRED}, {name: c, mfa: OFF}]}"))
                .containsExactly(
                        "userFlows[a] remove {\"name\":\"a\",\"mfa\":\"OFF\"} null",
                        "userFlows[b].mfa replace \"OFF\" \"REQUIRED\"",
                        "userFlows[c] add null {\"name\":\"c\",\"mfa\":\"OFF\"}");
    }

    @Test
    void anIdentityProviderIsFoundByItsAliasWhateverIdItGaveTheTenant() {
        assertThat(diff("{providers: [{alias: ext, clientId: a}]}", "{providers: [{alias: ext, clientId: b}]}"))
                .containsExactly("providers[ext].clientId replace \"a\" \"b\"");
    }

    @Test
    void textsOfAListAreAddedAndRemovedOneByOne() {
        assertThat(diff("{tenant: {bannedPasswords: [one, two]}}", "{tenant: {bannedPasswords: [two, three]}}"))
                .containsExactly(
                        "tenant.bannedPasswords[one] remove \"one\" null",
                        "tenant.bannedPasswords[three] add null \"three\"");
    }

    @Test
    void anotherOrderIsADifference() {
        assertThat(diff("{tenant: {languages: [en, de]}}", "{tenant: {languages: [de, en]}}"))
                .containsExactly("tenant.languages replace [\"en\",\"de\"] [\"de\",\"en\"]");
    }

    @Test
    void listsWhoseObjectsAreNotToldApartAreReplacedAsAWhole() {
        assertThat(diff("{a: [{text: x}, {text: y}]}", "{a: [{text: x}]}"))
                .containsExactly("a replace [{\"text\":\"x\"},{\"text\":\"y\"}] [{\"text\":\"x\"}]");
    }

    @Test
    void ofAPictureItTellsTheLengthAndAHashHoweverSmallItIs() {
        assertThat(diff("{branding: {images: {favicon: iVBO}}}", "{branding: {images: {favicon: iVBP}}}"))
                .containsExactly("branding.images.favicon replace " + summary("iVBO") + " " + summary("iVBP"));
        assertThat(diff(
                        "{themes: [{name: a, images: {}}, {name: b, images: {bannerLogo: iVBO}}]}",
                        "{themes: [{name: a, images: {headerLogo: iVBP}}]}"))
                .containsExactly(
                        "themes[a].images.headerLogo add null " + summary("iVBP"),
                        "themes[b] remove {\"name\":\"b\",\"images\":{\"bannerLogo\":" + summary("iVBO") + "}} null");
    }

    private static String summary(String picture) {
        return "\"4 characters, SHA-256 " + HashUtils.sha256UrlEncodedHash(picture, StandardCharsets.UTF_8) + "\"";
    }

    private static List<String> diff(String before, String after) {
        return DocumentDiff.between(
                        DocumentFormat.YAML.read(before).sections(),
                        DocumentFormat.YAML.read(after).sections())
                .stream()
                .map(change -> change.path() + " " + change.change() + " " + change.from() + " " + change.to())
                .toList();
    }
}
