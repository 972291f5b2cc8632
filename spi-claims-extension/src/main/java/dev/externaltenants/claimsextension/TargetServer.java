package dev.externaltenants.claimsextension;

import java.net.URI;

/** Who gets the calls of an extension, and with them learns proofs of who we are. */
record TargetServer(URI target) {

    static TargetServer of(CustomExtension extension) {
        return new TargetServer(URI.create(extension.targetUrl()));
    }

    /** Returns whether both are called by the same scheme at the same host, on whatever port. */
    boolean isOnHostOf(TargetServer other) {
        return target.getScheme().equalsIgnoreCase(other.target.getScheme())
                && target.getHost().equalsIgnoreCase(other.target.getHost());
    }

    /** On another port there may be somebody else, whatever the host. */
    boolean isSameAs(TargetServer other) {
        return isOnHostOf(other) && port() == other.port();
    }

    private int port() {
        if (target.getPort() >= 0) {
            return target.getPort();
        }
        return "https".equalsIgnoreCase(target.getScheme()) ? 443 : 80;
    }
}
