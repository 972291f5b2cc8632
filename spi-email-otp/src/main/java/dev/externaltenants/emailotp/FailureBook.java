package dev.externaltenants.emailotp;

import java.net.URI;

/** Counts a failed code for the account that it is found to be for, and tells the event log. */
@FunctionalInterface
interface FailureBook {

    /** @param origin the server's address as the request had it */
    void write(FailedCode failed, URI origin);
}
