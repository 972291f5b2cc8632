package dev.externaltenants.claimsextension.token;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.externaltenants.claimsextension.CustomExtension;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.rest.Json;
import org.jboss.logging.Logger;
import org.keycloak.models.AuthenticatedClientSessionModel;

/**
 * What an extension said at the last token response of the session with an app, kept as a note of that session. The contract
 * bounds it to 3 kB, and it ends with the session.
 *
 * @param extension which one said it, as it was set up then
 */
record KeptAnswer(String extension, Map<String, Object> claims) {

    static final String NOTE = "xt.extensionAnswer";

    private static final Logger LOG = Logger.getLogger(KeptAnswer.class);

    /** Returns what this extension said; nothing where it is another one, or was changed since. */
    static Optional<Map<String, Object>> of(AuthenticatedClientSessionModel session, CustomExtension extension) {
        String note = session.getNote(NOTE);
        if (note == null) {
            return Optional.empty();
        }
        try {
            KeptAnswer kept = Json.read(note, KeptAnswer.class);
            return extension.versionedId().equals(kept.extension()) ? Optional.of(kept.claims()) : Optional.empty();
        } catch (TenantException unreadable) {
            LOG.debugf(unreadable, "The note %s of a session is not readable, and counts for nothing", NOTE);
            return Optional.empty();
        }
    }

    /** Keeps what of the answer reaches tokens, where the extension is set up so; else forgets what was kept before. */
    static void keep(
            AuthenticatedClientSessionModel session,
            CustomExtension extension,
            Map<String, Object> answered,
            Set<String> ids) {
        if (extension.keepAnswerFor().isEmpty()) {
            forget(session);
            return;
        }
        Map<String, Object> claims = new LinkedHashMap<>(answered);
        claims.keySet().retainAll(ids);
        String note = Json.write(new KeptAnswer(extension.versionedId(), claims));
        // A note that changes is written to the database.
        if (!note.equals(session.getNote(NOTE))) {
            session.setNote(NOTE, note);
        }
    }

    static void forget(AuthenticatedClientSessionModel session) {
        if (session.getNote(NOTE) != null) {
            session.removeNote(NOTE);
        }
    }
}
