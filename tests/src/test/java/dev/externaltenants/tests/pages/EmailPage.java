package dev.externaltenants.tests.pages;

import dev.externaltenants.tests.harness.BrowserSession;

/** The first page of sign-up: asks for the e-mail address. */
public final class EmailPage extends CustomerPage {

    public EmailPage(BrowserSession browser) {
        super(browser, "email", "form#xt-email");
    }

    public CodePage sendCodeTo(String email) {
        submit(email);
        return new CodePage(browser());
    }

    public EmailPage refused(String email) {
        submit(email);
        return new EmailPage(browser());
    }

    private void submit(String email) {
        field("email").fill(email);
        press("#xt-send-code");
    }
}
