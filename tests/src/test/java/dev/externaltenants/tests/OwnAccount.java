package dev.externaltenants.tests;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

import dev.externaltenants.tests.harness.FormBrowser;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.Tenant;
import org.jsoup.nodes.Element;

/** The account page as a customer has it in a browser without a screen. */
final class OwnAccount {

    private final Tenant tenant;
    private final FormBrowser browser;

    private OwnAccount(Tenant tenant, FormBrowser browser) {
        this.tenant = tenant;
        this.browser = browser;
    }

    static OwnAccount in(Tenant tenant, FormBrowser browser) {
        return new OwnAccount(tenant, browser);
    }

    /** Comes to the account page as anybody does, by the sign-in. */
    static OwnAccount of(Tenant tenant, String email) {
        OwnAccount account = in(tenant, new FormBrowser());
        FormPage page = account.signIn(account.open(""), email);
        if (!page.uri().equals(account.address(""))) {
            throw new AssertionError("Expected the account page but was " + page);
        }
        return account;
    }

    FormBrowser browser() {
        return browser;
    }

    URI address(String page) {
        return URI.create(tenant.issuer() + "/account/" + page);
    }

    FormPage open(String page) {
        return browser.open(address(page));
    }

    /** Goes on from the page that asks who it is. */
    FormPage signIn(FormPage identify, String email) {
        FormPage password = browser.submit(identify.asking("username"), Map.of("username", email));
        return password(password);
    }

    FormPage password(FormPage page) {
        return browser.submit(page.asking("password"), Map.of("password", Journey.PASSWORD));
    }

    FormPage save(Map<String, String> fields) {
        return press(open(""), "xt-account", fields);
    }

    /** Sends a form of the page with what it hides and what the customer fills in. */
    FormPage press(FormPage page, String form, Map<String, String> fields) {
        Element element = page.document().getElementById(form);
        if (element == null) {
            throw new AssertionError("No form " + form + " on " + page);
        }
        Map<String, String> all = new HashMap<>();
        element.select("input[type=hidden]").forEach(input -> all.put(input.attr("name"), input.attr("value")));
        all.putAll(fields);
        return browser.post(URI.create(element.absUrl("action")), all);
    }

    String token() {
        return open("").document().select("input[name=token]").attr("value");
    }
}
