package dev.externaltenants.tenant.admin;

import java.time.Duration;

import dev.externaltenants.userflow.rest.ErrorResponses;
import dev.externaltenants.userflow.rest.OwnTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionTaskWithResult;

/** The transaction of work on a tenant as a whole, which is long, so that only some of it may be under way. */
final class TenantTransaction {

    /**
     * How many on this node. The request's own transaction keeps its database connection meanwhile, so with as many as the
     * pool has connections none could end, and no customer could sign in.
     */
    private static final Room ROOM = new Room(4, Duration.ofSeconds(5));

    private final KeycloakSession session;

    TenantTransaction(KeycloakSession session) {
        this.session = session;
    }

    /**
     * Returns what the work returns; a refusal becomes its response, and nothing of the work stays.
     *
     * @throws org.keycloak.services.ErrorResponseException 503 with {@code xt_busy} when too much of it is under way
     */
    <T> T run(KeycloakSessionTaskWithResult<T> work) {
        return ErrorResponses.translating(() -> ROOM.inside(() -> new OwnTransaction(session).run(work)));
    }
}
