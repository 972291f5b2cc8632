package dev.externaltenants.tests.harness;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** A customer who is signed in and changes the e-mail address, step by step at an app, without a screen. */
public final class AddressChange {

    private static final Map<String, String> ACTION = Map.of("kc_action", "UPDATE_EMAIL");

    private final RelyingParty app;
    private final MailServer mail;
    private final FormBrowser browser;
    private SignIn signIn;

    private AddressChange(RelyingParty app, MailServer mail, FormBrowser browser) {
        this.app = app;
        this.mail = mail;
        this.browser = browser;
    }

    /** In a browser that is signed in. */
    public static AddressChange in(FormBrowser browser, RelyingParty app, MailServer mail) {
        return new AddressChange(app, mail, browser);
    }

    /** Signs in with the password first. */
    public static AddressChange of(String email, RelyingParty app, MailServer mail) {
        Journey journey = Journey.at(app, mail);
        journey.passwordGiven(email, Journey.PASSWORD).returned();
        return in(journey.browser(), app, mail);
    }

    public FormBrowser browser() {
        return browser;
    }

    /** Returns the sign-in that the last page belongs to. */
    public SignIn signIn() {
        return signIn;
    }

    /** Has the app send the browser, wherever that leads. */
    public FormPage begin() {
        signIn = app.signIn(ACTION);
        return browser.open(signIn.uri());
    }

    public FormPage give(FormPage addressPage, String address) {
        return give(addressPage, address, true);
    }

    public FormPage give(FormPage addressPage, String address, boolean endSessions) {
        Map<String, String> fields = new HashMap<>(Map.of("email", address));
        if (endSessions) {
            fields.put("logout-sessions", "on");
        }
        return browser.submit(addressPage, fields);
    }

    /** Gives the address; a mail leaves. */
    public FormPage codePage(String address) {
        return give(begin().asking("email"), address).asking("code");
    }

    public FormPage typeCode(FormPage codePage, String code) {
        return browser.submit(codePage, Map.of("code", code, "action", "verify"));
    }

    /** Changes it to the end and returns where the browser was sent back to. */
    public URI to(String address) {
        return typeCode(codePage(address), mail.codeFor(address)).returned();
    }
}
