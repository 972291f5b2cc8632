package dev.externaltenants.customattributes.purge;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import dev.externaltenants.customattributes.purge.ValuePurge.Status;
import org.jboss.logging.Logger;
import org.keycloak.cluster.ClusterProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * One purge on this node: through the accounts that have a value, by their ids, each batch in a short transaction of its
 * own. It may die at any point, and whoever goes on looks for what is left.
 */
final class ValuePurgeRun implements Runnable {

    /** So many ids are in memory at most. */
    private static final int TURN = 2000;

    private static final int BATCH = 200;

    /** How long a node that died keeps the others waiting. Two that overlap do no harm. */
    private static final Duration TURN_TIMEOUT = Duration.ofMinutes(1);

    private static final Logger LOG = Logger.getLogger(ValuePurgeRun.class);

    private final KeycloakSessionFactory sessions;
    private final String realmId;
    private final String attribute;

    ValuePurgeRun(KeycloakSessionFactory sessions, String realmId, String attribute) {
        this.sessions = sessions;
        this.realmId = realmId;
        this.attribute = attribute;
    }

    @Override
    public void run() {
        try (KeycloakSession session = sessions.create()) {
            ClusterProvider cluster = session.getProvider(ClusterProvider.class);
            Optional<String> after = Optional.of("");
            while (after.isPresent()) {
                String from = after.get();
                // Empty also when another node is at it, which then does all that this one would do.
                after = Optional.ofNullable(cluster.executeIfNotExecuted(
                                        "xt-value-purge:" + realmId + ":" + attribute,
                                        Math.toIntExact(TURN_TIMEOUT.toSeconds()),
                                        () -> turn(from))
                                .getResult())
                        .flatMap(Function.identity());
            }
        }
    }

    @Override
    public String toString() {
        return "the purge of " + attribute + " in the realm of id " + realmId;
    }

    /** Returns where the next turn begins, or empty at the end. */
    private Optional<String> turn(String after) {
        List<String> accounts = inTransaction(purge -> next(purge, after)).orElse(List.of());
        for (int i = 0; i < accounts.size(); i += BATCH) {
            remove(accounts.subList(i, Math.min(i + BATCH, accounts.size())));
        }
        if (accounts.size() == TURN) {
            return Optional.of(accounts.get(TURN - 1));
        }
        inTransaction(this::finish);
        return Optional.empty();
    }

    /** Returns no accounts where the values are not to go any more: somebody may be writing new ones. */
    private List<String> next(OpenPurge purge, String after) {
        if (purge.isDefinedAnew()) {
            purge.end(Status.STOPPED);
            LOG.warnf("External Tenants: %s stops, because the user profile has the attribute again", this);
            return List.of();
        }
        return purge.accounts(after, TURN);
    }

    /** A batch that fails, as when it meets another writer, is left to the next look. */
    private void remove(List<String> accounts) {
        try {
            inTransaction(purge -> {
                purge.removeFrom(accounts);
                return null;
            });
        } catch (RuntimeException e) {
            LOG.warnf("External Tenants: %s could not go through %d accounts: %s", this, accounts.size(), e);
            LOG.debug("The cause", e);
        }
    }

    /** What failed, or was written behind the run's back, is left to the next look. */
    private Void finish(OpenPurge purge) {
        if (purge.isThrough()) {
            purge.end(Status.DONE);
            LOG.infof("External Tenants: %s is done", this);
        }
        return null;
    }

    private <T> Optional<T> inTransaction(Function<OpenPurge, T> work) {
        return OpenPurge.inTransaction(sessions, realmId, attribute, work);
    }
}
