package dev.externaltenants.tests.pages;

import dev.externaltenants.tests.harness.BrowserSession;

/** Asks for the code that was mailed; at sign-up and as second factor. */
public final class CodePage extends CustomerPage {

    public CodePage(BrowserSession browser) {
        super(browser, "code", "form#xt-code");
    }

    /** Types a code; what comes next depends on where it was asked. */
    public void type(String code) {
        field("code").fill(code);
        press("#xt-verify");
    }

    public AttributesPage confirm(String code) {
        type(code);
        return new AttributesPage(browser());
    }

    public AccountExistsPage confirmForKnownAddress(String code) {
        type(code);
        return new AccountExistsPage(browser());
    }

    public CodePage refused(String code) {
        type(code);
        return new CodePage(browser());
    }

    public CodePage resend() {
        press("#xt-resend");
        return new CodePage(browser());
    }

    public PasswordPage usePassword() {
        press("#xt-use-password");
        return new PasswordPage(browser());
    }

    public EmailPage changeAddress() {
        press("#xt-change");
        return new EmailPage(browser());
    }
}
