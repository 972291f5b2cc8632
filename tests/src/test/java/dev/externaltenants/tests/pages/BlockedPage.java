package dev.externaltenants.tests.pages;

import dev.externaltenants.tests.harness.BrowserSession;

/** The end of a sign-up that the tenant's own rules do not allow. */
public final class BlockedPage extends CustomerPage {

    public BlockedPage(BrowserSession browser) {
        super(browser, "blocked", "body:not(:has(form#xt-code)) h1");
    }

    public String heading() {
        return page().locator("h1").innerText();
    }
}
