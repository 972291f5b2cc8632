package dev.externaltenants.tests;

import java.net.URI;

import dev.externaltenants.tests.harness.BrowserSession;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.pages.ShopPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The main job at a demo that runs already, in containers or by {@code script/demo}: only a browser, the shop and the
 * inbox. {@code script/docker-test} runs it.
 */
@EnabledIfSystemProperty(named = "xt.demo.shop", matches = "http.+", disabledReason = "no demo is named to be tested")
final class DemoTest {

    @RegisterExtension
    final BrowserSession browser = BrowserSession.desktop();

    private final String email = "customer-" + System.nanoTime() + "@example.com";
    private final DemoInbox inbox = new DemoInbox(URI.create(System.getProperty("xt.demo.inbox", "")));

    @Test
    void aNewCustomerIsSignedInWithTheClaimsOfTheClaimsApi() {
        signUp();

        ShopPage shop = ShopPage.signedIn(browser);

        assertThat(shop.idTokenClaims())
                .containsEntry("email", email)
                .containsEntry("given_name", "Kim")
                .containsEntry("loyaltyNumber", "L-4711")
                .containsEntry("loyalty_tier", "gold");
        assertThat(shop.accessTokenClaims()).containsEntry("loyalty_tier", "gold");
    }

    @Test
    void signingInAgainTakesThePasswordAndACodeByMail() {
        signUp();

        ShopPage.signedIn(browser)
                .signOut()
                .signIn()
                .continueAs(email)
                .continueWithCode(Journey.PASSWORD)
                .type(inbox.codeFor(email));

        assertThat(ShopPage.signedIn(browser).idTokenClaims()).containsEntry("email", email);
    }

    @Test
    void aCustomerOfTheOldSystemIsKnownByTheOldPassword() {
        browser.open(URI.create(System.getProperty("xt.demo.shop")));

        // The second factor is asked of whoever gave the right password.
        ShopPage.signedOut(browser).signIn().continueAs("robin@example.com").continueWithCode("Old-Horse-Battery-4");

        assertThat(inbox.codeFor("robin@example.com")).isNotBlank();
    }

    @Test
    void whoComesFromContosoFindsTheCountryFilledIn() {
        String colleague = "colleague-" + System.nanoTime() + "@contoso.com";
        browser.open(URI.create(System.getProperty("xt.demo.shop")));

        ShopPage.signedOut(browser)
                .signIn()
                .createOne()
                .sendCodeTo(colleague)
                .confirm(inbox.codeFor(colleague))
                .password(Journey.PASSWORD)
                .fill("givenName", "Kim")
                .fill("surname", "Akers")
                .tick("termsAccepted")
                .create();

        assertThat(ShopPage.signedIn(browser).idTokenClaims()).containsEntry("loyalty_tier", "platinum");
    }

    private void signUp() {
        browser.open(URI.create(System.getProperty("xt.demo.shop")));
        ShopPage.signedOut(browser)
                .signIn()
                .createOne()
                .sendCodeTo(email)
                .confirm(inbox.codeFor(email))
                .password(Journey.PASSWORD)
                .fill("givenName", "Kim")
                .fill("surname", "Akers")
                .choose("country", "NZ")
                .fill("loyaltyNumber", "L-4711")
                .tick("termsAccepted")
                .create();
    }
}
