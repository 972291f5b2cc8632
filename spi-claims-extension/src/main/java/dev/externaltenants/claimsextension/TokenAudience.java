package dev.externaltenants.claimsextension;

import java.util.EnumSet;
import java.util.Set;

/**
 * For whom a token of a response is. Source: Entra assigns listeners by the token's audience, to the client app for the ID
 * token, and to the resource app for the access token.
 */
public enum TokenAudience {
    /** The app that the customer signs in to: the ID token, userinfo, an assertion. */
    CLIENT,
    /** The API that the app calls, or the app itself where there is none: the access token. */
    RESOURCE;

    public static Set<TokenAudience> both() {
        return EnumSet.allOf(TokenAudience.class);
    }
}
