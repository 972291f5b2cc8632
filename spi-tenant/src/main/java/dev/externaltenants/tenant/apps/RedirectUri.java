package dev.externaltenants.tenant.apps;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.keycloak.common.util.UriUtils;
import org.keycloak.protocol.oidc.utils.RedirectUtils;

/** An address that a browser may be sent to with something of value: exact, and where nobody else listens. */
record RedirectUri(URI uri) {

    /** The width of Keycloak's column. */
    static final int MAX_LENGTH = 255;

    /**
     * RFC 8252 asks for a domain turned round, and so for a dot; MSAL's own schemes have none. That leaves out every scheme
     * that a browser runs or reads itself, such as {@code javascript} and {@code data}.
     */
    private static final Pattern SCHEME_OF_DEVICE =
            Pattern.compile("[a-z][a-z0-9+-]*(\\.[a-z0-9+-]+)+|msal[a-z0-9.-]+");

    /** Keycloak refuses redirect URIs that bring parameters of the answer with them. */
    private static final Set<String> OF_THE_ANSWER = Set.of(
            "code",
            "state",
            "iss",
            "error",
            "error_description",
            "session_state",
            "response",
            "id_token",
            "access_token",
            "token_type",
            "expires_in",
            "kc_action",
            "kc_action_status");

    /** Returns the address if a page of the app may stand there: https, or http on this computer. */
    static Optional<RedirectUri> ofPage(String text) {
        return parsed(text).filter(RedirectUri::isPage);
    }

    /** Returns the address if a page, or an app on the device by a scheme of its own, may stand there. */
    static Optional<RedirectUri> ofDevice(String text) {
        return parsed(text).filter(address -> address.isPage() || address.isOfDevice());
    }

    private static Optional<RedirectUri> parsed(String text) {
        // Keycloak takes a star at the end as anything.
        if (text.length() > MAX_LENGTH || text.contains("*")) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(text);
            boolean whole = uri.getScheme() != null
                    && !uri.isOpaque()
                    && uri.getRawFragment() == null
                    && uri.getRawUserInfo() == null
                    && uri.toASCIIString().equals(text)
                    && !bringsTheAnswer(uri.getRawQuery());
            return whole ? Optional.of(new RedirectUri(uri)) : Optional.empty();
        } catch (URISyntaxException notAnUri) {
            return Optional.empty();
        }
    }

    private static boolean bringsTheAnswer(String query) {
        return query != null
                && UriUtils.decodeQueryString(query).keySet().stream()
                        .anyMatch(name -> OF_THE_ANSWER.contains(name.toLowerCase(Locale.ROOT)));
    }

    private boolean isPage() {
        String host = uri.getHost();
        return switch (uri.getScheme()) {
            case "https" -> host != null;
            case "http" -> host != null && RedirectUtils.LOOPBACK_INTERFACES.contains(host);
            default -> false;
        };
    }

    private boolean isOfDevice() {
        return SCHEME_OF_DEVICE.matcher(uri.getScheme()).matches();
    }
}
