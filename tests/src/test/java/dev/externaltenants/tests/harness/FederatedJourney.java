package dev.externaltenants.tests.harness;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;

/** What a customer does who signs in with an identity provider, without a screen. */
public final class FederatedJourney {

    private static final Pattern STEP = Pattern.compile("execution=[^&]*&");

    private final MailServer mail;
    private final FormBrowser browser;
    private final SignIn signIn;

    private FederatedJourney(MailServer mail, FormBrowser browser, SignIn signIn) {
        this.mail = mail;
        this.browser = browser;
        this.signIn = signIn;
    }

    public static FederatedJourney at(RelyingParty app, MailServer mail) {
        return at(app, mail, new FormBrowser());
    }

    /** In a browser that has a past. */
    public static FederatedJourney at(RelyingParty app, MailServer mail, FormBrowser browser) {
        return new FederatedJourney(mail, browser, app.signIn());
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

    /** Chooses the provider, signs in there, and comes back: to a page of ours or to the app. */
    public FormPage comeBack(String alias, String username) {
        return comeBack(signInPage(), alias, username);
    }

    /** The same from any page of the sign-in. */
    public FormPage comeBack(FormPage page, String alias, String username) {
        FormPage atProvider = browser.open(brokerUri(page, alias)).asking("username");
        return signInThere(atProvider, username);
    }

    public FormPage signInThere(FormPage atProvider, String username) {
        URI action = URI.create(
                atProvider.document().selectFirst("form#kc-form-login").absUrl("action"));
        FormPage page = browser.post(action, Map.of("username", username, "password", ForeignProvider.PASSWORD));
        return postSaml(page);
    }

    /** Returns Keycloak's door to the provider from a page of a sign-in. */
    public static URI brokerUri(FormPage page, String alias) {
        return URI.create(STEP.matcher(page.action().toString())
                .replaceAll("")
                .replaceFirst("/login-actions/[a-z-]+\\?", "/broker/" + alias + "/login?"));
    }

    /** Types the code that was mailed. */
    public FormPage codeFrom(FormPage page, String email) {
        return browser.submit(page.asking("code"), Map.of("code", mail.codeFor(email), "action", "verify"));
    }

    public FormPage collect(FormPage attributesPage, Map<String, String> attributes) {
        Map<String, String> fields = new HashMap<>();
        attributes.forEach((name, value) -> fields.put("attr." + name, value));
        return browser.submit(attributesPage, fields);
    }

    public FormPage password(FormPage linkPage, String password) {
        return browser.submit(linkPage.asking("password"), Map.of("password", password));
    }

    /** The binding's form, which a browser sends by a script. */
    private FormPage postSaml(FormPage page) {
        Element response = page.document().selectFirst("form input[name=SAMLResponse]");
        if (response == null) {
            return page;
        }
        Map<String, String> fields = new HashMap<>();
        Element form = response.closest("form");
        form.select("input[name]").forEach(input -> fields.put(input.attr("name"), input.attr("value")));
        return browser.post(URI.create(form.absUrl("action")), fields);
    }
}
