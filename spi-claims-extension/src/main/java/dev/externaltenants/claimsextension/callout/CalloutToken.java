package dev.externaltenants.claimsextension.callout;

import java.util.UUID;

import dev.externaltenants.claimsextension.CallerAuthentication;
import org.keycloak.TokenCategory;
import org.keycloak.common.util.Time;
import org.keycloak.representations.JsonWebToken;

/**
 * The bearer token of a call. Unless told otherwise it names the fixed app that Entra calls with, so that functions written for Entra only
 * need another issuer; it has no type, so that Keycloak itself takes it for no token of its own.
 */
final class CalloutToken extends JsonWebToken {

    static final String ENTRA_EVENTS_APP = "99045fe1-7639-4a75-9d4a-577b6ca3810f";

    static final int LIFETIME_SECONDS = 300;

    private CalloutToken() {}

    static CalloutToken of(CalloutRequest request) {
        long now = Time.currentTimeSeconds();
        CalloutToken token = new CalloutToken();
        token.id(UUID.randomUUID().toString());
        CallerAuthentication wanted = request.extension().authentication();
        String app = wanted == null || wanted.appId() == null ? ENTRA_EVENTS_APP : wanted.appId();
        token.issuer(wanted == null || wanted.issuer() == null ? request.issuer() : wanted.issuer());
        token.audience(request.extension().resourceId());
        token.subject(app);
        token.issuedFor(app);
        token.iat(now);
        token.nbf(now);
        token.exp(now + LIFETIME_SECONDS);
        token.setOtherClaims("appid", app);
        token.setOtherClaims("tid", request.tenantId());
        token.setOtherClaims("ver", "2.0");
        return token;
    }

    /** The default, INTERNAL, is signed with a key that nobody else can verify; this is the realm's public one. */
    @Override
    public TokenCategory getCategory() {
        return TokenCategory.ADMIN;
    }
}
