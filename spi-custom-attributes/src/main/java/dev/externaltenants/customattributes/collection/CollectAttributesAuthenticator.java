package dev.externaltenants.customattributes.collection;

import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.core.Response;

import dev.externaltenants.customattributes.signup.CollectionPage;
import dev.externaltenants.customattributes.signup.SignUpRequest;
import dev.externaltenants.customattributes.signup.SignUpResult;
import dev.externaltenants.userflow.EventDetails;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.UserFlowProvider;
import dev.externaltenants.userflow.signin.StaySignedIn;
import dev.externaltenants.userflow.signin.UserlessStep;
import dev.externaltenants.userflow.signup.ProvenEmail;
import dev.externaltenants.userflow.signup.ProvingBrowser;
import org.jboss.logging.Logger;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.AuthenticationFlowException;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.services.messages.Messages;

/** The last step of a sign-up: password, attributes and consent on one page, then the account. */
final class CollectAttributesAuthenticator implements UserlessStep {

    private static final Logger LOG = Logger.getLogger(CollectAttributesAuthenticator.class);

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        serve(context, (flow, pages) -> {
            Optional<SignUp> signUp = SignUp.local(context);
            if (!flow.signUpAllowed()) {
                pages.notOffered();
            } else if (ProvenEmail.isOver(context.getAuthenticationSession())) {
                context.resetFlow();
            } else if (signUp.isEmpty()) {
                // Going back would end here again: the step that proves addresses is missing from the realm's flow.
                LOG.error("xt-collect-attributes needs xt-verify-email before it in the registration flow");
                pages.refused(Errors.INVALID_CONFIG, "xtAppUnavailable");
            } else if (!ProvingBrowser.is(context)) {
                context.resetFlow();
            } else if (signUp.get().hasAccount()) {
                pages.accountExists(signUp.get().email());
            } else {
                begin(signUp.get(), flow, pages);
            }
        });
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        serve(context, (flow, pages) -> {
            Optional<SignUp> signUp = SignUp.local(context);
            if (signUp.isPresent() && ProvingBrowser.is(context)) {
                new StaySignedIn(context).take(context.getHttpRequest().getDecodedFormParameters());
                create(context, signUp.get(), flow, pages);
            } else {
                context.resetFlow();
            }
        });
    }

    private static void begin(SignUp signUp, UserFlow flow, SignUpPages pages) {
        CollectionPage page = signUp.begin(flow);
        if (page instanceof CollectionPage.Show show) {
            pages.attributes(flow.method(), signUp.email(), show, List.of());
        } else if (page instanceof CollectionPage.Blocked blocked) {
            pages.blocked(blocked.page());
        } else if (page instanceof CollectionPage.Failed failed) {
            pages.failed(failed.failure());
        }
    }

    private static void create(AuthenticationFlowContext context, SignUp signUp, UserFlow flow, SignUpPages pages) {
        SignUpRequest request = signUp.request(PostedAnswers.of(context, flow, field -> true));
        describe(context, flow, signUp.email());
        SignUpResult result = signUp.create(flow, request);
        if (result instanceof SignUpResult.Created created) {
            new CompletedSignUp(context).signIn(created.user(), flow.method());
        } else if (result instanceof SignUpResult.Rejected rejected) {
            context.getEvent().error(Errors.INVALID_REGISTRATION);
            // Also where the account is rolled back: Keycloak keeps the page's session code through a rollback.
            pages.attributes(flow.method(), signUp.email(), signUp.again(flow, request), rejected.errors());
        } else if (result instanceof SignUpResult.Blocked blocked) {
            pages.blocked(blocked.page());
        } else if (result instanceof SignUpResult.Failed failed) {
            pages.failed(failed.failure());
        } else if (result instanceof SignUpResult.NotOffered) {
            pages.notOffered();
        } else {
            context.getEvent().error(Errors.EMAIL_IN_USE);
            // After a lost race the transaction can read no more, so the page comes with a request of its own.
            context.forceChallenge(
                    Response.seeOther(context.getRefreshExecutionUrl()).build());
        }
    }

    private static void describe(AuthenticationFlowContext context, UserFlow flow, String email) {
        context.getEvent()
                .detail(Details.REGISTER_METHOD, "form")
                .detail(Details.EMAIL, email)
                .detail(Details.USERNAME, email)
                .detail(EventDetails.USER_FLOW, flow.name())
                .detail(EventDetails.METHOD, flow.method().name());
    }

    /** Locks the door once more: the gate asks the same, but an operator may rearrange the realm's flow. */
    private static void serve(AuthenticationFlowContext context, Step step) {
        refuseSomebodySignedIn(context);
        SignUpPages pages = new SignUpPages(context);
        Optional<UserFlow> flow = UserFlowProvider.of(context.getSession())
                .forApp(context.getAuthenticationSession().getClient())
                .assignedFlow();
        if (flow.isEmpty()) {
            pages.notOffered();
            return;
        }
        try {
            step.run(flow.get(), pages);
        } catch (TenantException broken) {
            LOG.errorf("The user flow %s cannot sign up: %s", flow.get().name(), broken.getMessage());
            pages.refused(Errors.INVALID_CONFIG, "xtAppUnavailable");
        }
    }

    /** As Keycloak's own registration: the browser's back button leads here after the sign-up. */
    private static void refuseSomebodySignedIn(AuthenticationFlowContext context) {
        if (context.getUser() != null) {
            context.getEvent().detail(Details.EXISTING_USER, context.getUser().getUsername());
            throw new AuthenticationFlowException(
                    AuthenticationFlowError.GENERIC_AUTHENTICATION_ERROR,
                    Errors.DIFFERENT_USER_AUTHENTICATING,
                    Messages.EXPIRED_ACTION);
        }
    }

    private interface Step {
        void run(UserFlow flow, SignUpPages pages);
    }
}
