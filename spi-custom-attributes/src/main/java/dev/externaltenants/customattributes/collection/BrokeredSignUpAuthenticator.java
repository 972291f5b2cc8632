package dev.externaltenants.customattributes.collection;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.ws.rs.core.Response;

import dev.externaltenants.customattributes.signup.CollectionPage;
import dev.externaltenants.customattributes.signup.SignUpRequest;
import dev.externaltenants.customattributes.signup.SignUpResult;
import dev.externaltenants.userflow.EventDetails;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.UserFlowProvider;
import dev.externaltenants.userflow.broker.BrokeredAccount;
import dev.externaltenants.userflow.broker.BrokeredIdentity;
import dev.externaltenants.userflow.signin.UserlessStep;
import dev.externaltenants.userflow.signup.ProvingBrowser;
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
        if (SignUp.brokered(context).filter(SignUp::hasAccount).isPresent()) {
            // Also without a user flow: at the account console nobody signs up, and customers can link.
            context.success();
            return;
        }
        serve(context, (signUp, flow, pages) -> {
            if (!flow.signUpAllowed()) {
                pages.notOffered();
                return;
            }
            begin(context, signUp, flow, pages);
        });
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        serve(
                context,
                (signUp, flow, pages) ->
                        create(context, signUp, flow, pages, PostedAnswers.of(context, flow, field -> true)));
    }

    private static void begin(AuthenticationFlowContext context, SignUp signUp, UserFlow flow, SignUpPages pages) {
        CollectionPage page = signUp.begin(flow);
        if (page instanceof CollectionPage.Blocked blocked) {
            pages.blocked(blocked.page());
        } else if (page instanceof CollectionPage.Failed failed) {
            pages.failed(failed.failure());
        } else if (page instanceof CollectionPage.Show show) {
            if (show.fields().stream().allMatch(field -> field.input().hidden())) {
                create(context, signUp, flow, pages, Map.of());
            } else {
                pages.attributesOfBrokered(signUp.email(), show, List.of());
            }
        }
    }

    private static void create(
            AuthenticationFlowContext context,
            SignUp signUp,
            UserFlow flow,
            SignUpPages pages,
            Map<String, List<String>> values) {
        context.getEvent()
                .detail(Details.EMAIL, signUp.email())
                .detail(EventDetails.USER_FLOW, flow.name())
                .detail(EventDetails.METHOD, METHOD);
        SignUpRequest request = signUp.request(values);
        SignUpResult result = signUp.create(flow, request);
        if (result instanceof SignUpResult.Created created) {
            BrokeredAccount.created(
                    context,
                    BrokeredIdentity.of(context.getSession(), context.getAuthenticationSession()),
                    created.user());
            context.success();
        } else if (result instanceof SignUpResult.Rejected rejected) {
            context.getEvent().error(Errors.INVALID_REGISTRATION);
            pages.attributesOfBrokered(signUp.email(), signUp.again(flow, request), rejected.errors());
        } else if (result instanceof SignUpResult.Blocked blocked) {
            pages.blocked(blocked.page());
        } else if (result instanceof SignUpResult.Failed failed) {
            pages.failed(failed.failure());
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
        Optional<SignUp> signUp = SignUp.brokered(context);
        if (flow.isEmpty()) {
            pages.notOffered();
            return;
        }
        if (signUp.isEmpty()) {
            LOG.error("xt-broker-sign-up needs xt-broker-email before it in the first broker login flow");
            pages.refused(Errors.INVALID_CONFIG, "xtAppUnavailable");
            return;
        }
        if (!ProvingBrowser.is(context)) {
            context.resetFlow();
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
}
