package dev.externaltenants.claimsextension.callout;

import java.net.UnknownHostException;

/** The target resolves to an address that callouts must not reach. */
final class BlockedTargetException extends UnknownHostException {

    BlockedTargetException(String host) {
        super(host + " does not resolve to public addresses only");
    }
}
