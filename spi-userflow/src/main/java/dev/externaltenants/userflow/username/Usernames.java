package dev.externaltenants.userflow.username;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Who has which user name in a tenant. */
public final class Usernames {

    private static final Logger LOG = Logger.getLogger(Usernames.class);

    private final KeycloakSession session;
    private final RealmModel realm;

    public Usernames(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /**
     * Returns whose name it is. One that the tenant's policy does not take is nobody's, whatever is stored.
     *
     * <p>An account without an e-mail address, as from before the realm became a tenant, has only Keycloak's own name.
     */
    public Optional<UserModel> find(String typed) {
        return UsernamePolicy.of(realm).accepted(typed).flatMap(this::holder);
    }

    private Optional<UserModel> holder(Username name) {
        List<UserModel> holders = holders(name)
                .filter(holder -> name.value().equals(holder.getFirstAttribute(Username.USER_ATTRIBUTE)))
                .limit(2)
                .toList();
        // Asked for in any case: an answer that took one look-up less would tell that the name is known.
        UserModel named = session.users().getUserByUsername(realm, name.value());
        if (holders.size() > 1) {
            // By Keycloak's own REST an administrator can give a name twice; then it opens neither account.
            LOG.warnf("A sign-in to realm %s was refused: two accounts have the user name", realm.getName());
            return Optional.empty();
        }
        return holders.stream().findFirst().or(() -> Optional.ofNullable(named));
    }

    /** Returns whether the name is free, and then nobody else's until the transaction of this request is over. */
    public boolean reserve(Username name) {
        return new UsernameReservation(session, realm, name).take() && !isTaken(name);
    }

    private boolean isTaken(Username name) {
        return holders(name).findAny().isPresent() || session.users().getUserByUsername(realm, name.value()) != null;
    }

    private Stream<UserModel> holders(Username name) {
        return session.users().searchForUserByUserAttributeStream(realm, Username.USER_ATTRIBUTE, name.value());
    }
}
