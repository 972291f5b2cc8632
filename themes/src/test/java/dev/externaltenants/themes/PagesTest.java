package dev.externaltenants.themes;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

import dev.externaltenants.themes.sample.SampleFields;
import dev.externaltenants.themes.sample.Samples;
import dev.externaltenants.themes.sample.Screen;
import dev.externaltenants.themes.sample.Screens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.forms.login.MessageType;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages of our steps by the contract between the steps and the theme. */
final class PagesTest {

    private static final String NASTY = "\"><script>alert(1)</script>@example.com";

    @ParameterizedTest
    @MethodSource("names")
    void everyPageHasOneHeading(String name) {
        assertThat(Page.of(Screens.find(name).orElseThrow()).render().split("<h1", -1))
                .hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("names")
    void noPageNeedsAScriptOrCarriesInlineCode(String name) {
        assertThat(Page.of(Screens.find(name).orElseThrow()).render())
                .doesNotContain("<script")
                .doesNotContain("<style")
                .doesNotContain(" style=")
                .doesNotContainPattern(" on[a-z]+=");
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyDescriptionAndEveryLabelPointsToSomethingOnThePage(String name) {
        String html = Page.of(Screens.find(name).orElseThrow()).render();
        Pattern.compile("(?:aria-describedby|for)=\"([^\"]+)\"|href=\"#([^\"/]+)\"")
                .matcher(html)
                .results()
                .flatMap(hit -> Pattern.compile(" ").splitAsStream(hit.group(1) == null ? hit.group(2) : hit.group(1)))
                .forEach(id -> assertThat(html).contains("id=\"" + id + "\""));
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyFormShowsTheServersOwnMessages(String name) {
        assertThat(Page.of(Screens.find(name).orElseThrow()).render())
                .doesNotContainPattern("<form(?![^>]* novalidate)");
    }

    @Test
    void escapesWhatTheCustomerTyped() {
        assertThat(Page.of("xt-identify.ftl", Map.of("email", NASTY, "signUpAllowed", false))
                        .render())
                .doesNotContain("<script>alert");
        assertThat(Page.of("xt-password.ftl", Map.of("email", NASTY, "codeOffered", true))
                        .render())
                .doesNotContain("<script>alert");
        assertThat(Page.of("xt-email.ftl", Map.of("email", NASTY)).render()).doesNotContain("<script>alert");
        assertThat(Page.of("xt-reset.ftl", Map.of("email", NASTY)).render()).doesNotContain("<script>alert");
        assertThat(Page.of("xt-new-password.ftl", Map.of("email", NASTY, "minPasswordLength", 8, "endSessions", true))
                        .render())
                .doesNotContain("<script>alert");
        assertThat(Page.of("xt-account-exists.ftl", Map.of("email", NASTY)).render())
                .doesNotContain("<script>alert");
        assertThat(Page.of("xt-broker-email.ftl", Map.of("email", NASTY, "provider", NASTY))
                        .render())
                .doesNotContain("<script>alert");
        assertThat(Page.of("xt-link-password.ftl", Map.of("email", NASTY, "provider", NASTY))
                        .render())
                .doesNotContain("<script>alert");
        assertThat(Page.of(Samples.code(Map.of("provider", NASTY))).render()).doesNotContain("<script>alert");
        assertThat(Page.of(Samples.code(Map.of("maskedEmail", NASTY))).render()).doesNotContain("<script>alert");
        assertThat(Page.of(Samples.attributes(
                                List.of(SampleFields.field("nick", "Nick", "TEXT", Map.of("value", NASTY)))))
                        .render())
                .doesNotContain("<script>alert")
                .contains("value=\"&quot;&gt;&lt;script&gt;");
    }

    @Test
    void tellsAnErrorOnceAndTiesItToItsField() {
        String html =
                Page.of(Samples.identify()).error("username", "xtEmailInvalid").render();
        assertThat(html).contains("aria-invalid=\"true\" aria-describedby=\"username-error\"");
        assertThat(html.split("Please enter a valid email address", -1)).hasSize(2);
    }

    /** Tenants word this one by their language files, whose texts are shown as they are written. */
    @Test
    void whatATenantSaysOfDifferingPasswordsIsNoHtml() {
        for (Page page : List.of(
                Page.of(Samples.attributes(List.of())),
                Page.of("xt-new-password.ftl", Map.of("email", "", "minPasswordLength", 8, "endSessions", true)))) {
            assertThat(page.error("password-confirm", "xtBrokerEmailIntro", "&lt;b&gt;both&lt;/b&gt;")
                            .render())
                    .contains("&amp;lt;b&amp;gt;both")
                    .doesNotContain("<b>both");
        }
    }

    /** Its error is what the address says, so a link to the page would carry anybody's words and buttons. */
    @Test
    void whatAnAddressSaysIsNoPartOfThePage() {
        Function<String, String> page = error -> Page.of("code.ftl")
                .with("code", Map.of("success", false, "error", error))
                .render();

        assertThat(page.apply("<a class=\"xt-button\" href=\"https://attacker.example\">Sign in</a>"))
                .doesNotContain("attacker.example");
        assertThat(page.apply("Call 555 0100")).doesNotContain("555");
        assertThat(page.apply("access_denied")).contains("access_denied");
    }

    @Test
    void asksForAnAddressOrANameWhereCustomersHaveNames() {
        assertThat(Page.of(Screens.find("xt-identify-usernames").orElseThrow()).render())
                .contains("Email address or username")
                .containsPattern("type=\"text\" name=\"username\"");
        assertThat(Page.of(Samples.identify()).render()).containsPattern("type=\"email\" name=\"username\"");
    }

    @Test
    void offersSignUpOnlyWhereTheFlowDoes() {
        assertThat(Page.of(Samples.identify()).render()).contains("id=\"xt-sign-up\"");
        assertThat(Page.of("xt-identify.ftl", Map.of("email", "", "signUpAllowed", false))
                        .render())
                .doesNotContain("login-actions/registration");
    }

    @Test
    void offersAForgottenPasswordOnlyWhereTheUserFlowDoes() {
        assertThat(Page.of(Samples.password()).render()).contains("reset-credentials");
        assertThat(Page.of("xt-password.ftl", Samples.passwordModel(Map.of("resetOffered", false)))
                        .render())
                .doesNotContain("reset-credentials");
    }

    /** Whoever has such a page has switched the reset off in the user flow. */
    @Test
    void leadsAForgottenPasswordWhereTheBrandSays() {
        String page = Brand.with(
                        Map.of("resetUrl", "https://contoso.example/forgotten"),
                        Page.of("xt-password.ftl", Samples.passwordModel(Map.of("resetOffered", false))))
                .render();

        assertThat(page)
                .contains("id=\"xt-forgot-password\" href=\"https://contoso.example/forgotten\"")
                .doesNotContain("reset-credentials");
    }

    @Test
    void showsOnlyOnceWhoIsSigningIn() {
        assertThat(Page.of(Samples.password())
                        .signingInAs(Samples.EMAIL)
                        .render()
                        .split("class=\"xt-account\"", -1))
                .hasSize(2);
        assertThat(Page.of(Samples.password()).render().split("class=\"xt-account\"", -1))
                .hasSize(2);
    }

    @Test
    void enterInTheCodeFieldVerifies() {
        String html = Page.of(Samples.code(Map.of())).render();
        assertThat(firstButton(html)).contains("value=\"verify\"");
    }

    @Test
    void anotherCodeCanBeAskedForWithoutTypingOne() {
        assertThat(Page.of(Samples.code(Map.of("resendInSeconds", 30))).render())
                .containsPattern("name=\"action\" value=\"resend\" formnovalidate")
                .contains("another code in 30 seconds");
    }

    @Test
    void onlyWhoProvesAnAddressCanChangeIt() {
        assertThat(Page.of(Samples.code(Map.of())).render()).contains("value=\"change\"");
        assertThat(Page.of(Samples.code(Map.of("purpose", "PASSWORD_RESET"))).render())
                .contains("value=\"change\"");
        assertThat(Page.of(Samples.code(Map.of("purpose", "MFA"))).render()).doesNotContain("value=\"change\"");
    }

    @Test
    void eachPageOfAProofOffersTheOther() {
        assertThat(Page.of(Samples.passwordOrCode()).render())
                .containsPattern("name=\"action\" value=\"code\" formnovalidate");
        assertThat(Page.of(Samples.password()).render()).doesNotContain("value=\"code\"");
        assertThat(Page.of(Samples.code(Map.of("purpose", "SIGN_IN"))).render())
                .containsPattern("name=\"action\" value=\"password\" formnovalidate");
        assertThat(Page.of(Samples.code(Map.of("purpose", "MFA"))).render()).doesNotContain("value=\"password\"");
    }

    @Test
    void theBoxToStaySignedInIsThereWhereItIsOfferedAndAsItWasLeft() {
        assertThat(Page.of(Samples.password()).render()).doesNotContain("name=\"rememberMe\"");
        assertThat(Page.of(Screens.find("xt-password-stay").orElseThrow()).render())
                .containsPattern("name=\"rememberMe\" value=\"on\" checked");
        assertThat(Page.of(Screens.find("xt-code-sign-in-stay").orElseThrow()).render())
                .containsPattern("name=\"rememberMe\" value=\"on\">");
    }

    @Test
    void theBoxToStaySignedInIsNotTakenForARequiredOne() {
        String html = Page.of(
                        "xt-attributes.ftl",
                        Map.of(
                                "email",
                                Samples.EMAIL,
                                "minPasswordLength",
                                8,
                                "withPassword",
                                true,
                                "fields",
                                List.of(),
                                "staySignedIn",
                                false))
                .render();

        assertThat(html).containsPattern("Stay signed in on this device <span class=\"xt-optional\">");
    }

    @Test
    void theRuleOfANewPasswordIsSaidFirstAndTheBoxToSignOutElsewhereIsAsItWasLeft() {
        assertThat(Page.of(Samples.resetPassword()).render())
                .contains("At least 8 characters")
                .containsPattern("name=\"logout-sessions\" value=\"on\" checked");
        assertThat(Page.of(
                                "xt-new-password.ftl",
                                Map.of("email", Samples.EMAIL, "minPasswordLength", 0, "endSessions", false))
                        .render())
                .containsPattern("name=\"logout-sessions\" value=\"on\">");
    }

    @Test
    void enterInThePasswordFieldSignsIn() {
        assertThat(firstButton(Page.of(Samples.passwordOrCode()).render())).contains("id=\"xt-sign-in\"");
    }

    /** It is the same for an address without an account, to which no code is sent. */
    @Test
    void theCodePageOfASignInOrAResetSaysNotThatThereIsACode() {
        assertThat(Page.of(Samples.code(Map.of("purpose", "PASSWORD_RESET"))).render())
                .doesNotContain("code we sent");
        assertThat(Page.of(Samples.code(Map.of("purpose", "SIGN_IN"))).render()).doesNotContain("code we sent");
    }

    @Test
    void asksForNoPasswordWhereAccountsHaveNone() {
        assertThat(Page.of(Samples.attributesWithoutPassword()).render())
                .doesNotContain("type=\"password\"")
                .doesNotContain("enter your password again");
    }

    @Test
    void asksForNoCodeWhenNoneCanBeRight() {
        String html = Page.of(Samples.code(Map.of("live", false))).render();
        assertThat(html).doesNotContain("name=\"code\"").doesNotContain("value=\"verify\"");
        assertThat(firstButton(html)).contains("value=\"resend\"");
    }

    @Test
    void saysWhenTheMailCouldNotBeSent() {
        assertThat(Page.of(Samples.code(Map.of("deliveryFailed", true))).render())
                .containsPattern("alert-error\" role=\"alert\">\\s*<div[^>]*>We could not send the email")
                .doesNotContain("code we sent");
    }

    @Test
    void saysSoEvenWhenTheTypedCodeIsWrongAsWell() {
        assertThat(Page.of(Samples.code(Map.of("deliveryFailed", true)))
                        .error("code", "xtCodeWrong")
                        .render())
                .contains("We could not send the email")
                .contains("This code is not correct");
    }

    @Test
    void countsOneMinuteAsOne() {
        assertThat(Page.of(Samples.code(Map.of("minutesValid", 1))).render()).contains("works for 1 more minute.");
        assertThat(Page.of(Samples.code(Map.of("minutesValid", 2))).render()).contains("works for 2 more minutes.");
    }

    @Test
    void attributesKeepWhatWasEntered() {
        assertThat(Page.of(Samples.attributes(List.of(
                                SampleFields.field("consent", "Yes", "CHECKBOX", Map.of("value", "true")),
                                SampleFields.field(
                                        "land", "Land", "COUNTRY", Map.of("value", "NO", "options", norway())))))
                        .render())
                .containsPattern("name=\"attr.consent\" value=\"true\" checked")
                .contains("<option value=\"NO\" selected>Norge</option>");
    }

    @Test
    void severalBoxesKeepTheirTicksAndAreOneGroup() {
        String html = Page.of(Samples.attributes(List.of(SampleFields.field(
                        "colours",
                        "Colours",
                        "CHECKBOXES",
                        Map.of(
                                "options",
                                List.of(
                                        SampleFields.option("Red", "r", true),
                                        SampleFields.option("Blue", "b", false)))))))
                .render();

        assertThat(html)
                .containsPattern("<fieldset id=\"xt-field-0\" role=\"group\"")
                .containsPattern("type=\"checkbox\" name=\"attr.colours\" value=\"r\" checked")
                .containsPattern("type=\"checkbox\" name=\"attr.colours\" value=\"b\">");
    }

    @Test
    void whatACustomerMayOnlyReadIsNotSent() {
        assertThat(Page.of(Samples.attributes(List.of(
                                SampleFields.field("level", "Level", "TEXT", Map.of("value", "3", "readOnly", true)))))
                        .render())
                .containsPattern("value=\"3\" dir=\"auto\" readonly")
                .doesNotContain("name=\"attr.level\"");
    }

    @Test
    void tiesHelpAndErrorToTheirField() {
        assertThat(Page.of(Samples.attributes(List.of(SampleFields.field(
                                "nick",
                                "Nick",
                                "TEXT",
                                Map.of("helpHtml", "At <strong>least</strong> three letters")))))
                        .error("attr.nick", "xtAttributeRequired")
                        .render())
                .contains("aria-describedby=\"xt-field-0-error xt-field-0-help\"")
                .contains("At <strong>least</strong> three letters");
    }

    @Test
    void saysThatATimeIsUtc() {
        assertThat(Page.of(Samples.attributes(List.of(SampleFields.field("when", "When", "DATE_TIME", Map.of()))))
                        .render())
                .containsPattern("type=\"datetime-local\" name=\"attr.when\"")
                .contains("aria-describedby=\"xt-field-0-utc\"");
    }

    @Test
    void theListOfErrorsTakesTheCursorAndSaysWhatIsWrongWithThePage() {
        String html = Page.of(Samples.attributes(SampleFields.fields()))
                .error("attr.country", "xtAttributeRequired")
                .message(MessageType.ERROR, "xtPlainText", "Look again")
                .render();

        assertThat(html).containsPattern("id=\"xt-errors\"[^>]* tabindex=\"-1\" autofocus");
        assertThat(html.split("autofocus", -1)).hasSize(2);
        assertThat(html.split("Look again", -1)).hasSize(2);
    }

    @Test
    void theWordsOfAnOperatorHoldNoHtml() {
        Map<String, Object> model = Map.of(
                "email",
                Samples.EMAIL,
                "minPasswordLength",
                0,
                "withPassword",
                false,
                "fields",
                List.of(SampleFields.field("nick", "Nick", "TEXT", Map.of())),
                "plainErrors",
                Map.of("attr.nick", "a <b>bold</b> {0}", "global", "<i>all</i>"));

        assertThat(Page.of("xt-attributes.ftl", model)
                        .error("attr.nick", "xtPlainText", "a <b>bold</b> {0}")
                        .message(MessageType.ERROR, "xtPlainText", "<i>all</i>")
                        .render())
                .contains("a &lt;b&gt;bold&lt;/b&gt; {0}", "&lt;i&gt;all&lt;/i&gt;")
                .doesNotContain("<b>", "<i>");
        assertThat(Page.of("xt-attributes.ftl", model)
                        .message(MessageType.ERROR, "xtPlainText", "<i>all</i>")
                        .render())
                .contains("&lt;i&gt;all&lt;/i&gt;")
                .doesNotContain("<b>", "<i>");
    }

    @Test
    void aBlockPageShowsTextOnly() {
        assertThat(Page.of("xt-blocked.ftl", Map.of("title", NASTY, "message", NASTY))
                        .render())
                .doesNotContain("<script>alert");
        assertThat(Page.of("xt-blocked.ftl", Map.of()).render()).contains("We cannot create your account");
    }

    /** Else the full stop of an English sentence stands at its beginning on an Arabic page. */
    @Test
    void whatATenantWroteRunsItsOwnWay() {
        Map<String, Object> texts =
                Map.of("helpHtml", "Once is enough.", "options", List.of(SampleFields.option("Yes.", "1", false)));
        assertThat(Page.of(Samples.attributes(List.of(SampleFields.field("nick", "Nick?", "RADIO", texts))))
                        .render())
                .contains("<bdi>Nick?</bdi>")
                .contains("<bdi>Once is enough.</bdi>")
                .contains("<bdi>Yes.</bdi>");
        assertThat(Page.of("xt-blocked.ftl", Map.of("title", "Stop!", "message", "Not here."))
                        .render())
                .contains("<bdi>Stop!</bdi>")
                .contains("<bdi>Not here.</bdi>");
    }

    @Test
    void marksOptionalAttributesInWords() {
        String html = Page.of(Samples.attributes(
                        List.of(SampleFields.field("nick", "Nick", "TEXT", Map.of("required", false)))))
                .render();
        assertThat(html).containsPattern("Nick</bdi> <span[^>]*>\\(optional\\)</span>");
        assertThat(html).doesNotContainPattern("name=\"attr.nick\"[^>]* required");
    }

    @Test
    void listsWrongEntriesWithLinksToThem() {
        assertThat(Page.of(Screens.find("xt-attributes-error").orElseThrow()).render())
                .contains("href=\"#password\"")
                .contains("href=\"#xt-field-2\"><bdi>Country</bdi> – Please fill in this field.</a>")
                .contains("href=\"#xt-field-5\"><bdi>I agree to the terms and conditions");
    }

    @Test
    void labelsOfCheckboxesHoldLinks() {
        assertThat(Page.of(Samples.attributes(SampleFields.fields())).render())
                .contains("I agree to the terms and conditions</a></bdi></label>");
    }

    @Test
    void aNewPasswordIsAskedForWithItsRuleAndWithoutAWarning() {
        String html = Page.of(Samples.newPassword())
                .message(MessageType.WARNING, "updatePasswordMessage")
                .render();

        assertThat(html)
                .contains("At least 8 characters of three")
                .contains("aria-describedby=\"xt-password-hint\"")
                .doesNotContain("role=\"alert\"");
    }

    @Test
    void anInvitationSpeaksOfNoRequiredActions() {
        assertThat(Page.of(Samples.invitation()).render())
                .contains("You are invited to Contoso")
                .contains("Accept the invitation")
                .doesNotContain("following action");
    }

    @Test
    void saysHowLongAPasswordMustBeOnlyWhenThereIsARule() {
        assertThat(Page.of(Samples.attributes(List.of())).render()).contains("At least 8 characters of three");
        assertThat(Page.of(
                                "xt-attributes.ftl",
                                Map.of(
                                        "email",
                                        "a@b.c",
                                        "minPasswordLength",
                                        0,
                                        "withPassword",
                                        true,
                                        "fields",
                                        List.of()))
                        .render())
                .doesNotContain("xt-password-hint");
    }

    static List<String> names() {
        return Screens.ours().stream().map(Screen::id).toList();
    }

    private static List<Map<String, Object>> norway() {
        return List.of(SampleFields.option("Norge", "NO", true));
    }

    private static String firstButton(String html) {
        return html.substring(html.indexOf("<button"), html.indexOf("</button>"));
    }
}
