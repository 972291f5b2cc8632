package dev.externaltenants.bench.load;

import java.util.Map;
import java.util.regex.Pattern;

/** What somebody does who wants to know whether an address has an account: up to a post, which is returned and not made. */
public final class Enquiry {

    private static final Pattern FORGOT = Pattern.compile("id=\"xt-forgot-password\"[^>]*href=\"([^\"]+)\"");

    private static final Map<String, String> WRONG_CODE = Map.of("code", "00000000", "action", "verify");

    private Enquiry() {}

    /** The address on the page that begins a sign-up. */
    public static Runnable signUp(Browser browser, App app, String email) {
        Page page = browser.open(signInPage(browser, app).signUpLink()).asking("email");
        return () -> browser.submit(page, Map.of("email", email)).asking("code");
    }

    /** A wrong password. */
    public static Runnable wrongPassword(Browser browser, App app, String email) {
        Page page = passwordPage(browser, app, email);
        return () ->
                browser.submit(page, Map.of("password", "not-the-Password-1")).asking("password");
    }

    /** The address on the sign-in page of an app that signs in by code. */
    public static Runnable code(Browser browser, App app, String email) {
        Page page = signInPage(browser, app);
        return () -> browser.submit(page, Map.of("username", email)).asking("code");
    }

    /** The address of a forgotten password. */
    public static Runnable reset(Browser browser, App app, String email) {
        Page page = browser.open(passwordPage(browser, app, email).link(FORGOT)).asking("email");
        return () -> browser.submit(page, Map.of("email", email)).asking("code");
    }

    /** A wrong code, where the one before asks for one. */
    public static Runnable wrongCode(Browser browser, App app, String email) {
        Page page = browser.submit(signInPage(browser, app), Map.of("username", email))
                .asking("code");
        return () -> browser.submit(page, WRONG_CODE).asking("code");
    }

    /** A wrong code of a reset. */
    public static Runnable wrongCodeOfReset(Browser browser, App app, String email) {
        Page address =
                browser.open(passwordPage(browser, app, email).link(FORGOT)).asking("email");
        Page page = browser.submit(address, Map.of("email", email)).asking("code");
        return () -> browser.submit(page, WRONG_CODE).asking("code");
    }

    private static Page signInPage(Browser browser, App app) {
        return browser.open(app.authorization()).asking("username");
    }

    private static Page passwordPage(Browser browser, App app, String email) {
        return browser.submit(signInPage(browser, app), Map.of("username", email))
                .asking("password");
    }
}
