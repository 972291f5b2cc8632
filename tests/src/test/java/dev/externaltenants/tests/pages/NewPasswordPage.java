package dev.externaltenants.tests.pages;

import dev.externaltenants.tests.harness.BrowserSession;

/** Asks for another password after a code. */
public final class NewPasswordPage extends CustomerPage {

    public NewPasswordPage(BrowserSession browser) {
        super(browser, "new-password", "form#xt-new-password");
    }

    public void choose(String password) {
        field("password-new").fill(password);
        field("password-confirm").fill(password);
        press("#xt-save-password");
    }

    public NewPasswordPage refused(String password) {
        choose(password);
        return new NewPasswordPage(browser());
    }
}
