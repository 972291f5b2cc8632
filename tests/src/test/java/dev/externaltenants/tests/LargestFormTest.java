package dev.externaltenants.tests;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import dev.externaltenants.samples.shop.Shop;
import dev.externaltenants.tests.harness.BrowserSession;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.pages.AttributesPage;
import dev.externaltenants.tests.pages.ShopPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Twenty attributes by every control: for everybody, with or without a mouse, a script, or room. */
@Tag("any-database")
final class LargestFormTest {

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("largest", MAIL);

    private static final Map<String, String> TYPED = Map.ofEntries(
            Map.entry("password", Journey.PASSWORD),
            Map.entry("password-confirm", Journey.PASSWORD),
            Map.entry("attr.givenName", "Kim"),
            Map.entry("attr.surname", "Akers"),
            Map.entry("attr.displayName", "Kim A."),
            Map.entry("attr.jobTitle", "Roaster"),
            Map.entry("attr.streetAddress", "1 Bean Street"),
            Map.entry("attr.postalCode", "6011"),
            Map.entry("attr.city", "Wellington"),
            Map.entry("attr.state", "Wellington"),
            Map.entry("attr.country", "New Zealand"),
            Map.entry("attr.phoneNumber", "+64 4 555 0100"),
            Map.entry("attr.visits", "42"),
            // Key by key, alike in the order of any country.
            Map.entry("attr.birthday", "11111990"),
            Map.entry("attr.appointment", "111120260630AM"),
            Map.entry("attr.roast", "Coffee"));

    private static Shop shop;

    @RegisterExtension
    final BrowserSession desktop = BrowserSession.desktop();

    @RegisterExtension
    final BrowserSession withoutJavaScript = BrowserSession.withoutJavaScript();

    @RegisterExtension
    final BrowserSession narrow = BrowserSession.narrow();

    @RegisterExtension
    final BrowserSession german = BrowserSession.german();

    @BeforeAll
    static void shop() {
        shop = TENANT.shop("shop");
        TENANT.assign(LargestForm.flow(TENANT), "shop");
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    void isFilledInByTheKeyboardAlone() {
        String email = Customers.anyone();
        reach(desktop, email);
        Page page = desktop.page();

        page.locator("#xt-create-account").focus();
        page.keyboard().press("Enter");
        page.locator("#xt-errors:focus").waitFor();
        desktop.arrivedAt("attributes-refused");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        page.locator("#password:focus").waitFor();

        typeFieldByField(page);
        ShopPage.signedIn(desktop);
        assertStored(email);
    }

    @Test
    void isFilledInWithoutAScriptAndKeepsEveryEntryThroughAMistake() {
        String email = Customers.anyone();
        AttributesPage form = reach(withoutJavaScript, email);
        fill(form);
        form.fill("postalCode", "four");

        AttributesPage refused = form.refused();

        withoutJavaScript.arrivedAt("attributes-one-mistake");
        assertThat(refused.errorOf("attr.postalCode")).isEqualTo("Four digits, please.");
        Page page = withoutJavaScript.page();
        assertThat(page.locator("#xt-errors a").allInnerTexts())
                .containsExactly(
                        "For your security, please enter your password again.",
                        "Zip or Postal code – Four digits, please.");
        assertThat(page.locator("[name='attr.givenName']").inputValue()).isEqualTo("Kim");
        assertThat(page.locator("[name='attr.country']").inputValue()).isEqualTo("NZ");
        assertThat(page.locator("[name='attr.birthday']").inputValue()).isEqualTo("1990-11-11");
        assertThat(page.locator("[name='attr.appointment']").inputValue()).isEqualTo("2026-11-11T06:30");
        assertThat(page.locator("[name='attr.interests'][value='tea']").isChecked())
                .isTrue();
        assertThat(page.locator("[name='attr.channels'][value='tea']").isChecked())
                .isTrue();
        assertThat(page.locator("[name='attr.plan'][value='tea']").isChecked()).isTrue();
        assertThat(page.locator("[name='attr.roast']").inputValue()).isEqualTo("coffee");
        assertThat(page.locator("[name='attr.acceptedTerms']").isChecked()).isTrue();
        refused.password(Journey.PASSWORD).fill("postalCode", "6011").create();
        ShopPage.signedIn(withoutJavaScript);
        assertStored(email);
    }

    @Test
    void fitsIntoANarrowWindowAndReadsFromRightToLeft() {
        reach(narrow, Customers.anyone()).refused();
        narrow.arrivedAt("attributes-refused");

        narrow.page().evaluate("document.documentElement.dir = 'rtl'");

        narrow.arrivedAt("attributes-right-to-left");
    }

    @Test
    void speaksTheCustomersLanguage() {
        reach(german, Customers.anyone());

        assertThat(german.page().locator("form").innerText())
                .contains("Kaffee", "Mit Vorwahl.", "koordinierte Weltzeit");
    }

    @Test
    void tellsBrowsersAndPhonesWhatEachFieldIsFor() {
        reach(desktop, Customers.anyone());
        Page page = desktop.page();

        Map.of(
                        "givenName", "given-name",
                        "surname", "family-name",
                        "displayName", "name",
                        "jobTitle", "organization-title",
                        "streetAddress", "street-address",
                        "postalCode", "postal-code",
                        "city", "address-level2",
                        "state", "address-level1",
                        "country", "country",
                        "phoneNumber", "tel")
                .forEach((field, token) -> assertThat(
                                page.locator("[name='attr." + field + "']").getAttribute("autocomplete"))
                        .as(field)
                        .isEqualTo(token));
        assertThat(page.locator("[name='attr.visits']").getAttribute("inputmode"))
                .isEqualTo("numeric");
        assertThat(page.locator("[name='attr.phoneNumber']").getAttribute("inputmode"))
                .isEqualTo("tel");
        assertThat(page.locator("[name='attr.givenName']").getAttribute("placeholder"))
                .isEqualTo("Kim");
    }

    private static AttributesPage reach(BrowserSession browser, String email) {
        browser.open(shop.url());
        return ShopPage.signedOut(browser).createAccount().sendCodeTo(email).confirm(MAIL.codeFor(email));
    }

    /** Goes on by the Tab key from field to field, and ends with the button. */
    private static void typeFieldByField(Page page) {
        String before = "";
        for (int i = 0; i < 150; i++) {
            String name = focused(page, "name");
            String here = name + focused(page, "value");
            if (focused(page, "id").equals("xt-create-account")) {
                page.keyboard().press("Enter");
                return;
            }
            if (TYPED.containsKey(name) && !name.equals(before)) {
                page.keyboard().type(TYPED.get(name));
            } else if (here.equals("attr.acceptedTermstrue")
                    || here.equals("attr.interestscoffee")
                    || here.equals("attr.intereststea")
                    || name.equals("attr.plan")) {
                page.keyboard().press("Space");
                if (name.equals("attr.plan")) {
                    page.keyboard().press("ArrowDown");
                }
            }
            before = name;
            page.keyboard().press("Tab");
        }
        throw new AssertionError("The Tab key does not lead to the button");
    }

    private static void fill(AttributesPage form) {
        form.password(Journey.PASSWORD);
        TYPED.forEach((name, value) -> {
            if (name.startsWith("attr.") && !name.matches(".*(country|roast|birthday|appointment)")) {
                form.fill(name.substring("attr.".length()), value);
            }
        });
        form.fill("birthday", "1990-11-11")
                .fill("appointment", "2026-11-11T06:30")
                .choose("country", "NZ")
                .choose("roast", "coffee")
                .tick("interests", "coffee")
                .tick("interests", "tea")
                .tick("plan", "tea")
                .tick("acceptedTerms");
    }

    private static String focused(Page page, String property) {
        return String.valueOf(page.evaluate("document.activeElement['" + property + "'] || ''"));
    }

    private static void assertStored(String email) {
        JsonNode customer = TENANT.customer(email);
        JsonNode stored = customer.path("attributes");
        assertThat(customer.path("firstName").asText()).isEqualTo("Kim");
        assertThat(stored.path("country").path(0).asText()).isEqualTo("NZ");
        assertThat(stored.path("visits").path(0).asText()).isEqualTo("42");
        assertThat(stored.path("birthday").path(0).asText()).isEqualTo("1990-11-11");
        assertThat(stored.path("appointment").path(0).asText()).isEqualTo("2026-11-11T06:30:00Z");
        assertThat(stored.path("interests")).hasSize(2);
        assertThat(stored.path("channels").path(0).asText()).isEqualTo("tea");
        assertThat(stored.path("plan").path(0).asText()).isEqualTo("tea");
        assertThat(stored.path("roast").path(0).asText()).isEqualTo("coffee");
        assertThat(stored.path("tier").path(0).asText()).isEqualTo("Basic");
        assertThat(stored.path("newsletter").path(0).asText()).isEqualTo("false");
        assertThat(stored.path("acceptedTerms").path(0).asText()).isEqualTo("true");
        assertThat(stored.path("phoneNumber").path(0).asText()).isEqualTo("+64 4 555 0100");
    }
}
