package dev.externaltenants.emailotp.signin;

import dev.externaltenants.userflow.TenantRealm;
import dev.externaltenants.userflow.proof.ProofGuard;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.authentication.requiredactions.UpdateEmail;
import org.keycloak.models.KeycloakSession;

/**
 * Makes the required action {@code UPDATE_EMAIL}: ours in a tenant, so that Keycloak's page and its mail with a link are never
 * met there, and Keycloak's own in every other realm.
 */
public final class EmailChangeActionFactory extends UpdateEmail {

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return TenantRealm.is(session.getContext().getRealm())
                ? ProofGuard.actionOf(session, getId(), new EmailChangeAction())
                : super.create(session);
    }

    @Override
    public int order() {
        return ProofGuard.ORDER;
    }
}
