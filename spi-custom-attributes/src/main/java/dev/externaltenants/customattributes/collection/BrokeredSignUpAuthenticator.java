package dev.externaltenants.customattributes.collection;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.ws.rs.core.Response;

import dev.externaltenants.customattributes.signup.FieldError;
import dev.externaltenants.customattributes.signup.ProvenAddress;
import dev.externaltenants.customattributes.signup.SignUpField;
import dev.externaltenants.customattributes.signup.SignUpProvider;
import dev.externaltenants.customattributes.signup.SignUpRequest;
import dev.externaltenants.customattributes.signup.SignUpResult;
import dev.externaltenants.userflow.EventDetails;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.UserFlowProvider;
import dev.externaltenants.userflow.broker.BrokeredAccount;
import dev.externaltenants.userflow.broker.BrokeredIdentity;
import dev.externaltenants.userflow.signin.UserlessStep;
import org.jboss.logging.Logger;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;

/**
 * The sign-up of a first login with an identity provider: what the user flow asks, with what the provider says filled in,
 * then an account without a password. An address that has an account is left to the steps that link.
 */
final class BrokeredSignUpAuthenticator implements UserlessStep {

    private static final Logger LOG = Logger.getLogger(BrokeredSignUpAuthenticator.class);
    private static final String METHOD = "identity_provider";

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        if (SignUp.of(context).filter(SignUp::hasAccount).isPresent()) {
            // Also without a user flow: at the account console nobody signs up, and customers can link.
            context.success();
            return;
        }
        serve(context, (signUp, flow, pages) -> {
            if (!flow.signUpAllowed()) {
                pages.notOffered();
                return;
            }
            List<SignUpField> fields = signUp.fields(flow);
            if (fields.isEmpty()) {
                create(context, signUp, flow, pages, Map.of());
            } else {
                pages.attributesOfBrokered(
                        signUp.address().email(), fields, signUp.prefilled(flow), List.<FieldError>of());
            }
        });
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        serve(
                context,
                (signUp, flow, pages) -> create(context, signUp, flow, pages, SignUpPages.values(context, flow)));
    }

    private static void create(
            AuthenticationFlowContext context,
            SignUp signUp,
            UserFlow flow,
            SignUpPages pages,
            Map<String, List<String>> values) {
        context.getEvent()
                .detail(Details.EMAIL, signUp.address().email())
                .detail(EventDetails.USER_FLOW, flow.name())
                .detail(EventDetails.METHOD, METHOD);
        SignUpResult result = signUp.create(context, flow, values);
        if (result instanceof SignUpResult.Created created) {
            BrokeredAccount.created(context, signUp.identity(), created.user());
            context.success();
        } else if (result instanceof SignUpResult.Rejected rejected) {
            context.getEvent().error(Errors.INVALID_REGISTRATION);
            pages.attributesOfBrokered(signUp.address().email(), signUp.fields(flow), values, rejected.errors());
        } else if (result instanceof SignUpResult.NotOffered) {
            pages.notOffered();
        } else {
            context.getEvent().error(Errors.EMAIL_IN_USE);
            // After a lost race the transaction can read no more, so what comes next has a request of its own.
            context.forceChallenge(
                    Response.seeOther(context.getRefreshExecutionUrl()).build());
        }
    }

    private static void serve(AuthenticationFlowContext context, Step step) {
        SignUpPages pages = new SignUpPages(context);
        Optional<UserFlow> flow = UserFlowProvider.of(context.getSession())
                .forApp(context.getAuthenticationSession().getClient())
                .assignedFlow();
        Optional<SignUp> signUp = SignUp.of(context);
        if (flow.isEmpty()) {
            pages.notOffered();
            return;
        }
        if (signUp.isEmpty()) {
            LOG.error("xt-broker-sign-up needs xt-broker-email before it in the first broker login flow");
            pages.refused(Errors.INVALID_CONFIG, "xtAppUnavailable");
            return;
        }
        try {
            step.run(signUp.get(), flow.get(), pages);
        } catch (TenantException broken) {
            LOG.errorf("The user flow %s cannot sign up: %s", flow.get().name(), broken.getMessage());
            pages.refused(Errors.INVALID_CONFIG, "xtAppUnavailable");
        }
    }

    private interface Step {
        void run(SignUp signUp, UserFlow flow, SignUpPages pages);
    }

    /** Who signs up here, with the engine that does it. */
    private record SignUp(AuthenticationFlowContext context, BrokeredIdentity identity, ProvenAddress address) {

        static Optional<SignUp> of(AuthenticationFlowContext context) {
            BrokeredIdentity identity = BrokeredIdentity.of(context.getSession(), context.getAuthenticationSession());
            return ProvenAddress.of(context.getAuthenticationSession(), identity)
                    .map(address -> new SignUp(context, identity, address));
        }

        boolean hasAccount() {
            return engine().hasAccount(context.getRealm(), address);
        }

        List<SignUpField> fields(UserFlow flow) {
            return engine().fields(context.getRealm(), flow);
        }

        Map<String, List<String>> prefilled(UserFlow flow) {
            return engine().fromClaims(context.getRealm(), flow, identity.claims());
        }

        SignUpResult create(AuthenticationFlowContext context, UserFlow flow, Map<String, List<String>> values) {
            SignUpRequest request = new SignUpRequest(
                    address, context.getSession().getContext().resolveLocale(null), values, null, null);
            return engine().signUpBrokered(context.getRealm(), flow, request);
        }

        private SignUpProvider engine() {
            return SignUpProvider.of(context.getSession());
        }
    }
}
