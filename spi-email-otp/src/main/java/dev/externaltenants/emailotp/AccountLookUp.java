package dev.externaltenants.emailotp;

import java.util.Optional;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Finds the account that a code is for, if there is one.
 *
 * <p>It is asked behind the answer, whose time would else tell which addresses have an account. So it holds nothing of the
 * request.
 */
@FunctionalInterface
public interface AccountLookUp {

    /** @param session of another thread, in a transaction */
    Optional<UserModel> find(KeycloakSession session, RealmModel realm);
}
