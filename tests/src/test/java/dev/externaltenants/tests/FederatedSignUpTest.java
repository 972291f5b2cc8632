package dev.externaltenants.tests;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.tests.harness.FederatedJourney;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.ForeignProvider;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.SignIn;
import dev.externaltenants.tests.harness.Tenant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** New customers who come with an identity provider: a second realm, as OpenID and as SAML provider. */
final class FederatedSignUpTest {

    private static final String OIDC = "fabrikam";
    private static final String SAML = "fabrikam-saml";
    private static final String SAML_TRUSTED = "fabrikam-saml-trusted";
    private static final Map<String, String> CLAIMS = Map.of(
            "phone_number", "+64 4 555 0100",
            "street_address", "1 Harbour Street",
            "locality", "Wellington",
            "region", "WGN",
            "postal_code", "6011",
            "country", "NZ",
            "vip", "true",
            "jobTitle", "President");

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("federated", MAIL);

    @RegisterExtension
    static final ForeignProvider FABRIKAM = ForeignProvider.named("fabrikam");

    @RegisterExtension
    static final ForeignProvider TRUSTED = ForeignProvider.named("trusted");

    private static RelyingParty shop;
    private static RelyingParty plain;
    private static RelyingParty closed;
    private static RelyingParty secured;

    @BeforeAll
    static void apps() {
        FABRIKAM.oidcProviderOf(TENANT, OIDC);
        FABRIKAM.samlProviderOf(TENANT, SAML, Map.of());
        TRUSTED.samlProviderOf(TENANT, SAML_TRUSTED, Map.of("trustEmail", true));
        TENANT.attribute("phoneNumber", "STRING");
        TENANT.attribute("vip", "STRING");
        shop = app(
                "shop",
                FlowSpec.named("customers")
                        .asks("givenName")
                        .asksOptionally("surname", "TEXT")
                        .asksOptionally("displayName", "TEXT")
                        .asksOptionally("streetAddress", "TEXT")
                        .asksOptionally("city", "TEXT")
                        .asksOptionally("state", "TEXT")
                        .asksOptionally("postalCode", "TEXT")
                        .asksOptionally("country", "COUNTRY")
                        .asksOptionally("phoneNumber", "TEXT")
                        .asksOptionally("jobTitle", "TEXT"));
        plain = app("plain", FlowSpec.named("plain"));
        closed = app("closed", FlowSpec.named("no-sign-up").withoutSignUp());
        secured = app("secured", FlowSpec.named("secured").requiresMfa());
    }

    private static RelyingParty app(String clientId, FlowSpec flow) {
        return TENANT.app(clientId, TENANT.userFlow(flow.lists(OIDC, SAML, SAML_TRUSTED)));
    }

    @Test
    void whatTheProviderSaysIsFilledInAndStoredWithTheAccount() {
        String email = Customers.anyone();
        FABRIKAM.user(email, email, true, CLAIMS);
        FederatedJourney journey = FederatedJourney.at(shop, MAIL);

        FormPage page = journey.comeBack(OIDC, email).asking("attr.givenName");

        assertThat(page.asks("password")).isFalse();
        assertThat(valuesOn(page))
                .containsEntry("attr.givenName", "Kim")
                .containsEntry("attr.surname", "Akers")
                .containsEntry("attr.displayName", "Kim Akers")
                .containsEntry("attr.streetAddress", "1 Harbour Street")
                .containsEntry("attr.city", "Wellington")
                .containsEntry("attr.state", "WGN")
                .containsEntry("attr.postalCode", "6011")
                .containsEntry("attr.phoneNumber", "+64 4 555 0100")
                .containsEntry("attr.jobTitle", "");
        assertThat(page.document()
                        .select("[name='attr.country'] option[selected]")
                        .attr("value"))
                .isEqualTo("NZ");
        SignIn.Tokens tokens = journey.signIn()
                .redeem(journey.collect(page, Map.of("givenName", "Kimberley", "city", "Wellington"))
                        .returned());
        assertThat(tokens.id().getClaim("acr")).isEqualTo("1");
        assertThat(tokens.id().getClaim("email")).isEqualTo(email);
        JsonNode account = TENANT.customer(email);
        assertThat(account.path("firstName").asText()).isEqualTo("Kimberley");
        assertThat(account.path("emailVerified").asBoolean()).isTrue();
        assertThat(account.at("/attributes/locality/0").asText()).isEqualTo("Wellington");
        assertThat(account.path("attributes").has("vip")).isFalse();
        assertThat(providersOf(email)).containsExactly(OIDC);
        assertThat(get("/users/" + account.path("id").asText() + "/credentials"))
                .isEmpty();
        assertThat(MAIL.countTo(email)).isZero();
    }

    @Test
    void aClaimThatTheFlowDoesNotAskForIsNotStored() {
        String email = Customers.anyone();
        FABRIKAM.user(email, email, true, CLAIMS);
        FederatedJourney journey = FederatedJourney.at(plain, MAIL);

        journey.signIn().redeem(journey.comeBack(OIDC, email).returned());

        JsonNode account = TENANT.customer(email);
        assertThat(account.path("firstName").asText()).isEmpty();
        assertThat(account.path("attributes").size())
                .as(account.toString())
                .isEqualTo(account.path("attributes").has("locale") ? 1 : 0);
    }

    @Test
    void aHiddenFieldTakesTheClaimAndWithoutOneItsDefault() {
        String email = Customers.anyone();
        FABRIKAM.user(email, email, true, CLAIMS);
        RelyingParty unseen = app(
                "unseen",
                FlowSpec.named("unseen")
                        .asks("givenName", Map.of("hidden", true, "required", true, "defaultValue", "Guest"))
                        .asks("jobTitle", Map.of("hidden", true, "defaultValue", "Customer")));

        FederatedJourney.at(unseen, MAIL).comeBack(OIDC, email).returned();

        assertThat(TENANT.customer(email).path("firstName").asText()).isEqualTo("Kim");
        assertThat(TENANT.customer(email).at("/attributes/jobTitle/0").asText()).isEqualTo("Customer");
    }

    @Test
    void whoComesBackGetsDefaultsAndIsAskedOnlyForWhatAPersonCanAnswer() {
        String email = Customers.anyone();
        FABRIKAM.user(email, email, true, CLAIMS);
        FederatedJourney.at(plain, MAIL).comeBack(OIDC, email).returned();
        RelyingParty later = app(
                "later",
                FlowSpec.named("later")
                        .asks("vip", Map.of("hidden", true, "required", true, "defaultValue", "no"))
                        .asks(
                                "jobTitle",
                                Map.of("required", true, "pattern", "[A-Z].*", "patternMessage", "A capital."))
                        .asksOptionally("city", "TEXT"));
        FederatedJourney journey = FederatedJourney.at(later, MAIL);

        FormPage page = journey.comeBack(OIDC, email).asking("attr.jobTitle");
        FormPage refused = journey.collect(page, Map.of("jobTitle", "roaster", "vip", "yes"));
        assertThat(refused.errorOf("attr.jobTitle")).isEqualTo("A capital.");
        journey.collect(refused, Map.of("jobTitle", "Roaster", "vip", "yes", "city", "Elsewhere"))
                .returned();

        JsonNode account = TENANT.customer(email);
        assertThat(account.at("/attributes/jobTitle/0").asText()).isEqualTo("Roaster");
        assertThat(account.at("/attributes/vip/0").asText()).isEqualTo("no");
        assertThat(account.path("attributes").has("locality")).isFalse();
    }

    @Test
    void anAddressThatTheProviderDoesNotVouchForIsProvenByACode() {
        String email = Customers.anyone();
        FABRIKAM.user(email, email, false, Map.of());
        FederatedJourney journey = FederatedJourney.at(plain, MAIL);

        FormPage code = journey.comeBack(OIDC, email).asking("code");

        assertThat(code.text()).contains(ForeignProvider.NAME + " did not confirm your email address");
        assertThat(TENANT.customer(email).isMissingNode()).isTrue();
        journey.signIn().redeem(journey.codeFrom(code, email).returned());
        assertThat(TENANT.customer(email).path("emailVerified").asBoolean()).isTrue();
        assertThat(providersOf(email)).containsExactly(OIDC);
    }

    @Test
    void anotherAddressThanTheProvidersIsProvenAndStays() {
        String claimed = Customers.anyone();
        String own = Customers.anyone();
        FABRIKAM.user(claimed, claimed, false, Map.of());
        FederatedJourney journey = FederatedJourney.at(plain, MAIL);

        FormPage email = journey.browser()
                .submit(journey.comeBack(OIDC, claimed).asking("code"), Map.of("action", "change"))
                .asking("email");
        FormPage code = journey.browser().submit(email, Map.of("email", own));
        journey.signIn().redeem(journey.codeFrom(code, own).returned());

        assertThat(TENANT.customer(claimed).isMissingNode()).isTrue();
        assertThat(TENANT.customer(own).path("emailVerified").asBoolean()).isTrue();
        assertThat(providersOf(own)).containsExactly(OIDC);
    }

    @Test
    void anAddressThatTheProviderDoesNotSayIsAskedForAndProven() {
        String email = Customers.anyone();
        String username = email.replace("@example.com", "");
        FABRIKAM.user(username, null, false, Map.of());
        FederatedJourney journey = FederatedJourney.at(plain, MAIL);

        FormPage page = journey.comeBack(OIDC, username).asking("email");

        assertThat(page.text()).contains(ForeignProvider.NAME + " did not tell us your email address");
        FormPage code = journey.browser().submit(page, Map.of("email", email));
        journey.signIn().redeem(journey.codeFrom(code, email).returned());
        assertThat(providersOf(email)).containsExactly(OIDC);
    }

    @Test
    void aFlowWithoutSignUpMakesNoAccountAndLetsThoseInWhoHaveOne() {
        String known = Customers.anyone();
        String unknown = Customers.anyone();
        FABRIKAM.user(known, known, true, Map.of());
        FABRIKAM.user(unknown, unknown, true, Map.of());
        FederatedJourney.at(plain, MAIL).comeBack(OIDC, known).returned();

        FormPage refused = FederatedJourney.at(closed, MAIL).comeBack(OIDC, unknown);
        FederatedJourney journey = FederatedJourney.at(closed, MAIL);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("does not offer sign-up");
        assertThat(TENANT.customer(unknown).isMissingNode()).isTrue();
        journey.signIn().redeem(journey.comeBack(OIDC, known).returned());
    }

    @Test
    void aNewCustomerOfAnAppWithASecondFactorIsAskedForACodeBesidesTheProvider() {
        String email = Customers.anyone();
        FABRIKAM.user(email, email, true, Map.of());
        FederatedJourney journey = FederatedJourney.at(secured, MAIL);

        FormPage code = journey.comeBack(OIDC, email).asking("code");
        SignIn.Tokens tokens =
                journey.signIn().redeem(journey.codeFrom(code, email).returned());

        assertThat(tokens.id().getClaim("acr")).isEqualTo("2");
    }

    @Test
    void aCodeThatProvedTheAddressIsTheSecondFactor() {
        String email = Customers.anyone();
        FABRIKAM.user(email, email, false, Map.of());
        FederatedJourney journey = FederatedJourney.at(secured, MAIL);

        FormPage code = journey.comeBack(OIDC, email).asking("code");
        SignIn.Tokens tokens =
                journey.signIn().redeem(journey.codeFrom(code, email).returned());

        assertThat(tokens.id().getClaim("acr")).isEqualTo("2");
        assertThat(MAIL.countTo(email)).isEqualTo(1);
    }

    /** Else the account would be there without its provider, and a code alone cannot open an app with a second factor. */
    @Test
    void whoGivesUpAtTheSecondFactorComesBackWithTheProvider() {
        String email = Customers.anyone();
        FABRIKAM.user(email, email, true, Map.of());
        FederatedJourney.at(secured, MAIL).comeBack(OIDC, email).asking("code");

        assertThat(providersOf(email)).containsExactly(OIDC);
    }

    @Test
    void samlAttributesAreTakenAndTheAddressIsProven() {
        String email = Customers.anyone();
        FABRIKAM.user(email, email, true, CLAIMS);
        FederatedJourney journey = FederatedJourney.at(shop, MAIL);

        FormPage code = journey.comeBack(SAML, email).asking("code");
        FormPage page = journey.codeFrom(code, email).asking("attr.givenName");

        assertThat(valuesOn(page))
                .containsEntry("attr.givenName", "Kim")
                .containsEntry("attr.surname", "Akers")
                .containsEntry("attr.city", "Wellington")
                .containsEntry("attr.jobTitle", "");
        journey.signIn()
                .redeem(journey.collect(page, Map.of("givenName", "Kim")).returned());
        assertThat(providersOf(email)).containsExactly(SAML);
    }

    @Test
    void anOperatorMayVouchForTheAddressesOfAProviderThatSaysNothingOfThem() {
        String email = Customers.anyone();
        TRUSTED.user(email, email, true, Map.of());
        FederatedJourney journey = FederatedJourney.at(plain, MAIL);

        journey.signIn().redeem(journey.comeBack(SAML_TRUSTED, email).returned());

        assertThat(TENANT.customer(email).path("emailVerified").asBoolean()).isTrue();
        assertThat(MAIL.countTo(email)).isZero();
    }

    private static Map<String, String> valuesOn(FormPage page) {
        return page.document().select("input[name^=attr.]").stream()
                .collect(Collectors.toMap(input -> input.attr("name"), input -> input.attr("value")));
    }

    private static List<String> providersOf(String email) {
        return get("/users/" + TENANT.customer(email).path("id").asText() + "/federated-identity")
                .findValuesAsText("identityProvider");
    }

    private static JsonNode get(String path) {
        return TENANT.admin().get("/" + TENANT.realm() + path).expect(200).json();
    }
}
