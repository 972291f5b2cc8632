package dev.externaltenants.claimsextension.callout;

import java.net.UnknownHostException;

/** The target resolves to an address that callouts must not reach, or to none. */
final class BlockedTargetException extends UnknownHostException {

    BlockedTargetException(String host) {
        super(host + " does not resolve to public addresses only");
    }

    /** @param unknown says that the name has no address at all, for the log */
    BlockedTargetException(String host, UnknownHostException unknown) {
        this(host);
        initCause(unknown);
    }
}
