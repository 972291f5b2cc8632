package dev.externaltenants.tenant.apps;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Fills in the templates of {@code snippets/}: {@code {{json clientId}}} is a value as a literal of that language. */
final class Snippets {

    private static final Pattern PLACE = Pattern.compile("\\{\\{(json|kotlin|shell) ([a-zA-Z]+)\\}\\}");
    /** Begins a line that is only for servers of this scheme; some libraries refuse plain http if not told. */
    private static final Pattern OF_SCHEME = Pattern.compile("^\\{\\{(https?)\\}\\}(.*)$");

    private static final String SECRET_TO_COME = "the app's secret";
    private static final String NO_ADDRESS_YET = "https://app.example/callback";

    private Snippets() {}

    /**
     * Returns what suits the type of the app.
     *
     * @param secret of the app, or null when it keeps none or shows none
     * @param authority the tenant's issuer
     */
    static List<Snippet> of(Application app, String secret, String authority) {
        Map<String, String> values = values(app, secret == null ? SECRET_TO_COME : secret, authority);
        String scheme = URI.create(authority).getScheme();
        return templates(app).stream()
                .map(template -> new Snippet(
                        template.library(), template.file(), filledIn(ofScheme(scheme, text(template.file())), values)))
                .toList();
    }

    private static List<Template> templates(Application app) {
        Template appAuth = new Template("AppAuth for Android", "SignIn.kt");
        return switch (app.type()) {
            case SPA ->
                List.of(new Template("oidc-client-ts", "oidc-client.ts"), new Template("MSAL.js", "msal-browser.ts"));
            case WEB ->
                List.of(
                        new Template("openid-client", "openid-client.mjs"),
                        new Template("Spring Boot", "application.yaml"),
                        new Template("Spring Security", "SecurityConfiguration.java"));
            case MOBILE -> List.of(appAuth);
            // The browser is its fallback only.
            case NATIVE_AUTH -> app.redirectUris().isEmpty() ? List.of() : List.of(appAuth);
            case DAEMON -> List.of(new Template("curl", "token.sh"));
            case API ->
                List.of(new Template("Spring Boot", "resource-server.yaml"), new Template("jose", "verify-token.mjs"));
            case OTHER -> List.of();
        };
    }

    private static Map<String, String> values(Application app, String secret, String authority) {
        String redirectUri = firstOr(NO_ADDRESS_YET, app.redirectUris());
        return Map.of(
                "clientId",
                app.clientId(),
                "secret",
                secret,
                "authority",
                authority,
                "authorityHost",
                URI.create(authority).getAuthority(),
                "tokenEndpoint",
                authority + "/protocol/openid-connect/token",
                "keys",
                authority + "/protocol/openid-connect/certs",
                "redirectUri",
                redirectUri,
                "redirectScheme",
                URI.create(redirectUri).getScheme(),
                "postLogoutRedirectUri",
                firstOr(redirectUri, app.postLogoutRedirectUris()));
    }

    private static String firstOr(String fallback, List<String> values) {
        return values.isEmpty() ? fallback : values.get(0);
    }

    private static String ofScheme(String scheme, String template) {
        return template.lines()
                .map(OF_SCHEME::matcher)
                .filter(line -> !line.matches() || line.group(1).equals(scheme))
                .map(line -> line.replaceFirst("$2") + "\n")
                .collect(Collectors.joining());
    }

    private static String filledIn(String template, Map<String, String> values) {
        return PLACE.matcher(template)
                .replaceAll(place ->
                        Matcher.quoteReplacement(Quoting.valueOf(place.group(1).toUpperCase(Locale.ROOT))
                                .quoted(Objects.requireNonNull(values.get(place.group(2)), place.group()))));
    }

    private static String text(String file) {
        // The ending keeps tools from taking a template for source.
        try (InputStream template = Snippets.class.getResourceAsStream("snippets/" + file + ".txt")) {
            return new String(Objects.requireNonNull(template, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The snippet cannot be read: " + file, e);
        }
    }

    private record Template(String library, String file) {}
}
