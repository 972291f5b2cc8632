package dev.externaltenants.tests.pages;

import dev.externaltenants.tests.harness.BrowserSession;

/** Asks for the address of an account whose password was forgotten. */
public final class ResetPage extends CustomerPage {

    public ResetPage(BrowserSession browser) {
        super(browser, "reset", "form#xt-reset");
    }

    public ResetPage refused(String address) {
        submit(address);
        return new ResetPage(browser());
    }

    public CodePage sendCodeTo(String email) {
        submit(email);
        return new CodePage(browser());
    }

    private void submit(String address) {
        field("email").fill(address);
        press("#xt-send-code");
    }
}
