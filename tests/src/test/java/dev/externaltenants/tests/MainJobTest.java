package dev.externaltenants.tests;

import java.text.ParseException;
import java.util.Map;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.externaltenants.samples.claims.Answer;
import dev.externaltenants.samples.claims.ClaimsApi;
import dev.externaltenants.samples.shop.Customer;
import dev.externaltenants.samples.shop.Shop;
import dev.externaltenants.tests.harness.BrowserSession;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.pages.AttributesPage;
import dev.externaltenants.tests.pages.CodePage;
import dev.externaltenants.tests.pages.PasswordPage;
import dev.externaltenants.tests.pages.ShopPage;
import dev.externaltenants.tests.pages.SignInPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** The main job, as a customer of the shop does it in a browser. */
final class MainJobTest {

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant CONTOSO = Tenant.named("contoso", MAIL);

    private static Shop shop;
    private static ClaimsApi claimsApi;

    @RegisterExtension
    final BrowserSession browser = BrowserSession.desktop();

    @BeforeAll
    static void shopWithUserFlow() {
        claimsApi = CONTOSO.claimsApi();
        claimsApi.answerWith(new Answer.Claims(Map.of("loyaltyTier", "gold")));
        CONTOSO.attribute("loyaltyNumber", "STRING");
        CONTOSO.attribute("acceptedTerms", "BOOLEAN");
        shop = CONTOSO.shop("shop");
        String extension = CONTOSO.extension("loyalty", claimsApi, "FAIL", "loyaltyTier");
        String flow = CONTOSO.userFlow(FlowSpec.named("default")
                .asks("givenName")
                .asks("surname")
                .asks("country", "COUNTRY", true)
                .asks("loyaltyNumber")
                .asksConsent("acceptedTerms", "I accept the [terms](" + shop.termsUrl() + ")")
                .requiresMfa()
                .claimsFrom(extension));
        CONTOSO.assign(flow, "shop");
        CONTOSO.claims("shop", Map.of("loyaltyNumber", "loyaltyNumber"));
    }

    @AfterAll
    static void closeShop() {
        shop.close();
        claimsApi.close();
    }

    @Test
    void aCustomerSignsUpAndIsSignedInAtTheShopWithHerClaims() throws ParseException {
        String email = Customers.anyone();

        AttributesPage attributes =
                openShop().signIn().createOne().sendCodeTo(email).confirm(MAIL.codeFor(email));
        assertThat(attributes.asked())
                .containsExactly("givenName", "surname", "country", "loyaltyNumber", "acceptedTerms");
        assertThat(attributes.linkOf("acceptedTerms")).isEqualTo(shop.termsUrl().toString());
        fillIn(attributes).create();
        ShopPage signedIn = ShopPage.signedIn(browser);

        assertThat(signedIn.idTokenClaims())
                .containsEntry("email", email)
                .containsEntry("email_verified", "true")
                .containsEntry("given_name", "Kim")
                .containsEntry("family_name", "Akers")
                .containsEntry("loyaltyNumber", "L-4711")
                .containsEntry("loyaltyTier", "gold");
        assertThat(signedIn.accessTokenClaims())
                .containsEntry("loyaltyNumber", "L-4711")
                .containsEntry("loyaltyTier", "gold");
        JWTClaimsSet verified = RelyingParty.of(CONTOSO, "shop")
                .verifiedAccessToken(newestCustomer().accessToken());
        assertThat(verified.getStringClaim("loyaltyTier")).isEqualTo("gold");
        assertThat(CONTOSO.customer(email).at("/attributes/country/0").asText()).isEqualTo("NZ");
        assertThat(CONTOSO.customer(email).at("/attributes/acceptedTerms/0").asText())
                .isEqualTo("true");
    }

    @Test
    void signingInAgainAsksForThePasswordAndThenForACodeByMail() {
        String email = Customers.anyone();
        signUp(email);

        CodePage code =
                ShopPage.signedIn(browser).signOut().signIn().continueAs(email).continueWithCode(Journey.PASSWORD);
        code.type(MAIL.codeFor(email));

        assertThat(ShopPage.signedIn(browser).idTokenClaims())
                .containsEntry("email", email)
                .containsEntry("loyaltyTier", "gold");
    }

    @Test
    void aCustomerWhoWasThereBeforeSignsInWithPasswordAndCode() {
        String email = Customers.anyone();
        CONTOSO.existingCustomer(email, Journey.PASSWORD);

        openShop().signIn().continueAs(email).continueWithCode(Journey.PASSWORD).type(MAIL.codeFor(email));

        assertThat(ShopPage.signedIn(browser).idTokenClaims()).containsEntry("email", email);
    }

    @Test
    void refusesAWrongCodeAndTakesTheRightOneAfterwards() {
        String email = Customers.anyone();
        CONTOSO.existingCustomer(email, Journey.PASSWORD);
        CodePage code = openShop().signIn().continueAs(email).continueWithCode(Journey.PASSWORD);
        String right = MAIL.codeFor(email);

        CodePage refused = code.refused(Codes.otherThan(right));

        assertThat(refused.errorOf("code")).isEqualTo("This code is not correct. Please check it and try again.");
        refused.type(right);
        ShopPage.signedIn(browser);
    }

    @Test
    void refusesAWrongPassword() {
        String email = Customers.anyone();
        CONTOSO.existingCustomer(email, Journey.PASSWORD);

        PasswordPage refused = openShop().signIn().continueAs(email).refused("not-the-Password-1");

        assertThat(refused.errorOf("password")).isNotBlank();
        assertThat(MAIL.countTo(email)).isZero();
    }

    @Test
    void theCreateAccountLinkOfTheShopLeadsStraightToSignUp() {
        String email = Customers.anyone();

        AttributesPage attributes = openShop().createAccount().sendCodeTo(email).confirm(MAIL.codeFor(email));
        fillIn(attributes).create();

        assertThat(ShopPage.signedIn(browser).idTokenClaims()).containsEntry("email", email);
    }

    @Test
    void whoMistypedTheAddressCanChangeIt() {
        String mistyped = Customers.anyone();
        String email = Customers.anyone();

        AttributesPage attributes = openShop()
                .createAccount()
                .sendCodeTo(mistyped)
                .changeAddress()
                .sendCodeTo(email)
                .confirm(MAIL.codeFor(email));
        fillIn(attributes).create();

        assertThat(ShopPage.signedIn(browser).idTokenClaims()).containsEntry("email", email);
    }

    @Test
    void whoProvesAnAddressThatHasAnAccountIsSentToSignIn() {
        String email = Customers.anyone();
        CONTOSO.existingCustomer(email, Journey.PASSWORD);

        SignInPage signIn = openShop()
                .createAccount()
                .sendCodeTo(email)
                .confirmForKnownAddress(MAIL.codeFor(email))
                .toSignIn();

        assertThat(signIn.email()).isEqualTo(email);
        assertThat(CONTOSO.customer(email).path("firstName").asText()).isEqualTo("Kim");
    }

    private ShopPage openShop() {
        browser.open(shop.url());
        return ShopPage.signedOut(browser);
    }

    private void signUp(String email) {
        AttributesPage attributes =
                openShop().signIn().createOne().sendCodeTo(email).confirm(MAIL.codeFor(email));
        fillIn(attributes).create();
    }

    private static AttributesPage fillIn(AttributesPage page) {
        return page.password(Journey.PASSWORD)
                .fill("givenName", "Kim")
                .fill("surname", "Akers")
                .choose("country", "NZ")
                .fill("loyaltyNumber", "L-4711")
                .tick("acceptedTerms");
    }

    private static Customer newestCustomer() {
        return shop.customers().get(shop.customers().size() - 1);
    }
}
