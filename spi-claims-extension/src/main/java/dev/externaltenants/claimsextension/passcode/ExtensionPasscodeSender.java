package dev.externaltenants.claimsextension.passcode;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

import dev.externaltenants.claimsextension.CustomExtension;
import dev.externaltenants.claimsextension.CustomExtension.BehaviorOnError;
import dev.externaltenants.claimsextension.EventHandler;
import dev.externaltenants.claimsextension.callout.CalloutError;
import dev.externaltenants.claimsextension.callout.CalloutResult;
import dev.externaltenants.claimsextension.callout.Callouts;
import dev.externaltenants.claimsextension.contract.OtpSend;
import dev.externaltenants.claimsextension.passcode.LastOutcomes.Failure;
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
        OutcomeTime time = OutcomeTime.of(handler);
        CalloutResult<OtpSend.Taken> result = new Callouts(session)
                .call(handler, callout, new OtpSend(message.address(), message.code(), codeName(handler)));
        if (!(result instanceof CalloutResult.Failed<OtpSend.Taken> failed)) {
            outcomes.taken(handler.extensionId());
            return;
        }
        Duration wait = time.left();
        Failure failure = failed.perhapsHeard() ? Failure.PERHAPS_HEARD : Failure.UNHEARD;
        outcomes.failed(handler.extensionId(), failure);
        if (handler.behaviorOnError() != BehaviorOnError.CONTINUE) {
            throw of(failure, unsent(handler, failed.error())).toldIn(wait);
        }
        LOG.infof(
                "The code for %s of realm %s goes by mail, since custom extension %s failed",
                MaskedEmail.of(message.address()), message.realmName(), handler.name());
        standIn(message, failure, wait);
    }

    private static String codeName(EventHandler handler) {
        return handler.extension().map(CustomExtension::otpCodeName).orElse(CustomExtension.OTP_CODE_NAME);
    }

    /** The engine's own retries are all: the API may have taken the code and failed after that. */
    private static UnsentException unsent(EventHandler handler, CalloutError error) {
        String reason = "custom extension " + handler.name() + ": " + error.code() + " " + error.entraName();
        return error == CalloutError.CIRCUIT_OPEN
                ? UnsentException.untried(reason)
                : UnsentException.forGood(reason, null);
    }

    private static UnsentException of(Failure failure, UnsentException unsent) {
        return failure == Failure.PERHAPS_HEARD ? unsent.afterSomebodyHeard() : unsent;
    }

    /** An address without an account gets no code, and nobody may see that at what became of it, nor at when. */
    private void sendWithoutCode(PasscodeMessage message, EventHandler handler) throws UnsentException {
        Duration wait = OutcomeTime.of(handler).left();
        Optional<Failure> last = outcomes.failing(handler.extensionId());
        if (last.isPresent()) {
            if (handler.behaviorOnError() != BehaviorOnError.CONTINUE) {
                throw of(last.get(), UnsentException.untried("codes cannot be sent now"))
                        .toldIn(wait);
            }
            standIn(message, last.get(), wait);
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

    /** Not tried twice: the API would be asked once more, and with a code only. */
    private void standIn(PasscodeMessage message, Failure failure, Duration wait) throws UnsentException {
        try {
            byMail(message);
        } catch (UnsentException e) {
            throw of(failure, e).toldIn(wait);
        }
    }

    private void byMail(PasscodeMessage message) throws UnsentException {
        PasscodeSenderProvider.ofMails(session).send(message);
    }
}
