package dev.externaltenants.themes;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

final class MailTest {

    @ParameterizedTest
    @ValueSource(strings = {"SIGN_UP", "SIGN_IN", "MFA", "PASSWORD_RESET", "EMAIL_CHANGE"})
    void bothPartsSayTheCodeHowLongItWorksAndForWhichApp(String purpose) {
        Mail mail = Mail.withCode(purpose);
        for (String part : new String[] {mail.html(), mail.text()}) {
            assertThat(part)
                    .contains("48190217")
                    .contains("10 minutes")
                    .contains("Contoso Shop")
                    .contains("Never share this code")
                    .contains("Was this not you?");
        }
    }

    @Test
    void theMailWithoutACodeSaysHowElseToSignIn() {
        for (String part :
                new String[] {Mail.withoutCode().html(), Mail.withoutCode().text()}) {
            assertThat(part)
                    .contains("Contoso Shop")
                    .contains("Use your password instead")
                    .doesNotContainPattern("\\d{8}");
        }
    }

    @Test
    void theMailWithoutAResetSaysHowTheAccountSignsIn() {
        Mail social = Mail.withoutReset(true, List.of("Fish & <Chips>"));
        assertThat(social.text()).contains("Continue with Fish & <Chips>").contains("Get a code by email instead");
        assertThat(social.html())
                .contains("Continue with Fish &amp; &lt;Chips&gt;")
                .contains("has no password");
        Mail nobody = Mail.withoutReset(false, List.of());
        for (String part : new String[] {nobody.html(), nobody.text()}) {
            assertThat(part).contains("No password of this address").doesNotContain("Your account");
        }
    }

    @Test
    void theMailWithoutAChangeSaysThatTheAddressHasAnAccount() {
        for (String part :
                new String[] {Mail.withoutChange().html(), Mail.withoutChange().text()}) {
            assertThat(part)
                    .contains("Contoso Shop")
                    .contains("already has an account")
                    .doesNotContainPattern("\\d{8}");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PASSWORD_RESET, '', Secure your mailbox",
        "PASSWORD_CHANGED, '', Reset your password",
        "PASSWORD_GIVEN, '', An administrator",
        "EMAIL_CHANGED, j***a@ex**e.com, The new one is j***a@ex**e.com",
        "MEANS_ADDED, otp, authenticator app",
        "MEANS_ADDED, webauthn-passwordless, passkey",
        "MEANS_REMOVED, recovery-authn-codes, recovery codes"
    })
    void bothPartsOfANoticeSayWhatWasChangedAndWhatToDo(String change, String detail, String said) {
        Mail mail = Mail.notice(change, detail);
        for (String part : new String[] {mail.html(), mail.text()}) {
            assertThat(part).contains(said).containsPattern("Was this not you|You did not ask");
        }
    }

    @Test
    void bothPartsOfAnInvitationSayWhoInvitesAndHowLongTheLinkWorks() {
        for (String part :
                new String[] {Mail.invitation().html(), Mail.invitation().text()}) {
            assertThat(part)
                    .contains("You are invited to Contoso")
                    .contains("action-token?key=1")
                    .contains("works for 12 hours");
        }
    }

    @Test
    void theCodeStandsAloneSoThatADoubleClickSelectsIt() {
        assertThat(Mail.withCode("MFA").html()).contains(">48190217<");
    }

    @Test
    void endsWithTheLineForAutofillWhereTheCodeIsBoundToADomain() {
        assertThat(Mail.withCode("MFA").with("boundTo", "id.example.com").text().strip())
                .endsWith("\n\n@id.example.com #48190217");
        assertThat(Mail.withCode("MFA").text().strip()).endsWith("Contoso");
    }

    @Test
    void speaksTheLanguageOfTheCustomer() {
        assertThat(Mail.withCode("SIGN_UP").in(Locale.GERMAN).with("minutes", 1).text())
                .contains("gilt 1 Minute lang")
                .contains("Bestätigen Sie Ihre E-Mail-Adresse");
    }

    @Test
    void escapesNamesInHtmlAndLeavesThemAsTheyAreInText() {
        Mail mail = Mail.withCode("SIGN_UP").with("appName", "Fish & <Chips>");
        assertThat(mail.html()).contains("Fish &amp; &lt;Chips&gt;");
        assertThat(mail.text()).contains("Fish & <Chips>");
    }

    @Test
    void loadsNothingFromAnywhere() {
        assertThat(Mail.withCode("MFA").html()).doesNotContain("http").doesNotContain("<img");
    }

    @ParameterizedTest
    @MethodSource("mailsOfBase")
    void framesTheMailsOfBaseAndStylesThemInline(String name) {
        String html = BaseMails.mails().get(name).html();
        assertThat(html).contains("class=\"xt-sheet\"").doesNotContain("<p>").doesNotContain("<a href");
        assertThat(BaseMails.mails().get(name).text().strip()).isNotEmpty().doesNotContain("<p");
    }

    @Test
    void everyMailOfBaseIsLookedAt() throws IOException {
        assertThat(BaseMails.mails().keySet().stream().map(name -> name + ".ftl"))
                .containsAll(OverriddenPagesTest.templatesOfBase("email/html").stream()
                        .filter(name -> !"template.ftl".equals(name))
                        .toList());
    }

    /** Outlook on Windows lays out by tables, and web mail drops what stands at html. */
    @Test
    void saysLanguageAndDirectionWhereWebMailKeepsThem() {
        assertThat(Mail.invitation().in(Locale.GERMAN).rightToLeft().html())
                .containsPattern("<table role=\"presentation\"[^>]* lang=\"de\" dir=\"rtl\"")
                .contains("align=\"right\"");
    }

    @Test
    void everyTableIsForLayoutOnly() {
        assertThat(Mail.invitation().html()).doesNotContainPattern("<table(?! role=\"presentation\")");
    }

    @Test
    void takesAccentAndLogoOfTheBrand() {
        Map<String, Object> logo = Map.of("url", "https://id.example.com/logo.png", "width", 245, "height", 36);
        Map<String, Object> brand =
                Map.of("accent", "#7a1fa2", "onAccent", "#fefefe", "bannerLogo", logo, "tenantName", "Fish & <Chips>");
        assertThat(Mail.invitation().with("xtBrand", brand).html())
                .contains("bgcolor=\"#7a1fa2\"")
                .contains("color:#fefefe")
                .contains(
                        "src=\"https://id.example.com/logo.png\" width=\"245\" height=\"36\" alt=\"Fish &amp; &lt;Chips&gt;\"")
                .doesNotContain("#0f6b62");
    }

    @Test
    void everyMailShowsTheAccentOfTheBrandAndNoneOfItsOwn() {
        Map<String, Object> brand = Map.of("accent", "#7a1fa2", "accentDark", "#cfa6df", "tenantName", "Contoso");
        for (Mail mail : List.of(Mail.withCode("MFA"), Mail.notice("MEANS_ADDED", "otp"), Mail.passwordReset())) {
            assertThat(mail.html()).doesNotContain("border-top");
            assertThat(mail.with("xtBrand", brand).html())
                    .contains("border-top:4px solid #7a1fa2", "border-top-color: #cfa6df");
        }
    }

    @Test
    void linksToWhatTheBrandSaysOfPrivacyAndTerms() {
        Map<String, Object> brand = Map.of(
                "tenantName",
                "Contoso",
                "privacy",
                Map.of("url", "https://contoso.example/?a=1&b", "text", "Fish & <Chips>"),
                "terms",
                Map.of("url", "https://contoso.example/terms"));
        for (Mail mail : List.of(Mail.withCode("MFA"), Mail.passwordReset())) {
            assertThat(mail.with("xtBrand", brand).html())
                    .containsPattern(
                            "<a href=\"https://contoso.example/\\?a=1&amp;b\"[^>]*><bdi>Fish &amp; &lt;Chips&gt;</bdi></a>")
                    .containsPattern("<a href=\"https://contoso.example/terms\"[^>]*>Terms of use</a>");
        }
    }

    static Set<String> mailsOfBase() {
        return BaseMails.mails().keySet();
    }
}
