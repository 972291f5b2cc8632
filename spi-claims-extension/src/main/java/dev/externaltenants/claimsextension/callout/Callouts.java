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

        /** Returns the realm's id, without a look at anything else that might not be there. */
        String tenantId();

        /** Returns the client id of the app. */
        String appId();
    }

    /**
     * Returns what came of it, {@link CalloutError#NOT_FOUND} where the extension is gone, and
     * {@link CalloutError#HANDLER_UNEXPECTED} where what to say could not be gathered. Operators see these as they see calls.
     */
    public <A> CalloutResult<A> call(EventHandler handler, Subject subject, CalloutContract<A> contract) {
        if (handler.extension().isEmpty()) {
            LOG.warnf("%s points to the missing custom extension %s", handler.listenerId(), handler.extensionId());
            return uncalled(handler, subject, contract, CalloutError.NOT_FOUND);
        }
        CalloutRequest request;
        try {
            request = subject.toldTo(handler.listenerId(), handler.extension().get());
        } catch (RuntimeException e) {
            // such as a user store that is down; the extension's behaviour on error counts here too
            LOG.errorf(e, "What to tell custom extension %s could not be gathered", handler.name());
            return uncalled(handler, subject, contract, CalloutError.HANDLER_UNEXPECTED);
        }
        return CalloutProvider.of(session).call(request, contract);
    }

    private <A> CalloutResult<A> uncalled(
            EventHandler handler, Subject subject, CalloutContract<A> contract, CalloutError error) {
        UnmadeCall call = new UnmadeCall(contract.event(), handler, subject.tenantId(), subject.appId());
        return CalloutProvider.of(session).uncalled(call, error);
    }
}
