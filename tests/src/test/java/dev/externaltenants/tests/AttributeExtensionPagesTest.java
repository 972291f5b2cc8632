package dev.externaltenants.tests;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.externaltenants.samples.claims.Answer.Other;
import dev.externaltenants.samples.claims.ClaimsApi;
import dev.externaltenants.tests.harness.BrowserSession;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.pages.AttributesPage;
import dev.externaltenants.tests.pages.BlockedPage;
import dev.externaltenants.tests.pages.ErrorPage;
import dev.externaltenants.tests.pages.SignInPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** What a customer sees of an API that has a say in the sign-up; each page is checked on arrival, as all pages are. */
@Tag("any-database")
final class AttributeExtensionPagesTest {

    private static final String SUBMIT = "onAttributeCollectionSubmitResponseData\",\"actions\":"
            + "[{\"@odata.type\":\"microsoft.graph.attributeCollectionSubmit.";
    private static final String START = "onAttributeCollectionStartResponseData\",\"actions\":"
            + "[{\"@odata.type\":\"microsoft.graph.attributeCollectionStart.";

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("attribute-pages", MAIL);

    private static ClaimsApi api;
    private static RelyingParty shop;

    @RegisterExtension
    final BrowserSession desktop = BrowserSession.desktop();

    @RegisterExtension
    final BrowserSession withoutJavaScript = BrowserSession.withoutJavaScript();

    @RegisterExtension
    final BrowserSession narrow = BrowserSession.narrow();

    @RegisterExtension
    final BrowserSession german = BrowserSession.german();

    @BeforeAll
    static void app() {
        api = TENANT.claimsApi();
        String extension = TENANT.extension("sign-up-rules", api, "FAIL");
        shop = TENANT.app(
                "shop",
                TENANT.userFlow(FlowSpec.named("customers")
                        .asks("displayName")
                        .asks("city")
                        .asking("onAttributeCollectionStart", extension)
                        .asking("onAttributeCollectionSubmit", extension)));
    }

    @AfterAll
    static void stopApi() {
        api.close();
    }

    @Test
    void thePageIsFilledInRefusedAndAcceptedWithoutJavaScript() {
        String email = Customers.anyone();
        answer(START + "setPrefillValues\",\"inputs\":{\"city\":\"Oslo\"}}]");
        AttributesPage page = attributesPage(withoutJavaScript, email);
        assertThat(withoutJavaScript.page().locator("[name='attr.city']").inputValue())
                .isEqualTo("Oslo");

        refuseName();
        page = page.password(Journey.PASSWORD).fill("displayName", "admin").refused();

        assertThat(page.errorOf("attr.displayName")).contains("This name is taken by our <staff>.");
        assertThat(page.message()).contains("Please choose another name.");

        answer(SUBMIT + "modifyAttributeValues\",\"attributes\":{\"displayName\":\"Ada L.\"}}]");
        page.password(Journey.PASSWORD).fill("displayName", "Ada").create();
        // Nobody answers at the app: the page is gone, which is all there is to see of the account.
        withoutJavaScript
                .page()
                .locator("form#xt-attributes")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        assertThat(TENANT.customer(email).at("/attributes/displayName/0").asText())
                .isEqualTo("Ada L.");
        assertThat(TENANT.customer(email).at("/attributes/locality/0").asText()).isEqualTo("Oslo");
    }

    @Test
    void theRefusalIsAccessibleOnTheDesktop() {
        refusedPage(desktop);
    }

    @Test
    void theRefusalFitsIntoANarrowWindow() {
        refusedPage(narrow);
    }

    @Test
    void theBlockPageHasTheWordsOfTheApi() {
        String words = "showBlockPage\",\"title\":\"Not yet\",\"message\":\"We open in Oslo in May.\"}]";
        for (BrowserSession browser : new BrowserSession[] {desktop, narrow, withoutJavaScript}) {
            answer(START + words);
            assertThat(blockedPage(browser).heading()).isEqualTo("Not yet");
        }
    }

    @Test
    void theBlockPageHasATitleOfOursInTheCustomersLanguage() {
        answer(START + "showBlockPage\",\"message\":\"Wir öffnen im Mai.\"}]");

        assertThat(blockedPage(german).heading()).isEqualTo("Wir können Ihr Konto nicht anlegen");
    }

    @Test
    void aFailureIsToldInTheCustomersLanguage() {
        api.answerWith(Other.status(400));

        toAttributes(german, Customers.anyone());

        assertThat(new ErrorPage(german).reason())
                .isEqualTo("Wir können Ihr Konto im Moment nicht anlegen. Bitte versuchen Sie es später noch einmal.");
    }

    private static void refusedPage(BrowserSession browser) {
        answer(START + "continueWithDefaultBehavior\"}]");
        AttributesPage page = attributesPage(browser, Customers.anyone());
        refuseName();

        page.password(Journey.PASSWORD)
                .fill("displayName", "admin")
                .fill("city", "Oslo")
                .create();

        // A name of its own, for its own screenshot.
        browser.arrivedAt("attributes-refused");
    }

    private static void refuseName() {
        answer(SUBMIT + "showValidationError\",\"message\":\"Please choose another name.\",\"attributeErrors\":"
                + "{\"displayName\":\"This name is taken by our <staff>.\"}}]");
    }

    private static BlockedPage blockedPage(BrowserSession browser) {
        toAttributes(browser, Customers.anyone());
        return new BlockedPage(browser);
    }

    private static AttributesPage attributesPage(BrowserSession browser, String email) {
        toAttributes(browser, email);
        return new AttributesPage(browser);
    }

    private static void toAttributes(BrowserSession browser, String email) {
        browser.open(shop.signIn().uri());
        new SignInPage(browser).createOne().sendCodeTo(email).type(MAIL.codeFor(email));
    }

    private static void answer(String data) {
        api.answerWith(
                new Other(200, "application/json", "{\"data\":{\"@odata.type\":\"microsoft.graph." + data + "}}"));
    }
}
