package dev.externaltenants.samples.shop;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;

/**
 * A sign-in that the browser was sent away for: what must come back with it, and what only this shop knows.
 *
 * @param browser the session cookie of the browser that began; another browser cannot finish it
 */
record PendingSignIn(String browser, State state, Nonce nonce, CodeVerifier verifier) {

    static PendingSignIn begunBy(String browser) {
        return new PendingSignIn(browser, new State(), new Nonce(), new CodeVerifier());
    }
}
