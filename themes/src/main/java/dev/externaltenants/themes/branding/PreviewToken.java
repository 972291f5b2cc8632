package dev.externaltenants.themes.branding;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.keycloak.representations.JsonWebToken;

/**
 * What a preview link carries: which tenant's brand it shows, and until when. Its issuer is no realm and its type none of
 * Keycloak's, so no endpoint of Keycloak takes it for a token of its own. It is signed by a key that never leaves the
 * server.
 */
final class PreviewToken extends JsonWebToken {

    static final String TYPE = "xt-branding-preview";

    @JsonProperty("theme")
    private String theme;

    @JsonProperty("theme_id")
    private String themeId;

    /**
     * @param issuer where previews are
     */
    static PreviewToken of(String issuer, String realmId, StoredBrand brand, long expires) {
        PreviewToken token = new PreviewToken();
        token.type(TYPE).issuer(issuer).audience(realmId).exp(expires);
        token.theme = brand.name();
        token.themeId = brand.id();
        return token;
    }

    /** Whether it is one of ours, and of this realm: a copy of a realm can have the same keys. */
    boolean isFor(String realmId) {
        return TYPE.equals(getType()) && hasAudience(realmId) && getExp() != null;
    }

    /** Returns the name, or null for the tenant's own brand. */
    String theme() {
        return theme;
    }

    String themeId() {
        return themeId;
    }
}
