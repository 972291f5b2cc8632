package dev.externaltenants.tests.pages;

import dev.externaltenants.tests.harness.BrowserSession;

/** Tells someone who proved the address that it has an account already. */
public final class AccountExistsPage extends CustomerPage {

    public AccountExistsPage(BrowserSession browser) {
        super(browser, "account-exists", "main:not(:has(form#xt-email)) a#xt-to-sign-in");
    }

    public SignInPage toSignIn() {
        press("#xt-to-sign-in");
        return new SignInPage(browser());
    }
}
