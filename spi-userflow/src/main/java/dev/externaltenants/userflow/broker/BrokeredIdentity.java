package dev.externaltenants.userflow.broker;

import java.util.Map;

import org.keycloak.authentication.authenticators.broker.AbstractIdpAuthenticator;
import org.keycloak.authentication.authenticators.broker.util.SerializedBrokeredIdentityContext;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Somebody whom an identity provider sent back and who has no account here yet.
 *
 * @param provider alias
 * @param providerName as customers know it
 * @param subject whom the provider means
 * @param email as the provider says it, or null
 * @param emailVerified whether the provider vouches for it, or the operator does for a provider that cannot
 * @param claims what else the provider says, by the names of OpenID Connect
 */
public record BrokeredIdentity(
        String provider,
        String providerName,
        String subject,
        String email,
        boolean emailVerified,
        Map<String, String> claims) {

    /**
     * Returns the identity of the first login that is under way.
     *
     * @throws IllegalStateException outside of a first login
     */
    public static BrokeredIdentity of(KeycloakSession session, AuthenticationSessionModel signIn) {
        SerializedBrokeredIdentityContext stored = SerializedBrokeredIdentityContext.readFromAuthenticationSession(
                signIn, AbstractIdpAuthenticator.BROKERED_CONTEXT_NOTE);
        if (stored == null) {
            throw new IllegalStateException("No identity provider led here");
        }
        BrokeredIdentityContext context = stored.deserialize(session, signIn);
        BrokeredClaims claims = BrokeredClaims.of(context);
        return new BrokeredIdentity(
                context.getIdpConfig().getAlias(),
                KeycloakModelUtils.getIdentityProviderDisplayName(session, context.getIdpConfig()),
                context.getId(),
                claims.email(),
                claims.emailVerified(),
                claims.values());
    }

    /**
     * Keeps Keycloak from writing the provider's address into the account once the first login is done: the address that
     * was proven stands there, and is verified.
     */
    static void forgetEmail(AuthenticationSessionModel signIn) {
        SerializedBrokeredIdentityContext stored = SerializedBrokeredIdentityContext.readFromAuthenticationSession(
                signIn, AbstractIdpAuthenticator.BROKERED_CONTEXT_NOTE);
        stored.setEmail(null);
        stored.saveToAuthenticationSession(signIn, AbstractIdpAuthenticator.BROKERED_CONTEXT_NOTE);
    }

    /** Names this identity in the notes of a sign-in, so that what was proven for it is worth nothing for another. */
    String key() {
        return provider + ' ' + subject;
    }

    /** Tells nothing of what the provider said, so that it cannot reach a log. */
    @Override
    public String toString() {
        return "BrokeredIdentity[" + provider + "]";
    }
}
