package dev.externaltenants.tests;

import java.net.URI;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.externaltenants.tests.harness.FederatedJourney;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.ForeignProvider;
import dev.externaltenants.tests.harness.FormBrowser;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.SignIn;
import dev.externaltenants.tests.harness.Tenant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Customers see and change their own account, on pages of ours. */
@Tag("any-database")
final class AccountPageTest {

    private static final String PROVIDER = "fabrikam";

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("account-page", MAIL);

    @RegisterExtension
    static final ForeignProvider FABRIKAM = ForeignProvider.named("fabrikam");

    private static RelyingParty shop;

    private String email;

    @BeforeAll
    static void aShopThatAsksForThings() {
        FABRIKAM.oidcProviderOf(TENANT, PROVIDER);
        TENANT.attribute("loyaltyNumber", "INT");
        TENANT.attribute("interests", "STRING_COLLECTION");
        TENANT.attribute("newsletter", "BOOLEAN");
        TENANT.attribute("level", "STRING");
        TENANT.attribute("score", "STRING");
        TENANT.attribute("unasked", "STRING");
        TENANT.attribute("acceptedTerms", "BOOLEAN");
        List<Map<String, String>> interests =
                List.of(Map.of("text", "Coffee", "value", "coffee"), Map.of("text", "Tea", "value", "tea"));
        shop = TENANT.app(
                "shop",
                TENANT.userFlow(FlowSpec.named("customers")
                        .asks("givenName")
                        .asks("city", "TEXT", false)
                        .asksOptionally("loyaltyNumber", "NUMERIC")
                        .asks("interests", Map.of("inputType", "CHECKBOXES", "options", interests))
                        .asks("newsletter", "CHECKBOX", false)
                        .asks("level", Map.of("editable", false))
                        .asks("score", Map.of("hidden", true))
                        .lists(PROVIDER)));
    }

    @BeforeEach
    void aCustomer() {
        email = Customers.anyone();
        TENANT.existingCustomer(email, Journey.PASSWORD);
    }

    @Test
    void aCustomerSeesAndChangesWhatTheTenantAsksFor() {
        OwnAccount account = OwnAccount.of(TENANT, email);
        FormPage page = account.open("");

        assertThat(page.text()).contains(email);
        assertThat(page.document().select("[name='attr.givenName']").attr("value"))
                .isEqualTo("Kim");
        FormPage saved = account.save(
                Map.of("attr.givenName", "Kimberly", "attr.city", "Oslo", "attr.interests", "tea", "language", "en"));

        assertThat(saved.message()).isEqualTo("Your changes are saved.");
        assertThat(saved.uri()).isEqualTo(account.address(""));
        assertThat(account.open("").message()).isEmpty();
        JsonNode customer = TENANT.customer(email);
        assertThat(customer.path("firstName").asText()).isEqualTo("Kimberly");
        assertThat(customer.path("lastName").asText()).isEqualTo("Akers");
        assertThat(customer.at("/attributes/locality/0").asText()).isEqualTo("Oslo");
        assertThat(customer.at("/attributes/interests/0").asText()).isEqualTo("tea");
        assertThat(customer.at("/attributes/newsletter").isMissingNode()).isTrue();
        assertThat(eventDetails("UPDATE_PROFILE").path("context").asText()).isEqualTo("ACCOUNT");
        assertThat(eventDetails("UPDATE_PROFILE").path("updated_locality").asText())
                .isEqualTo("Oslo");
    }

    @Test
    void whatIsNotChangedStaysAndIsNoEvent() {
        change(Map.of("locality", List.of("Oslo"), "interests", List.of("coffee", "cocoa"), "unasked", List.of("x")));
        JsonNode before = TENANT.customer(email);
        OwnAccount account = OwnAccount.of(TENANT, email);

        assertThat(account.browser()
                        .submitAsShown(account.open(""), "attr.givenName")
                        .message())
                .isEqualTo("Your changes are saved.");

        JsonNode after = TENANT.customer(email);
        assertThat(after.path("attributes").path("interests").size()).isEqualTo(2);
        assertThat(after.at("/attributes/locality")).isEqualTo(before.at("/attributes/locality"));
        assertThat(after.at("/attributes/unasked")).isEqualTo(before.at("/attributes/unasked"));
        assertThat(after.path("firstName")).isEqualTo(before.path("firstName"));
    }

    @Test
    void theRulesOfSignUpHoldAndNothingIsSavedHalf() {
        OwnAccount account = OwnAccount.of(TENANT, email);

        FormPage refused = account.save(
                Map.of("attr.givenName", "", "attr.city", "Oslo", "attr.loyaltyNumber", "many", "language", "en"));

        assertThat(refused.errorOf("attr.loyaltyNumber")).isEqualTo("Please enter a whole number.");
        assertThat(refused.errorOf("attr.givenName")).isEqualTo("Please fill in this field.");
        assertThat(refused.document().select("#xt-errors a[href='#xt-field-0']").text())
                .contains("Please fill in");
        assertThat(refused.document().select("[name='attr.city']").attr("value"))
                .isEqualTo("Oslo");
        assertThat(refused.document().select("[name='attr.loyaltyNumber']").attr("value"))
                .isEqualTo("many");
        assertThat(TENANT.customer(email).path("firstName").asText()).isEqualTo("Kim");
        assertThat(TENANT.customer(email).at("/attributes/locality").isMissingNode())
                .isTrue();
    }

    @Test
    void aFieldThatIsReadOnlyHiddenOrUnknownChangesNothing() {
        change(Map.of("level", List.of("gold"), "score", List.of("7")));
        OwnAccount account = OwnAccount.of(TENANT, email);
        FormPage page = account.open("");

        assertThat(page.text()).doesNotContain("score");
        assertThat(page.document().select("input[readonly]").attr("value")).isEqualTo("gold");
        account.save(Map.of(
                "attr.givenName", "Kim",
                "attr.level", "platinum",
                "attr.score", "9",
                "attr.xt.deletedAt", "1",
                "attr.email", "other@example.com",
                "attr.username", "root",
                "email", "other@example.com",
                "attr.nothing", "x",
                "language", "xx"));

        JsonNode customer = TENANT.customer(email);
        assertThat(customer.at("/attributes/level/0").asText()).isEqualTo("gold");
        assertThat(customer.at("/attributes/score/0").asText()).isEqualTo("7");
        assertThat(customer.path("attributes").has("nothing")).isFalse();
        assertThat(customer.path("attributes").has("xt.deletedAt")).isFalse();
        assertThat(customer.path("username").asText()).isEqualTo(email);
        assertThat(customer.at("/attributes/locale/0").asText()).isNotEqualTo("xx");
    }

    @Test
    void theLanguageOfTheAccountIsThatOfItsPages() {
        OwnAccount account = OwnAccount.of(TENANT, email);

        FormPage saved = account.save(Map.of("attr.givenName", "Kim", "language", "de"));

        assertThat(saved.message()).isEqualTo("Ihre Änderungen sind gespeichert.");
        assertThat(TENANT.customer(email).at("/attributes/locale/0").asText()).isEqualTo("de");
        assertThat(account.open("?kc_locale=en").document().select("h1").text()).isEqualTo("Personal data");
        assertThat(TENANT.customer(email).at("/attributes/locale/0").asText()).isEqualTo("de");
    }

    @Test
    void aPasswordIsChangedByTheOneWhoHasIt() {
        OwnAccount account = OwnAccount.of(TENANT, email);

        FormPage form = account.press(account.open("sign-in"), "xt-change-password", Map.of());
        FormPage changed = account.browser()
                .submit(
                        form.asking("password-new"),
                        Map.of("password-new", "an-Other-password-5", "password-confirm", "an-Other-password-5"));

        assertThat(changed.uri()).isEqualTo(account.address("sign-in"));
        assertThat(changed.message()).isEqualTo("Your password is changed.");
        assertThat(Journey.at(shop, MAIL)
                        .passwordGiven(email, "an-Other-password-5")
                        .leftFor())
                .isNotNull();
    }

    @Test
    void aProviderIsConnectedAndDisconnected() {
        FABRIKAM.user(email, email, true, Map.of());
        OwnAccount account = OwnAccount.of(TENANT, email);

        FormPage ask = account.press(account.open("sign-in"), "xt-connect-" + PROVIDER, Map.of());
        FormPage atProvider = account.browser()
                .post(URI.create(ask.document().select("form").first().absUrl("action")), Map.of("continue", "x"));
        FormPage connected =
                FederatedJourney.at(shop, MAIL, account.browser()).signInThere(atProvider.asking("username"), email);

        assertThat(connected.message()).startsWith("The account is connected.");
        assertThat(linksOf(email)).containsExactly(PROVIDER);
        FormPage disconnected = account.press(account.open("sign-in"), "xt-disconnect-" + PROVIDER, Map.of());
        assertThat(disconnected.message()).isEqualTo("The account is no longer connected.");
        assertThat(linksOf(email)).isEmpty();
        assertThat(eventDetails("REMOVE_FEDERATED_IDENTITY")
                        .path("identity_provider")
                        .asText())
                .isEqualTo(PROVIDER);
    }

    @Test
    void theLastWayInIsNotTakenAway() {
        String federated = Customers.anyone();
        FABRIKAM.user(federated, federated, true, Map.of("locality", "Oslo"));
        FederatedJourney journey = FederatedJourney.at(shop, MAIL);
        journey.collect(journey.comeBack(PROVIDER, federated), Map.of("givenName", "Kim"))
                .returned();
        OwnAccount account = OwnAccount.in(TENANT, journey.browser());

        FormPage page = account.open("sign-in");

        assertThat(page.text()).contains("your only way to sign in").contains("Your account has no password.");
        assertThat(page.document().getElementById("xt-disconnect-" + PROVIDER)).isNull();
        FormPage refused = account.browser()
                .post(account.address("sign-in/disconnection"), Map.of("token", account.token(), "provider", PROVIDER));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(linksOf(federated)).containsExactly(PROVIDER);
    }

    @Test
    void aProviderThatIsNotOfferedIsNotConnected() {
        OwnAccount account = OwnAccount.of(TENANT, email);

        FormPage refused = account.browser()
                .post(account.address("sign-in/connection"), Map.of("token", account.token(), "provider", "other"));

        assertThat(refused.status()).isEqualTo(409);
    }

    @Test
    void allOtherSessionsEndAndThisOneStays() {
        SignIn elsewhere = shop.signIn();
        FormBrowser other = new FormBrowser();
        FormPage identify = other.open(elsewhere.uri());
        SignIn.Tokens tokens = elsewhere.redeem(
                other.submit(other.submit(identify, Map.of("username", email)), Map.of("password", Journey.PASSWORD))
                        .returned());
        OwnAccount account = OwnAccount.of(TENANT, email);

        FormPage page = account.open("sign-in");
        assertThat(page.document().select("#xt-sessions-title + ul li")).hasSize(2);
        FormPage ended = account.press(page, "xt-sign-out-elsewhere", Map.of());

        assertThat(ended.message()).isEqualTo("You are signed out everywhere else.");
        assertThat(ended.document().select("#xt-sessions-title + ul li")).hasSize(1);
        assertThat(elsewhere.refresh(tokens.refreshToken()).status()).isEqualTo(400);
        assertThat(account.open("").uri()).isEqualTo(account.address(""));
    }

    @Test
    void theFileHasWhatIsStoredAndNothingOfOurs() throws Exception {
        change(Map.of("locality", List.of("Oslo"), "interests", List.of("coffee", "tea"), "score", List.of("7")));
        TENANT.link(email, PROVIDER, "subject-1");
        OwnAccount account = OwnAccount.of(TENANT, email);

        String file = account.open("privacy/data").document().body().wholeText();

        JsonNode data = new ObjectMapper().readTree(file);
        assertThat(data.at("/account/email").asText()).isEqualTo(email);
        assertThat(data.at("/attributes/firstName/0").asText()).isEqualTo("Kim");
        assertThat(data.at("/attributes/locality/0").asText()).isEqualTo("Oslo");
        assertThat(data.at("/attributes/interests").size()).isEqualTo(2);
        assertThat(data.at("/attributes/score/0").asText()).isEqualTo("7");
        assertThat(data.at("/identityProviders/0/identityProvider").asText()).isEqualTo(PROVIDER);
        assertThat(data.at("/sessions/0/applications/0").asText()).isEqualTo("account");
        assertThat(file).doesNotContain("xt.").doesNotContain("argon").doesNotContain("salt");
    }

    @Test
    void aConsentIsWithdrawnAndAskedForAgain() throws Exception {
        Map<String, Object> consent = Map.of(
                "inputType",
                "CHECKBOX",
                "required",
                true,
                "label",
                "I accept the [terms](https://shop.example/terms)",
                "consent",
                Map.of("document", "terms", "version", "1"));
        RelyingParty strict =
                TENANT.app("strict", TENANT.userFlow(FlowSpec.named("strict").asks("acceptedTerms", consent)));
        String newcomer = Customers.anyone();
        Journey journey = Journey.at(strict, MAIL);
        journey.signUp(newcomer, Map.of("acceptedTerms", "true"));
        OwnAccount account = OwnAccount.in(TENANT, journey.browser());
        FormPage privacy = account.open("privacy");

        assertThat(privacy.text()).contains("I accept the terms").contains("You agreed on");
        assertThat(account.open("").asks("attr.acceptedTerms")).isFalse();
        FormPage withdrawn = account.press(privacy, "xt-withdraw-acceptedTerms", Map.of());

        assertThat(withdrawn.message()).startsWith("Your consent is withdrawn.");
        assertThat(withdrawn.text()).contains("Withdrawn on");
        assertThat(TENANT.customer(newcomer).at("/attributes/acceptedTerms/0").asText())
                .isEqualTo("false");
        JsonNode receipts = new ObjectMapper()
                .readTree(account.open("privacy/data").document().body().wholeText())
                .path("consents");
        assertThat(receipts.findValuesAsText("action")).containsExactly("WITHDRAWN", "GIVEN");
        assertThat(account.browser()
                        .post(
                                account.address("privacy/withdrawal"),
                                Map.of("token", account.token(), "attribute", "acceptedTerms"))
                        .status())
                .isEqualTo(409);
        assertThat(Journey.at(strict, MAIL)
                        .passwordGiven(newcomer, Journey.PASSWORD)
                        .asks("attr.acceptedTerms"))
                .isTrue();
    }

    @Test
    void keycloaksConsoleComesBackWithItsTheme() {
        Tenant other = Tenant.named("account-console", MAIL).create();
        try {
            assertThat(accountTheme(other)).isEqualTo("external-tenant");
            other.admin()
                    .put("/" + other.realm(), Map.of("accountTheme", "keycloak.v3"))
                    .expect(204);
            other.admin().put(other.path(""), Map.of()).expect(200);

            FormPage console = new FormBrowser().open(URI.create(other.issuer() + "/account/"));

            assertThat(accountTheme(other)).isEqualTo("keycloak.v3");
            assertThat(console.document().select("#app")).isNotEmpty();
            other.admin().put("/" + other.realm(), Map.of("accountTheme", "")).expect(204);
            other.admin().put(other.path(""), Map.of()).expect(200);
            assertThat(accountTheme(other)).isEqualTo("external-tenant");
            other.admin().delete(other.path("")).expect(204);
            assertThat(accountTheme(other)).isEmpty();
        } finally {
            other.delete();
        }
    }

    private static String accountTheme(Tenant tenant) {
        return tenant.admin()
                .get("/" + tenant.realm())
                .expect(200)
                .json()
                .path("accountTheme")
                .asText();
    }

    private void change(Map<String, List<String>> attributes) {
        JsonNode customer = TENANT.customer(email);
        TENANT.admin()
                .put(
                        "/" + TENANT.realm() + "/users/" + customer.path("id").asText(),
                        Map.of("email", email, "firstName", "Kim", "lastName", "Akers", "attributes", attributes))
                .expect(204);
    }

    private JsonNode eventDetails(String type) {
        return TENANT.admin()
                .get("/" + TENANT.realm() + "/events?type=" + type + "&max=1&user="
                        + TENANT.customer(email).path("id").asText())
                .expect(200)
                .json()
                .path(0)
                .path("details");
    }

    private static List<String> linksOf(String email) {
        return TENANT.admin()
                .get("/" + TENANT.realm() + "/users/"
                        + TENANT.customer(email).path("id").asText() + "/federated-identity")
                .expect(200)
                .json()
                .findValuesAsText("identityProvider");
    }
}
