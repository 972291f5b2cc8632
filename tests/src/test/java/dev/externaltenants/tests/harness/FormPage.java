package dev.externaltenants.tests.harness;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A page as {@link FormBrowser} sees it.
 *
 * @param leftFor where the server sent the browser away to, or null while it stays
 */
public record FormPage(URI uri, int status, Document document, URI leftFor) {

    static FormPage of(HttpResponse<String> response) {
        return new FormPage(
                response.uri(),
                response.statusCode(),
                Jsoup.parse(response.body(), response.uri().toString()),
                null);
    }

    static FormPage left(HttpResponse<String> response, URI target) {
        return new FormPage(response.uri(), response.statusCode(), Jsoup.parse(""), target);
    }

    /** Says whether the page asks for a field of that name. */
    public boolean asks(String field) {
        return !document.select("form [name='" + field + "']").isEmpty();
    }

    /** Returns this page if it asks for the field, so that a journey that goes astray says where. */
    public FormPage asking(String field) {
        if (!asks(field)) {
            throw new AssertionError("Expected a page that asks for '" + field + "' but was " + this);
        }
        return this;
    }

    /** Returns where the browser was sent back to the app. */
    public URI returned() {
        if (leftFor == null) {
            throw new AssertionError("Expected to be back at the app but was " + this);
        }
        return leftFor;
    }

    public URI action() {
        // Of our pages, and of Keycloak's own; the form that leads to another way is on both.
        Element form = document.selectFirst("form[id^=xt-], form[id^=kc-]:not(#kc-select-try-another-way-form)");
        if (form == null) {
            throw new AssertionError("No form on " + this);
        }
        return URI.create(form.absUrl("action"));
    }

    public boolean offersSignUp() {
        return document.select("a[href*=/login-actions/registration]").size() > 0;
    }

    public URI signUpLink() {
        Element link = document.selectFirst("a[href*=/login-actions/registration]");
        if (link == null) {
            throw new AssertionError("No link to sign up on " + this);
        }
        return URI.create(link.absUrl("href"));
    }

    /** Returns what the page says about a field and ties to it for those who hear the page, or an empty text. */
    public String errorOf(String field) {
        Element input = document.selectFirst("form [name='" + field + "']");
        if (input == null) {
            return "";
        }
        Element group = input.closest("fieldset");
        Element control = group == null ? input : group;
        if (!input.attr("aria-invalid").equals("true")
                && !control.attr("aria-invalid").equals("true")) {
            return "";
        }
        return Arrays.stream(control.attr("aria-describedby").split("\\s+"))
                .map(document::getElementById)
                .filter(Objects::nonNull)
                .filter(element -> element.id().endsWith("-error"))
                .map(Element::text)
                .collect(Collectors.joining(" "));
    }

    /** Returns what the page says above the form, or an empty text. */
    public String message() {
        return document.select("[role=alert], [role=status]").text();
    }

    /** Returns all that a person reads. */
    public String text() {
        return document.body().text();
    }

    @Override
    public String toString() {
        return "page " + status + " " + uri.getPath() + " \"" + document.title() + "\": " + text();
    }
}
