package dev.externaltenants.tests.pages;

import dev.externaltenants.tests.harness.BrowserSession;

/** Asks for the password. */
public final class PasswordPage extends CustomerPage {

    public PasswordPage(BrowserSession browser) {
        super(browser, "password", "form#xt-password");
    }

    /** Gives the password; what comes next depends on the app's user flow. */
    public void give(String password) {
        field("password").fill(password);
        press("#xt-sign-in");
    }

    public CodePage continueWithCode(String password) {
        give(password);
        return new CodePage(browser());
    }

    public CodePage useCode() {
        press("#xt-use-code");
        return new CodePage(browser());
    }

    public ResetPage forgotten() {
        press("#xt-forgot-password");
        return new ResetPage(browser());
    }

    public PasswordPage refused(String password) {
        give(password);
        return new PasswordPage(browser());
    }
}
