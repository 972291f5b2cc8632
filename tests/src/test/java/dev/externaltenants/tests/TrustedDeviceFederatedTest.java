package dev.externaltenants.tests;

import java.net.URI;
import java.util.Map;

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
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** A trusted device stands in after a sign-in with an identity provider, too, and never for the proof of an account. */
@Tag("any-database")
final class TrustedDeviceFederatedTest {

    private static final String PROVIDER = "fabrikam";
    private static final String BOX = "trustDevice";

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("trusted-federated", MAIL);

    @RegisterExtension
    static final ForeignProvider FABRIKAM = ForeignProvider.named("fabrikam");

    private static RelyingParty shop;
    private static RelyingParty trusting;
    private static RelyingParty strict;

    @BeforeAll
    static void apps() {
        FABRIKAM.oidcProviderOf(TENANT, PROVIDER);
        shop = TENANT.app("shop", TENANT.userFlow(FlowSpec.named("customers").lists(PROVIDER)));
        trusting = TENANT.app(
                "trusting",
                TENANT.userFlow(FlowSpec.named("trusting").trustsDevices(30).lists(PROVIDER)));
        strict = TENANT.app(
                "strict", TENANT.userFlow(FlowSpec.named("strict").requiresMfa().lists(PROVIDER)));
    }

    @Test
    void isNotAskedForTheCodeAgainAfterTheProvider() {
        String email = customer();
        FormBrowser browser = trusted(email);
        FederatedJourney again = FederatedJourney.at(trusting, MAIL, browser);

        SignIn.Tokens tokens =
                again.signIn().redeem(again.comeBack(PROVIDER, email).returned());

        assertThat(tokens.id().getClaim("acr")).isEqualTo("1");
        FederatedJourney.at(strict, MAIL, closed(browser))
                .comeBack(PROVIDER, email)
                .asking("code");
    }

    @Test
    void isNotAskedInTheSessionThatCameFromTheProviderAtAnotherApp() {
        String email = customer();
        FormBrowser browser = trusted(email);
        FederatedJourney.at(shop, MAIL, browser).comeBack(PROVIDER, email).returned();
        SignIn atTrusting = trusting.signIn();

        SignIn.Tokens tokens = atTrusting.redeem(browser.open(atTrusting.uri()).returned());

        assertThat(tokens.id().getClaim("acr")).isEqualTo("1");
    }

    /** Keycloak takes what the first one passed in the tab for passed by the second. */
    @Test
    void theDeviceOfOneCustomerIsWorthNothingForAnotherInTheSameTab() {
        String one = customer();
        String two = customer();
        FormBrowser browser = trusted(one);
        FederatedJourney journey = FederatedJourney.at(trusting, MAIL, browser);
        FormPage atProvider = browser.open(FederatedJourney.brokerUri(journey.signInPage(), PROVIDER));
        Element form = atProvider.document().selectFirst("form#kc-form-login");
        URI endOfOne = browser.postUpTo(
                        "after-post-broker-login",
                        URI.create(form.absUrl("action")),
                        Map.of("username", one, "password", ForeignProvider.PASSWORD))
                .leftFor();
        assertThat(endOfOne).isNotNull();
        browser.forgetCookiesOf(FABRIKAM.path());

        FormPage again =
                browser.open(URI.create(endOfOne.toString().replace("after-post-broker-login", PROVIDER + "/login")));
        FormPage end = journey.signInThere(again, two);

        boolean cameBack = end.leftFor() != null && end.leftFor().toString().contains("code=");
        assertThat(cameBack && journey.signIn().redeemUnchecked(end.leftFor()).status() == 200)
                .as(end.toString())
                .isFalse();
    }

    @Test
    void theProofOfAnAccountThatIsLinkedIsAskedInFull() {
        String email = Customers.anyone();
        TENANT.existingCustomer(email, Journey.PASSWORD);
        FABRIKAM.user(email, email, true, Map.of());
        FormBrowser browser = new FormBrowser();
        FormPage identify = browser.open(trusting.signIn().uri()).asking("username");
        FormPage password = browser.submit(identify, Map.of("username", email));
        trust(email, browser, browser.submit(password, Map.of("password", Journey.PASSWORD)));
        FederatedJourney journey = FederatedJourney.at(trusting, MAIL, closed(browser));

        FormPage proof = journey.comeBack(PROVIDER, email).asking("password");

        assertThat(journey.password(proof, Journey.PASSWORD).document().selectFirst("form#xt-code"))
                .isNotNull();
    }

    /** Returns a customer who signed up with the provider. */
    private static String customer() {
        String email = Customers.anyone();
        FABRIKAM.user(email, email, true, Map.of());
        FederatedJourney.at(shop, MAIL).comeBack(PROVIDER, email).returned();
        return email;
    }

    /** Returns a browser that was closed since its customer trusted it. */
    private static FormBrowser trusted(String email) {
        FormBrowser browser = new FormBrowser();
        trust(email, browser, FederatedJourney.at(trusting, MAIL, browser).comeBack(PROVIDER, email));
        return closed(browser);
    }

    private static void trust(String email, FormBrowser browser, FormPage code) {
        browser.submit(code.asking(BOX), Map.of("code", MAIL.codeFor(email), "action", "verify", BOX, "on"))
                .returned();
    }

    private static FormBrowser closed(FormBrowser browser) {
        browser.closeAndReopen();
        return browser;
    }
}
