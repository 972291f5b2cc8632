package dev.externaltenants.tests.pages;

import dev.externaltenants.tests.harness.BrowserSession;

/** Asks at a sign-in for consents that are due. */
public final class ConsentPage extends CustomerPage {

    public ConsentPage(BrowserSession browser) {
        this(browser, "consent");
    }

    private ConsentPage(BrowserSession browser, String name) {
        super(browser, name, "form#xt-consent");
    }

    public ConsentPage tick(String attribute) {
        field("attr." + attribute).check();
        return this;
    }

    public void goOn() {
        press("#xt-consent-continue");
    }

    public ConsentPage refused() {
        goOn();
        return new ConsentPage(browser(), "consent-error");
    }
}
