package dev.externaltenants.emailotp;

import java.util.Optional;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** The account that an address belongs to. */
public final class AccountOfAddress {

    private AccountOfAddress() {}

    public static Optional<UserModel> find(KeycloakSession session, RealmModel realm, String address) {
        try {
            return Optional.ofNullable(session.users().getUserByEmail(realm, address));
        } catch (ModelDuplicateException ambiguous) {
            // An address of two accounts, from before the realm became a tenant, is taken for neither.
            return Optional.empty();
        }
    }
}
