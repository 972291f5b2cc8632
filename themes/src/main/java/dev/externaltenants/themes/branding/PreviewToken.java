package dev.externaltenants.themes.branding;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.keycloak.representations.JsonWebToken;

/**
 * What a preview link carries: which tenant's brand it shows, and until when. It names no issuer, without which no
 * endpoint of Keycloak takes it for a token of its own, and is signed by a key that never leaves the server.
 */
final class PreviewToken extends JsonWebToken {

    static final String TYPE = "xt-branding-preview";

    @JsonProperty("theme")
    private String theme;

    /** @param theme null for the tenant's own brand */
    static PreviewToken of(String realmId, String theme, long expires) {
        PreviewToken token = new PreviewToken();
        token.type(TYPE).audience(realmId).exp(expires);
        token.theme = theme;
        return token;
    }

    /** Whether it is one of ours, and of this realm: a copy of a realm can have the same keys. */
    boolean isFor(String realmId) {
        return TYPE.equals(getType()) && hasAudience(realmId) && getExp() != null;
    }

    String theme() {
        return theme;
    }
}
