package dev.externaltenants.customattributes.collection;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import jakarta.ws.rs.core.MultivaluedMap;

import dev.externaltenants.compat.KeycloakCompat;
import dev.externaltenants.customattributes.consent.ConsentContext;
import dev.externaltenants.customattributes.consent.ConsentProvider;
import dev.externaltenants.userflow.EventDetails;
import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.UserFlowProvider;
import dev.externaltenants.userflow.consent.AskedConsents;
import dev.externaltenants.userflow.consent.DueConsents;
import dev.externaltenants.userflow.input.AttributeInput;
import dev.externaltenants.userflow.proof.SignInDetails;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.ImpersonationSessionNote;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Asks for the consents that the app's user flow has and the customer has not answered in this version, at the end of each
 * sign-in: by password, code, provider or single sign-on alike.
 */
final class ConsentAction implements RequiredActionProvider {

    private static final String ACTION = "action";
    private static final String CANCEL = "cancel";

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        AuthenticationSessionModel signIn = context.getAuthenticationSession();
        // Here, since Keycloak asks each action at the end of a sign-in, whichever its last page was, right before it
        // writes
        // the event; and this one is on in every tenant.
        SignInDetails.tell(signIn, context.getUser(), context.getEvent());
        flow(context).ifPresent(flow -> {
            context.getEvent().detail(EventDetails.USER_FLOW, flow.name());
            if (due(context, flow, context.getUser()).isEmpty()) {
                AskedConsents.settle(signIn, flow);
                signIn.removeRequiredAction(ConsentActionFactory.ID);
            } else {
                AskedConsents.unsettle(signIn);
                signIn.addRequiredAction(ConsentActionFactory.ID);
            }
        });
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        List<AttributeInput> due = due(context);
        if (due.isEmpty()) {
            // An app or an administrator asked for a question that is answered.
            context.success();
        } else {
            page(context).show(due, Map.of());
        }
    }

    @Override
    public void processAction(RequiredActionContext context) {
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        if (CANCEL.equals(form.getFirst(ACTION))) {
            context.failure();
            return;
        }
        UserModel customer = alone(context);
        List<AttributeInput> due =
                flow(context).map(flow -> due(context, flow, customer)).orElse(List.of());
        ShownConsents shown = shown(context);
        if (!due.stream().allMatch(shown::hold)) {
            page(context).show(due, Map.of());
            return;
        }
        Map<String, Boolean> ticked = new HashMap<>();
        due.forEach(input ->
                ticked.put(input.name(), Boolean.parseBoolean(form.getFirst(AttributesPage.input(input.name())))));
        if (due.stream().allMatch(input -> !input.required() || ticked.get(input.name()))) {
            answer(context, customer, ticked);
            context.success();
        } else {
            page(context).show(due, ticked);
        }
    }

    /** Else an app that asks for this action itself would let it be skipped. */
    @Override
    public InitiatedActionSupport initiatedActionSupport() {
        return InitiatedActionSupport.SUPPORTED;
    }

    @Override
    public void close() {
        // nothing is held
    }

    /** Returns the account as whoever came before has left it: of two posts at once, as from two tabs, the later waits. */
    private static UserModel alone(RequiredActionContext context) {
        KeycloakSession session = context.getSession();
        String userId = context.getUser().getId();
        KeycloakCompat.of(session).userDirectory().lock(context.getRealm(), userId);
        return session.users().getUserById(context.getRealm(), userId);
    }

    private static void answer(RequiredActionContext context, UserModel customer, Map<String, Boolean> ticked) {
        flow(context).ifPresent(flow -> ConsentProvider.of(context.getSession())
                .answer(
                        context.getRealm(),
                        flow,
                        customer,
                        ticked,
                        ConsentContext.of(context.getSession(), flow.id(), language(context))));
    }

    private static List<AttributeInput> due(RequiredActionContext context) {
        return flow(context).map(flow -> due(context, flow, context.getUser())).orElse(List.of());
    }

    private static List<AttributeInput> due(RequiredActionContext context, UserFlow flow, UserModel customer) {
        List<AttributeInput> due = DueConsents.of(flow, customer);
        return due.isEmpty() || !isImpersonated(context) ? due : List.of();
    }

    /** An administrator who looks at an app as the customer can consent to nothing in the customer's name. */
    private static boolean isImpersonated(RequiredActionContext context) {
        UserSessionModel userSession = context.getSession()
                .sessions()
                .getUserSession(
                        context.getRealm(),
                        context.getAuthenticationSession().getParentSession().getId());
        return userSession != null && userSession.getNote(ImpersonationSessionNote.IMPERSONATOR_ID.toString()) != null;
    }

    private static Optional<UserFlow> flow(RequiredActionContext context) {
        return UserFlowProvider.of(context.getSession())
                .forApp(context.getAuthenticationSession().getClient())
                .assignedFlow();
    }

    private static ConsentPage page(RequiredActionContext context) {
        return new ConsentPage(context, shown(context));
    }

    private static ShownConsents shown(RequiredActionContext context) {
        return new ShownConsents(context.getAuthenticationSession(), context.getRealm(), language(context));
    }

    private static Locale language(RequiredActionContext context) {
        return context.getSession().getContext().resolveLocale(context.getUser());
    }
}
