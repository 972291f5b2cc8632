package dev.externaltenants.claimsextension.callout;

import java.util.UUID;

import dev.externaltenants.claimsextension.CallerAuthentication;
import org.keycloak.TokenCategory;
import org.keycloak.common.util.Time;
import org.keycloak.representations.JsonWebToken;

/**
 * The bearer token of a call. Unless told otherwise it names the fixed app that Entra calls with as its caller, so that functions
 * written for Entra only need another issuer.
 *
 * <p>Tenants choose its audience and the caller in {@code azp} and {@code appid}, and get it to see. So its subject is always
 * Entra's app, never what a tenant writes: whoever believes tokens of the realm must not take it for a customer's or an
 * administrator's. And its type is none of Keycloak's, so that Keycloak itself takes it for no token of its own.
 */
final class CalloutToken extends JsonWebToken {

    static final String TYPE = "Callout";

    static final int LIFETIME_SECONDS = 300;

    private CalloutToken() {}

    static CalloutToken of(CalloutRequest request) {
        long now = Time.currentTimeSeconds();
        CalloutToken token = new CalloutToken();
        token.id(UUID.randomUUID().toString());
        CallerAuthentication wanted = request.extension().authentication();
        String app = request.extension().callerId().orElseThrow();
        token.type(TYPE);
        token.issuer(wanted == null || wanted.issuer() == null ? request.issuer() : wanted.issuer());
        token.audience(request.extension().resourceId());
        token.subject(CallerAuthentication.ENTRA_EVENTS_APP);
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
