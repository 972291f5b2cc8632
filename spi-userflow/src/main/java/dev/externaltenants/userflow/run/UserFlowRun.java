package dev.externaltenants.userflow.run;

import java.net.URI;

/**
 * All that is needed to try a user flow out: an authorization request that an app of it could send, and what the answer is
 * to be checked and redeemed with. New in each run.
 *
 * @param url the ready request
 * @param openIdConfiguration where the tenant's endpoints are listed
 * @param application client id
 * @param redirectUri where the customer returns with a code
 * @param pkce what to redeem the code with, or null without PKCE
 */
public record UserFlowRun(
        URI url,
        URI openIdConfiguration,
        String application,
        String redirectUri,
        String responseType,
        String scope,
        String state,
        String nonce,
        Pkce pkce) {

    /** Proof that who redeems the code is who asked for it. */
    public record Pkce(String codeVerifier, String codeChallenge, String codeChallengeMethod) {}

    /**
     * What to run; nothing is a must.
     *
     * @param application client id of an app of the flow; the first one with a redirect URI without a wildcard when null
     * @param redirectUri of the app; its first one without a wildcard when null
     * @param language of the pages, one of the tenant's; the browser's when null
     * @param pkce on when null
     */
    public record Request(String application, String redirectUri, String language, Boolean pkce) {}
}
