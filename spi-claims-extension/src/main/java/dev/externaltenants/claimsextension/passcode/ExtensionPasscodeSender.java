package dev.externaltenants.claimsextension.passcode;

import java.util.Optional;
import java.util.function.Function;

import dev.externaltenants.claimsextension.CustomExtension.BehaviorOnError;
import dev.externaltenants.claimsextension.EventHandler;
import dev.externaltenants.claimsextension.callout.CalloutError;
import dev.externaltenants.claimsextension.callout.CalloutResult;
import dev.externaltenants.claimsextension.callout.Callouts;
import dev.externaltenants.claimsextension.contract.OtpSend;
import dev.externaltenants.emailotp.MaskedEmail;
import dev.externaltenants.emailotp.sender.PasscodeMessage;
import dev.externaltenants.emailotp.sender.PasscodeSenderProvider;
import dev.externaltenants.emailotp.sender.UnsentException;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;

/** Has the extension of the app send the code where it has one for that; whatever else there is to say goes by mail. */
final class ExtensionPasscodeSender implements PasscodeSenderProvider {

    private static final Logger LOG = Logger.getLogger(ExtensionPasscodeSender.class);

    private final KeycloakSession session;
    private final Function<PasscodeMessage, Optional<PasscodeCallout>> callouts;
    private final LastOutcomes outcomes;

    /** @param callouts finds what is asked to send a message, if anything is */
    ExtensionPasscodeSender(
            KeycloakSession session,
            Function<PasscodeMessage, Optional<PasscodeCallout>> callouts,
            LastOutcomes outcomes) {
        this.session = session;
        this.callouts = callouts;
        this.outcomes = outcomes;
    }

    @Override
    public void send(PasscodeMessage message) throws UnsentException {
        Optional<PasscodeCallout> callout = callouts.apply(message);
        if (callout.isEmpty()) {
            byMail(message);
        } else if (message.code() == null) {
            sendWithoutCode(message, callout.get().handler());
        } else {
            sendByExtension(message, callout.get());
        }
    }

    private void sendByExtension(PasscodeMessage message, PasscodeCallout callout) throws UnsentException {
        EventHandler handler = callout.handler();
        CalloutResult<OtpSend.Taken> result =
                new Callouts(session).call(handler, callout, new OtpSend(message.address(), message.code()));
        if (!(result instanceof CalloutResult.Failed<OtpSend.Taken> failed)) {
            outcomes.taken(handler.extensionId());
            return;
        }
        outcomes.failed(handler.extensionId());
        if (handler.behaviorOnError() != BehaviorOnError.CONTINUE) {
            throw unsent(handler, failed.error());
        }
        LOG.infof(
                "The code for %s of realm %s goes by mail, since custom extension %s failed",
                MaskedEmail.of(message.address()), message.realmName(), handler.name());
        byMail(message);
    }

    /** The engine's own retries are all: the API may have taken the code and failed after that. */
    private static UnsentException unsent(EventHandler handler, CalloutError error) {
        String reason = "custom extension " + handler.name() + ": " + error.code() + " " + error.entraName();
        return error == CalloutError.CIRCUIT_OPEN
                ? UnsentException.untried(reason)
                : UnsentException.forGood(reason, null);
    }

    /** An address without an account gets no code, and nobody may see that at what became of it. */
    private void sendWithoutCode(PasscodeMessage message, EventHandler handler) throws UnsentException {
        if (outcomes.failing(handler.extensionId())) {
            if (handler.behaviorOnError() != BehaviorOnError.CONTINUE) {
                throw UnsentException.untried("codes cannot be sent now");
            }
            byMail(message);
            return;
        }
        try {
            byMail(message);
        } catch (UnsentException e) {
            LOG.warnf(
                    "Mail to %s of realm %s failed: %s",
                    MaskedEmail.of(message.address()), message.realmName(), e.getMessage());
        }
    }

    private void byMail(PasscodeMessage message) throws UnsentException {
        PasscodeSenderProvider.ofMails(session).send(message);
    }
}
