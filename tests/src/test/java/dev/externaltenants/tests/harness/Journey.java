package dev.externaltenants.tests.harness;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What a customer does at an app, step by step, without a screen. */
public final class Journey {

    /** Long enough for any password policy of the tests. */
    public static final String PASSWORD = "correct-horse-Battery-9";

    private final MailServer mail;
    private final FormBrowser browser;
    private final SignIn signIn;

    private Journey(MailServer mail, FormBrowser browser, SignIn signIn) {
        this.mail = mail;
        this.browser = browser;
        this.signIn = signIn;
    }

    public static Journey at(RelyingParty app, MailServer mail) {
        return new Journey(mail, new FormBrowser(), app.signIn());
    }

    /** Begins anew at an app in another tab of the browser. */
    public Journey inASecondTab(RelyingParty app) {
        return new Journey(mail, browser, app.signIn());
    }

    public FormBrowser browser() {
        return browser;
    }

    public SignIn signIn() {
        return signIn;
    }

    public FormPage signInPage() {
        return browser.open(signIn.uri()).asking("username");
    }

    public FormPage emailPage() {
        return browser.open(signInPage().signUpLink()).asking("email");
    }

    /** Gives the address on the e-mail page; a mail with a code leaves. */
    public FormPage codePage(String email) {
        return browser.submit(emailPage(), Map.of("email", email)).asking("code");
    }

    public FormPage typeCode(FormPage codePage, String code) {
        return browser.submit(codePage, Map.of("code", code, "action", "verify"));
    }

    public FormPage resend(FormPage codePage) {
        return browser.submit(codePage, Map.of("action", "resend"));
    }

    /** Proves the address. */
    public FormPage attributesPage(String email) {
        return typeCode(codePage(email), mail.codeFor(email)).asking("password-confirm");
    }

    public FormPage collect(FormPage attributesPage, Map<String, String> attributes) {
        Map<String, String> fields = new HashMap<>(Map.of("password", PASSWORD, "password-confirm", PASSWORD));
        attributes.forEach((name, value) -> fields.put("attr." + name, value));
        return browser.submit(attributesPage, fields);
    }

    /** Signs up to the end. */
    public URI signUp(String email, Map<String, String> attributes) {
        return collect(attributesPage(email), attributes).returned();
    }

    /** Signs up to the end where accounts have no password. */
    public URI signUpByCode(String email, Map<String, String> attributes) {
        return signUpByCodeOf(email, () -> mail.codeFor(email), attributes);
    }

    /** Likewise, with codes that take another way than mail. */
    public URI signUpByCodeOf(String email, Supplier<String> code, Map<String, String> attributes) {
        FormPage codePage = codePage(email);
        FormPage attributesPage = typeCode(codePage, code.get());
        Map<String, String> fields = new HashMap<>();
        attributes.forEach((name, value) -> fields.put("attr." + name, value));
        return browser.submit(attributesPage, fields).returned();
    }

    /** Gives the address on the sign-in page. */
    public FormPage identified(String email) {
        return browser.submit(signInPage(), Map.of("username", email));
    }

    /** Presses the button for the other proof, {@code code} or {@code password}. */
    public FormPage switchTo(FormPage page, String proof) {
        return browser.submit(page, Map.of("action", proof)).asking(proof);
    }

    /** Signs in by a code, from the sign-in page to the page after the code. */
    public FormPage codeGiven(String email) {
        return typeCode(identified(email).asking("code"), mail.codeFor(email));
    }

    /** Goes on from the sign-in page to the page after the password. */
    public FormPage passwordGiven(String email, String password) {
        FormPage passwordPage =
                browser.submit(signInPage(), Map.of("username", email)).asking("password");
        return browser.submit(passwordPage, Map.of("password", password));
    }
}
