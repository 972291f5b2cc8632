package dev.externaltenants.tests.pages;

import java.util.List;

import com.microsoft.playwright.Locator;
import dev.externaltenants.tests.harness.BrowserSession;

/** The last page of sign-up: password, attributes and consent. */
public final class AttributesPage extends CustomerPage {

    private static final String PREFIX = "attr.";

    public AttributesPage(BrowserSession browser) {
        super(browser, "attributes", "form#xt-attributes");
    }

    public AttributesPage password(String password) {
        field("password").fill(password);
        field("password-confirm").fill(password);
        return this;
    }

    public AttributesPage fill(String attribute, String value) {
        field(PREFIX + attribute).fill(value);
        return this;
    }

    public AttributesPage choose(String attribute, String value) {
        field(PREFIX + attribute).selectOption(value);
        return this;
    }

    public AttributesPage tick(String attribute) {
        field(PREFIX + attribute).check();
        return this;
    }

    /** Chooses one of several. */
    public AttributesPage tick(String attribute, String value) {
        page().locator("form [name='" + PREFIX + attribute + "'][value='" + value + "']")
                .check();
        return this;
    }

    /** Returns where the link in the attribute's label leads to. */
    public String linkOf(String attribute) {
        String id = field(PREFIX + attribute).getAttribute("id");
        return page().locator("label[for='" + id + "'] a").getAttribute("href");
    }

    /** Returns the names of the attributes that the page asks for, in page order. */
    public List<String> asked() {
        return page().locator("form#xt-attributes [name^='" + PREFIX + "']").all().stream()
                .map(AttributesPage::attribute)
                .distinct()
                .toList();
    }

    /** Sends the form; back at the app if all is well. */
    public void create() {
        press("#xt-create-account");
    }

    public AttributesPage refused() {
        create();
        return new AttributesPage(browser());
    }

    private static String attribute(Locator field) {
        return field.getAttribute("name").substring(PREFIX.length());
    }
}
