package dev.externaltenants.tests.pages;

import dev.externaltenants.tests.harness.BrowserSession;

/** Asks who is signing in. */
public final class SignInPage extends CustomerPage {

    public SignInPage(BrowserSession browser) {
        super(browser, "sign-in", "form#xt-identify");
    }

    public boolean offersSignUp() {
        return page().locator("#xt-sign-up").count() > 0;
    }

    public String email() {
        return field("username").inputValue();
    }

    public EmailPage createOne() {
        press("#xt-sign-up");
        return new EmailPage(browser());
    }

    public PasswordPage continueAs(String email) {
        submit(email);
        return new PasswordPage(browser());
    }

    public CodePage continueByCode(String email) {
        submit(email);
        return new CodePage(browser());
    }

    public SignInPage refused(String email) {
        submit(email);
        return new SignInPage(browser());
    }

    private void submit(String email) {
        field("username").fill(email);
        press("#xt-continue");
    }
}
