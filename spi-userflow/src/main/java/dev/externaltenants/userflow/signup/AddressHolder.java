package dev.externaltenants.userflow.signup;

import java.util.Optional;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Who has an e-mail address in a tenant, which stops a new account with it.
 *
 * @param taken whether anybody has it
 * @param account whose it is; empty also where two have it, as from before the realm became a tenant
 */
public record AddressHolder(boolean taken, Optional<UserModel> account) {

    public static AddressHolder of(KeycloakSession session, RealmModel realm, String address) {
        try {
            // By user name, too: an account that an administrator named so would stop a new one.
            Optional<UserModel> account = Optional.ofNullable(session.users().getUserByEmail(realm, address))
                    .or(() -> Optional.ofNullable(session.users().getUserByUsername(realm, address)));
            return new AddressHolder(account.isPresent(), account);
        } catch (ModelDuplicateException ambiguous) {
            return new AddressHolder(true, Optional.empty());
        }
    }
}
