package dev.externaltenants.emailotp;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a code is to be typed, as the last line of a message says it for autofill: {@code @id.example.com #12345678}.
 *
 * <p>The format (WICG, origin-bound one-time codes) stands for https at its usual port, and for a domain. Anywhere else the
 * line would name another origin than the page's, so there is none.
 */
final class BoundOrigin {

    private static final int HTTPS_PORT = 443;

    /** Neither an IP address nor a machine in the local network. */
    private static final Pattern DOMAIN = Pattern.compile("(?i).+\\.(?=[a-z0-9-]*[a-z])[a-z0-9-]+");

    private BoundOrigin() {}

    static Optional<String> host(URI frontend) {
        boolean usualPort = frontend.getPort() == -1 || frontend.getPort() == HTTPS_PORT;
        return Optional.ofNullable(frontend.getHost())
                .filter(host -> "https".equals(frontend.getScheme()) && usualPort)
                .filter(host -> DOMAIN.matcher(host).matches());
    }
}
