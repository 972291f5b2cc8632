package dev.externaltenants.userflow.rest;

import java.sql.SQLException;
import java.util.Set;

import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.ModelIllegalStateException;

/** Tells failures of a writer that came second, for which a second try helps, from all others. */
final class LostRace {

    /** Waited too long for a lock (H2; PostgreSQL), could not be put in an order with others, deadlock, key taken. */
    private static final Set<String> STATES = Set.of("HYT00", "55P03", "40001", "40P01", "23505");

    private LostRace() {}

    static boolean is(RuntimeException failure) {
        if (failure instanceof ModelDuplicateException || failure instanceof ModelIllegalStateException) {
            return true;
        }
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && STATES.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }
}
