package dev.externaltenants.tests.pages;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.externaltenants.tests.harness.BrowserSession;

/** A page that a customer is on. To make one waits until it is there, and checks it. */
abstract class CustomerPage {

    private final BrowserSession browser;

    CustomerPage(BrowserSession browser, String name, String mark) {
        this.browser = browser;
        browser.page().locator(mark).first().waitFor();
        browser.arrivedAt(name);
    }

    BrowserSession browser() {
        return browser;
    }

    Page page() {
        return browser.page();
    }

    Locator field(String name) {
        return page().locator("form [name='" + name + "']");
    }

    void press(String button) {
        page().locator(button).click();
    }

    /** Returns what the page says is wrong with a field. */
    public String errorOf(String field) {
        String ids = field(field).first().getAttribute("aria-describedby");
        StringBuilder text = new StringBuilder();
        for (String id : ids == null ? new String[0] : ids.split(" ")) {
            if (id.endsWith("-error")) {
                text.append(page().locator("[id='" + id + "']").textContent().trim());
            }
        }
        return text.toString();
    }

    /** Returns what the page says above its form. */
    public String message() {
        return String.join(" ", page().locator("[role=alert], [role=status]").allInnerTexts());
    }

    public String title() {
        return page().title();
    }
}
