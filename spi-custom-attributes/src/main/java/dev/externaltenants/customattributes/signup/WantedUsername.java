package dev.externaltenants.customattributes.signup;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

import dev.externaltenants.customattributes.BuiltInAttribute;
import dev.externaltenants.customattributes.signup.FieldError.Reason;
import dev.externaltenants.userflow.username.Username;
import dev.externaltenants.userflow.username.Usernames;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.SingleUseObjectProvider;

/**
 * The user name that a sign-up wants, and gets for itself alone.
 *
 * <p>A sign-up page has to say that a name is taken; how often it does is counted by the proven address, so names cannot be
 * tried out in numbers.
 */
final class WantedUsername {

    private static final int TRIES = 10;
    private static final long TRIES_SECONDS = 3_600;

    private final SingleUseObjectProvider store;
    private final Usernames usernames;
    private final String realmId;
    private final Username name;

    WantedUsername(KeycloakSession session, RealmModel realm, Username name) {
        this.store = session.singleUseObjects();
        this.usernames = new Usernames(session, realm);
        this.realmId = realm.getId();
        this.name = name;
    }

    /** Returns why the customer cannot have it; else it is reserved until the request is over and the account has it. */
    Optional<FieldError> reserve(ProvenAddress address) {
        if (!takeTry(address)) {
            return refused(Reason.TOO_MANY_USERNAMES);
        }
        return usernames.reserve(name) ? Optional.empty() : refused(Reason.USERNAME_TAKEN);
    }

    /** Slots, since a count could be read twice by two posts at once; see ADR 3. */
    private boolean takeTry(ProvenAddress address) {
        String who = "xt.usernameTries." + realmId + "." + hash(address.email());
        for (int slot = 0; slot < TRIES; slot++) {
            if (store.putIfAbsent(who + "." + slot, TRIES_SECONDS)) {
                return true;
            }
        }
        return false;
    }

    /** Keys are of one length and hold no addresses. */
    private static UUID hash(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<FieldError> refused(Reason reason) {
        return Optional.of(FieldError.of(BuiltInAttribute.USERNAME.key(), reason));
    }
}
