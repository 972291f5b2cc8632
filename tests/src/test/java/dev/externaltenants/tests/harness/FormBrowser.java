package dev.externaltenants.tests.harness;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.externaltenants.tests.servers.Forms;
import org.jsoup.nodes.FormElement;

/**
 * A browser without a screen: cookies, redirects and forms, nothing else. For tests that post faster or more than a
 * person would; after a proof it waits until Keycloak has booked it. It is not followed away from the server: a redirect to
 * the app ends in a page with that location.
 */
public final class FormBrowser {

    private static final int MOST_REDIRECTS = 15;
    private static final Pattern PROOF = Pattern.compile("(^|&)(password|password-new|code|otp|recoveryCodeInput)=");
    private static final Pattern PATH = Pattern.compile("(?i); *path=([^;]+)");

    /** A connection of HTTP/2 has room for a hundred requests at once, of which some tests make more. */
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    /** Java's own jar keeps Secure cookies from plain http, which Keycloak sets on 127.0.0.1 as browsers allow. */
    private final Map<Cookie, String> cookies = new ConcurrentHashMap<>();

    /** As the server last set them, with their attributes. */
    private final Map<String, String> asSet = new ConcurrentHashMap<>();

    private final Map<String, String> headers;

    public FormBrowser() {
        this(Map.of("Accept-Language", "en"));
    }

    public FormBrowser(Map<String, String> headers) {
        this.headers = headers;
    }

    public FormPage open(URI uri) {
        return follow(request(uri).GET().build());
    }

    /** Posts the fields to the action of the page's form. */
    public FormPage submit(FormPage page, Map<String, String> fields) {
        return post(page.action(), fields);
    }

    /** Posts fields of which some have several values. */
    public FormPage submitLists(FormPage page, Map<String, List<String>> fields) {
        return postEncoded(
                page.action(),
                fields.entrySet().stream()
                        .flatMap(field ->
                                field.getValue().stream().map(value -> Forms.encode(Map.of(field.getKey(), value))))
                        .collect(Collectors.joining("&")));
    }

    /** Posts the form that asks for the field as it stands, as who changes nothing. */
    public FormPage submitAsShown(FormPage page, String field) {
        FormElement form = (FormElement)
                page.document().select("form:has([name='" + field + "'])").first();
        String body = form.formData().stream()
                .map(shown -> Forms.encode(shown.key()) + "=" + Forms.encode(shown.value()))
                .collect(Collectors.joining("&"));
        return follow(request(URI.create(form.absUrl("action")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    public FormPage post(URI action, Map<String, String> fields) {
        return postEncoded(action, Forms.encode(fields));
    }

    private FormPage postEncoded(URI action, String form) {
        return postEncodedUpTo(null, action, form);
    }

    private FormPage postEncodedUpTo(String stop, URI action, String form) {
        FormPage page = follow(
                request(action)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                stop);
        if (PROOF.matcher(form).find() && action.getPath().contains("/login-actions/")) {
            // No person is as quick with the next step as a test.
            TestSupport.awaitBookedProofs(URI.create(action.getScheme() + "://" + action.getAuthority()));
        }
        return page;
    }

    /** Drops the cookies of a path, as of a realm that somebody else is to sign in to. */
    public void forgetCookiesOf(String path) {
        cookies.keySet().removeIf(cookie -> cookie.path().equals(path));
    }

    /** Returns a browser with the same cookies, as a second tab whose posts do not wait for the first's answers. */
    public FormBrowser secondTab() {
        return secondTab(Map.of());
    }

    /** Returns a second tab that sends further headers. */
    public FormBrowser secondTab(Map<String, String> further) {
        Map<String, String> all = new HashMap<>(headers);
        all.putAll(further);
        FormBrowser tab = new FormBrowser(all);
        tab.cookies.putAll(cookies);
        tab.asSet.putAll(asSet);
        return tab;
    }

    /** Returns a browser that sends the cookies of a path to another path. */
    public FormBrowser carrying(String from, String to) {
        FormBrowser other = new FormBrowser(headers);
        cookies.forEach((cookie, value) -> {
            if (cookie.path().equals(from)) {
                other.cookies.put(new Cookie(cookie.name(), to), value);
            }
        });
        return other;
    }

    /** Returns the last {@code Set-Cookie} of the name, or an empty text. */
    public String cookieAsSet(String name) {
        return asSet.getOrDefault(name, "");
    }

    /** Returns the names of the cookies that the server has set so far and that begin with the text. */
    public List<String> cookiesSet(String beginning) {
        return asSet.keySet().stream()
                .filter(name -> name.startsWith(beginning))
                .sorted()
                .toList();
    }

    /** Returns the value of a cookie that is sent now, or an empty text. */
    public String cookie(String name) {
        return cookies.entrySet().stream()
                .filter(cookie -> cookie.getKey().name().equals(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    /** Puts a cookie into the browser, as somebody who holds a copy does. */
    public void plantCookie(String name, String path, String value) {
        asSet.put(name, "Max-Age=1");
        cookies.put(new Cookie(name, path), value);
    }

    /** Forgets what a browser forgets when it is closed. */
    public void closeAndReopen() {
        cookies.keySet().removeIf(cookie -> !cookieAsSet(cookie.name()).contains("Max-Age"));
    }

    /** Opens the page, but does not follow a redirect to an address that contains the text: that ends it as leaving does. */
    public FormPage openUpTo(String stop, URI uri) {
        return follow(request(uri).GET().build(), stop);
    }

    /** Posts the fields, with the same end. */
    public FormPage postUpTo(String stop, URI action, Map<String, String> fields) {
        return postEncodedUpTo(stop, action, Forms.encode(fields));
    }

    private FormPage follow(HttpRequest first) {
        return follow(first, null);
    }

    private FormPage follow(HttpRequest first, String stop) {
        HttpRequest request = first;
        for (int i = 0; i < MOST_REDIRECTS; i++) {
            HttpResponse<String> response = send(request);
            keepCookies(response);
            URI target = response.headers()
                    .firstValue("Location")
                    .map(request.uri()::resolve)
                    .orElse(null);
            if (response.statusCode() / 100 != 3 || target == null) {
                return FormPage.of(response);
            }
            boolean stopped = stop != null && target.toString().contains(stop);
            if (stopped || !target.getAuthority().equals(first.uri().getAuthority())) {
                return FormPage.left(response, target);
            }
            request = request(target).GET().build();
        }
        throw new AssertionError("More than " + MOST_REDIRECTS + " redirects from " + first.uri());
    }

    private HttpRequest.Builder request(URI uri) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(60));
        headers.forEach(request::header);
        String sent = cookies.entrySet().stream()
                .filter(cookie -> uri.getPath().startsWith(cookie.getKey().path()))
                .map(cookie -> cookie.getKey().name() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        if (!sent.isEmpty()) {
            request.header("Cookie", sent);
        }
        return request;
    }

    private void keepCookies(HttpResponse<String> response) {
        for (String header : response.headers().allValues("Set-Cookie")) {
            String pair = header.split(";", 2)[0];
            Cookie cookie = new Cookie(pair.substring(0, pair.indexOf('=')), path(header));
            asSet.put(cookie.name(), header);
            if (header.contains("Max-Age=0")) {
                cookies.remove(cookie);
            } else {
                cookies.put(cookie, pair.substring(pair.indexOf('=') + 1));
            }
        }
    }

    private static String path(String header) {
        Matcher path = PATH.matcher(header);
        return path.find() ? path.group(1) : "/";
    }

    /** @param path below which it is sent; two realms have cookies of the same names */
    private record Cookie(String name, String path) {}

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(request + " failed: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
