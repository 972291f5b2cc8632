package dev.externaltenants.tests;

import java.net.URI;
import java.util.Map;

import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.FormBrowser;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.SignIn;
import dev.externaltenants.tests.harness.Tenant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** What a customer gets is decided by the app's user flow, and by nothing that the customer can change. */
@Tag("any-database")
final class SecondAppTest {

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("second-app", MAIL);

    private static RelyingParty shop;
    private static RelyingParty partners;
    private static RelyingParty backOffice;
    private static RelyingParty signInOnly;
    private static RelyingParty closed;
    private static RelyingParty secured;

    @BeforeAll
    static void appsWithDifferentFlows() {
        shop = TENANT.app("shop", TENANT.userFlow(FlowSpec.named("customers").asks("givenName")));
        partners = TENANT.app(
                "partners",
                TENANT.userFlow(FlowSpec.named("partners").asks("jobTitle").asks("city")));
        signInOnly = TENANT.app(
                "sign-in-only", TENANT.userFlow(FlowSpec.named("no-sign-up").withoutSignUp()));
        closed = TENANT.app("closed", TENANT.userFlow(FlowSpec.named("closed").disabled()));
        secured =
                TENANT.app("secured", TENANT.userFlow(FlowSpec.named("secured").requiresMfa()));
        backOffice = TENANT.app("back-office", null);
    }

    @Test
    void eachAppAsksForTheAttributesOfItsOwnFlow() {
        FormPage ofShop = Journey.at(shop, MAIL).attributesPage(Customers.anyone());
        FormPage ofPartners = Journey.at(partners, MAIL).attributesPage(Customers.anyone());

        assertThat(ofShop.document().select("[name^=attr.]").eachAttr("name")).containsExactly("attr.givenName");
        assertThat(ofPartners.document().select("[name^=attr.]").eachAttr("name"))
                .containsExactly("attr.jobTitle", "attr.city");
    }

    @Test
    void anAppWithoutFlowOffersNoSignUp() {
        assertThat(Journey.at(shop, MAIL).signInPage().offersSignUp()).isTrue();
        assertThat(Journey.at(backOffice, MAIL).signInPage().offersSignUp()).isFalse();
    }

    @Test
    void anAppWhoseFlowHasNoSignUpOffersNone() {
        assertThat(Journey.at(signInOnly, MAIL).signInPage().offersSignUp()).isFalse();
        assertRefused(new FormBrowser().open(signInOnly.signIn().registrationUri()));
    }

    @Test
    void theRegistrationUrlOfAnAppWithoutFlowIsRefused() {
        assertRefused(new FormBrowser().open(backOffice.signIn().registrationUri()));
    }

    @Test
    void promptCreateOfAnAppWithoutFlowIsRefused() {
        assertRefused(new FormBrowser()
                .open(backOffice.signIn(Map.of("prompt", "create")).uri()));
    }

    @Test
    void openingTheRegistrationActionOfAnAppWithoutFlowIsRefused() {
        Journey journey = Journey.at(backOffice, MAIL);
        URI action = registrationActionOf(journey.signInPage());

        assertRefused(journey.browser().open(action));
    }

    @Test
    void postingToTheRegistrationActionOfAnAppWithoutFlowIsRefusedAndSendsNothing() {
        String email = Customers.anyone();
        Journey journey = Journey.at(backOffice, MAIL);
        URI action = registrationActionOf(journey.signInPage());

        assertRefused(journey.browser().post(action, Map.of("email", email)));
        assertThat(MAIL.countTo(email)).isZero();
    }

    @Test
    void anAppWithADisabledFlowIsRefusedWithAClearPage() {
        FormPage page = new FormBrowser().open(closed.signIn().uri());

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.text()).contains("Signing in to this app is not possible at the moment");
    }

    @Test
    void anAppThatPointsAtAnUnknownFlowIsRefused() {
        RelyingParty lost = TENANT.app("lost", null);
        String id = TENANT.admin()
                .get("/" + TENANT.realm() + "/clients?clientId=lost")
                .json()
                .at("/0/id")
                .asText();
        TENANT.admin()
                .put(
                        "/" + TENANT.realm() + "/clients/" + id,
                        Map.of(
                                "clientId",
                                "lost",
                                "attributes",
                                Map.of("xt.userFlow", "00000000-0000-0000-0000-000000000000")))
                .expect(204);

        assertThat(new FormBrowser().open(lost.signIn().uri()).status()).isEqualTo(403);
    }

    @Test
    void anAppThatRequiresMfaAsksASessionThatProvedThePasswordForTheCodeOnly() {
        String email = Customers.anyone();
        TENANT.existingCustomer(email, Journey.PASSWORD);
        Journey journey = Journey.at(shop, MAIL);
        journey.passwordGiven(email, Journey.PASSWORD).returned();

        SignIn atSecured = secured.signIn();
        FormPage code = journey.browser().open(atSecured.uri()).asking("code");

        assertThat(code.asks("username")).isFalse();
        assertThat(code.asks("password")).isFalse();
        URI returned = journey.typeCode(code, MAIL.codeFor(email)).returned();
        assertThat(levelOf(atSecured.redeem(returned))).isEqualTo("2");
    }

    @Test
    void aSessionThatProvedBothIsAskedNothingMoreByEitherApp() {
        String email = Customers.anyone();
        TENANT.existingCustomer(email, Journey.PASSWORD);
        Journey journey = Journey.at(secured, MAIL);
        FormPage code = journey.passwordGiven(email, Journey.PASSWORD).asking("code");
        journey.typeCode(code, MAIL.codeFor(email)).returned();

        assertThat(journey.browser().open(shop.signIn().uri()).leftFor()).isNotNull();
        assertThat(journey.browser().open(secured.signIn().uri()).leftFor()).isNotNull();
    }

    /** What a customer may change there protects every app, so one app's second factor is asked there as well. */
    @Test
    void theAccountConsoleAsksAsMuchAsTheStrictestUserFlow() {
        String email = Customers.anyone();
        TENANT.existingCustomer(email, Journey.PASSWORD);
        RelyingParty console = RelyingParty.of(TENANT, "account-console");
        FormBrowser browser = new FormBrowser();

        FormPage identify = browser.open(console.signIn(Map.of("redirect_uri", TENANT.issuer() + "/account/"))
                .uri());
        FormPage password = browser.submit(identify, Map.of("username", email));
        FormPage afterPassword = browser.submit(password, Map.of("password", Journey.PASSWORD));

        assertThat(afterPassword.asks("code")).as(afterPassword.toString()).isTrue();
    }

    /** What the link to sign up would be if there were one: it names the app and the tab, and no step. */
    private static URI registrationActionOf(FormPage signInPage) {
        return URI.create(signInPage
                .action()
                .toString()
                .replace("/authenticate?", "/registration?")
                .replaceAll("(session_code|execution)=[^&]*&", ""));
    }

    private static void assertRefused(FormPage page) {
        assertThat(page.asks("email")).as(page.toString()).isFalse();
        assertThat(page.asks("password")).as(page.toString()).isFalse();
        assertThat(page.status()).as(page.toString()).isEqualTo(403);
    }

    private static Object levelOf(SignIn.Tokens tokens) {
        return tokens.id().getClaim("acr");
    }
}
