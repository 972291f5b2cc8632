package dev.externaltenants.tests;

import java.net.URI;
import java.text.ParseException;
import java.util.Map;

import dev.externaltenants.samples.claims.Answer;
import dev.externaltenants.samples.claims.ClaimsApi;
import dev.externaltenants.samples.shop.Shop;
import dev.externaltenants.tests.harness.BrowserSession;
import dev.externaltenants.tests.harness.Cluster;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.SignIn;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.pages.ShopPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.externaltenants.tests.harness.Node.A;
import static dev.externaltenants.tests.harness.Node.B;
import static org.assertj.core.api.Assertions.assertThat;

/** The main job while a balancer without sticky sessions sends each step to another node. */
@Tag("cluster")
final class MainJobClusterTest {

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant CONTOSO =
            Tenant.named("contoso", MAIL).on(() -> Cluster.running().whole().onNode(A));

    private static Shop shop;
    private static ClaimsApi claimsApi;
    private static RelyingParty app;

    @RegisterExtension
    final BrowserSession browser = BrowserSession.desktop();

    private final Cluster cluster = Cluster.running();

    @BeforeAll
    static void appsWithUserFlow() {
        claimsApi = CONTOSO.claimsApi();
        claimsApi.answerWith(new Answer.Claims(Map.of("loyaltyTier", "gold")));
        CONTOSO.attribute("loyaltyNumber", "STRING");
        String extension = CONTOSO.extension("loyalty", claimsApi, "FAIL", "loyaltyTier");
        String flow = CONTOSO.userFlow(FlowSpec.named("default")
                .asks("givenName")
                .asks("loyaltyNumber")
                .requiresMfa()
                .claimsFrom(extension));
        app = CONTOSO.app("app", flow);
        shop = CONTOSO.shop("shop");
        CONTOSO.assign(flow, "shop");
        CONTOSO.claims("app", Map.of("loyaltyNumber", "loyaltyNumber"));
        CONTOSO.claims("shop", Map.of("loyaltyNumber", "loyaltyNumber"));
    }

    @AfterAll
    static void closeShop() {
        shop.close();
        claimsApi.close();
    }

    @Test
    void eachStepOfASignUpIsServedByTheNodeThatDidNotServeTheOneBefore() throws ParseException {
        String email = Customers.anyone();
        Journey journey = Journey.at(app, MAIL);

        cluster.onNode(A);
        FormPage emailPage = journey.emailPage();
        cluster.onNode(B);
        FormPage codePage = journey.browser().submit(emailPage, Map.of("email", email));
        cluster.onNode(A);
        FormPage attributesPage = journey.typeCode(codePage, MAIL.codeFor(email));
        cluster.onNode(B);
        URI returned = journey.collect(attributesPage, Map.of("givenName", "Kim", "loyaltyNumber", "L-4711"))
                .returned();
        cluster.onNode(A);
        SignIn.Tokens tokens = journey.signIn().redeem(returned);

        assertThat(tokens.id().getStringClaim("email")).isEqualTo(email);
        assertThat(tokens.id().getStringClaim("loyaltyNumber")).isEqualTo("L-4711");
        assertThat(tokens.access().getStringClaim("loyaltyTier")).isEqualTo("gold");
        cluster.onNode(B);
        journey.signIn().refresh(tokens.refreshToken()).expect(200);
    }

    @Test
    void eachStepOfASignInIsServedByTheNodeThatDidNotServeTheOneBefore() throws ParseException {
        String email = Customers.anyone();
        CONTOSO.existingCustomer(email, Journey.PASSWORD);
        Journey journey = Journey.at(app, MAIL);

        cluster.onNode(B);
        FormPage signInPage = journey.signInPage();
        cluster.onNode(A);
        FormPage passwordPage = journey.browser().submit(signInPage, Map.of("username", email));
        cluster.onNode(B);
        FormPage codePage = journey.browser().submit(passwordPage, Map.of("password", Journey.PASSWORD));
        cluster.onNode(A);
        URI returned = journey.typeCode(codePage, MAIL.codeFor(email)).returned();
        cluster.onNode(B);
        SignIn.Tokens tokens = journey.signIn().redeem(returned);

        assertThat(tokens.access().getStringClaim("loyaltyTier")).isEqualTo("gold");
        cluster.onNode(A);
        journey.signIn().refresh(tokens.refreshToken()).expect(200);
    }

    @Test
    void aBrowserWhoseEveryRequestGoesToTheOtherNodeSignsUpAndInAgain() {
        String email = Customers.anyone();
        cluster.inTurn();

        browser.open(shop.url());
        ShopPage.signedOut(browser)
                .createAccount()
                .sendCodeTo(email)
                .confirm(MAIL.codeFor(email))
                .password(Journey.PASSWORD)
                .fill("givenName", "Kim")
                .fill("loyaltyNumber", "L-4711")
                .create();
        ShopPage.signedIn(browser)
                .signOut()
                .signIn()
                .continueAs(email)
                .continueWithCode(Journey.PASSWORD)
                .type(MAIL.codeFor(email));

        assertThat(ShopPage.signedIn(browser).accessTokenClaims())
                .containsEntry("loyaltyNumber", "L-4711")
                .containsEntry("loyaltyTier", "gold");
    }
}
