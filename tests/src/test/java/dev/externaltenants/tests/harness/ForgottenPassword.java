package dev.externaltenants.tests.harness;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

import org.jsoup.nodes.Element;

/** A customer who forgot the password, step by step at an app, without a screen. */
public final class ForgottenPassword {

    public static final String NEW_PASSWORD = "Another-Horse-Battery-8";

    private final MailServer mail;
    private final Journey journey;

    private ForgottenPassword(MailServer mail, Journey journey) {
        this.mail = mail;
        this.journey = journey;
    }

    public static ForgottenPassword at(RelyingParty app, MailServer mail) {
        return new ForgottenPassword(mail, Journey.at(app, mail));
    }

    /** In the browser in which another journey was made, at the same app. */
    public static ForgottenPassword of(Journey journey, MailServer mail) {
        return new ForgottenPassword(mail, journey);
    }

    public FormBrowser browser() {
        return journey.browser();
    }

    public SignIn signIn() {
        return journey.signIn();
    }

    /** Returns the link on the password page. */
    public URI link(String email) {
        FormPage password = journey.identified(email).asking("password");
        Element link = password.document().selectFirst("#xt-forgot-password");
        if (link == null) {
            throw new AssertionError("No link for a forgotten password on " + password);
        }
        return URI.create(link.absUrl("href"));
    }

    /** Returns the page that asks for the address. */
    public FormPage addressPage(String email) {
        return browser().open(link(email)).asking("email");
    }

    /** Gives the address; a mail leaves. */
    public FormPage codePage(String email) {
        return give(addressPage(email), email).asking("code");
    }

    public FormPage give(FormPage addressPage, String email) {
        return browser().submit(addressPage, Map.of("email", email));
    }

    public FormPage typeCode(FormPage codePage, String code) {
        return journey.typeCode(codePage, code);
    }

    /** Proves the address. */
    public FormPage newPasswordPage(String email) {
        return typeCode(codePage(email), mail.codeFor(email)).asking("password-new");
    }

    /** Chooses a password; other sessions end, as the page proposes. */
    public FormPage choose(FormPage newPasswordPage, String password) {
        return choose(newPasswordPage, password, true);
    }

    public FormPage choose(FormPage newPasswordPage, String password, boolean endSessions) {
        Map<String, String> fields = new HashMap<>(Map.of("password-new", password, "password-confirm", password));
        if (endSessions) {
            fields.put("logout-sessions", "on");
        }
        return browser().submit(newPasswordPage, fields);
    }

    /** Resets to the end. */
    public FormPage reset(String email) {
        return choose(newPasswordPage(email), NEW_PASSWORD);
    }
}
