package dev.externaltenants.tests.pages;

import dev.externaltenants.tests.harness.BrowserSession;

/** The end of a flow that cannot go on. */
public final class ErrorPage extends CustomerPage {

    public ErrorPage(BrowserSession browser) {
        super(browser, "error", "#kc-error-message");
    }

    public String reason() {
        return page().locator("#kc-error-message").innerText();
    }
}
