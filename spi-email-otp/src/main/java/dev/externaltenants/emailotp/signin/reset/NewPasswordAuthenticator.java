package dev.externaltenants.emailotp.signin.reset;

import java.util.Optional;

import jakarta.ws.rs.core.Response;

import dev.externaltenants.compat.KeycloakCompat;
import dev.externaltenants.userflow.EventDetails;
import dev.externaltenants.userflow.UserFlowProvider;
import dev.externaltenants.userflow.signin.PasswordResetOffer;
import dev.externaltenants.userflow.signin.UserlessStep;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/**
 * Has the customer whose mailbox the step before has proven choose another password, and nobody else: without that proof, or
 * once the account is not as it was then, it refuses.
 */
final class NewPasswordAuthenticator implements UserlessStep {

    private static final String ENDED = "xt_reset_ended";

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        if (PasswordResetOffer.isRefused(context)) {
            return;
        }
        Optional<ProvenReset> proven = ProvenReset.of(context).filter(proof -> proof.isGood(context));
        if (proven.flatMap(proof -> proof.customer(context)).isPresent()) {
            context.challenge(new NewPasswordPage(context, proven.get().address()).show());
        } else {
            refuseAsEnded(context);
        }
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        if (PasswordResetOffer.isRefused(context)) {
            return;
        }
        Optional<ProvenReset> proven = ProvenReset.of(context).filter(proof -> proof.isGood(context));
        // Of two at once, or of a reset and an administrator's, the later finds another account than it has proven.
        proven.ifPresent(proof -> KeycloakCompat.of(context.getSession())
                .userDirectory()
                .lock(context.getRealm(), proof.account().userId()));
        Optional<UserModel> customer = proven.flatMap(proof -> proof.customer(context));
        describe(context);
        if (customer.isPresent()) {
            choose(context, customer.get());
        } else {
            refuseAsEnded(context);
        }
    }

    private static void choose(AuthenticationFlowContext context, UserModel customer) {
        ChosenPassword chosen = ChosenPassword.of(context.getHttpRequest().getDecodedFormParameters());
        Optional<ChosenPassword.Refusal> refusal = chosen.giveTo(customer);
        if (refusal.isPresent()) {
            update(context, customer)
                    .detail(Details.REASON, refusal.get().reason())
                    .error(refusal.get().event());
            context.challenge(new NewPasswordPage(context, customer.getEmail())
                    .showError(refusal.get().message(), chosen.endSessions()));
            return;
        }
        update(context, customer).success();
        ProvenReset.forget(context);
        new CompletedReset(context, customer).goOn(chosen.endSessions());
    }

    /** For all events of this post. */
    private static void describe(AuthenticationFlowContext context) {
        context.getEvent().detail(EventDetails.METHOD, EventDetails.EMAIL_OTP);
        UserFlowProvider.of(context.getSession())
                .forApp(context.getAuthenticationSession().getClient())
                .assignedFlow()
                .ifPresent(flow -> context.getEvent().detail(EventDetails.USER_FLOW, flow.name()));
    }

    private static EventBuilder update(AuthenticationFlowContext context, UserModel customer) {
        return context.getEvent()
                .clone()
                .event(EventType.UPDATE_CREDENTIAL)
                .user(customer)
                .detail(Details.CREDENTIAL_TYPE, PasswordCredentialModel.TYPE);
    }

    /** One answer to whoever has proven nothing, too long ago, elsewhere, or of an account that has changed. */
    private static void refuseAsEnded(AuthenticationFlowContext context) {
        ProvenReset.of(context).map(proof -> proof.account().userId()).ifPresent(userId -> context.getEvent()
                .user(userId));
        context.getEvent().error(ENDED);
        context.failure(
                AuthenticationFlowError.ACCESS_DENIED,
                context.form().setError("xtResetEnded").createErrorPage(Response.Status.FORBIDDEN));
    }
}
