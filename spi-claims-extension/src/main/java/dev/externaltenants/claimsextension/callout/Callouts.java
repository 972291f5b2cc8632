package dev.externaltenants.claimsextension.callout;

import dev.externaltenants.claimsextension.CustomExtension;
import dev.externaltenants.claimsextension.EventHandler;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;

/** Asks the extension of an event, if it is still there. */
public final class Callouts {

    private static final Logger LOG = Logger.getLogger(Callouts.class);

    private final KeycloakSession session;

    public Callouts(KeycloakSession session) {
        this.session = session;
    }

    /** Tells the API what this sign-in or sign-up is about. */
    public interface Subject {

        CalloutRequest toldTo(String listenerId, CustomExtension extension);
    }

    /** Returns what came of it, {@link CalloutError#NOT_FOUND} where the extension is gone. */
    public <A> CalloutResult<A> call(EventHandler handler, Subject subject, CalloutContract<A> contract) {
        if (handler.extension().isEmpty()) {
            LOG.warnf("%s points to the missing custom extension %s", handler.listenerId(), handler.extensionId());
            return CalloutResult.Failed.untried(CalloutError.NOT_FOUND);
        }
        CalloutRequest request =
                subject.toldTo(handler.listenerId(), handler.extension().get());
        return CalloutProvider.of(session).call(request, contract);
    }
}
