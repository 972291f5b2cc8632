package dev.externaltenants.customattributes.collection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.externaltenants.customattributes.signup.FieldError;
import dev.externaltenants.customattributes.signup.SignUpField;
import dev.externaltenants.customattributes.signup.SignUpProvider;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.UserFlowProvider;
import org.jboss.logging.Logger;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.Authenticator;
import org.keycloak.events.Errors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Asks a customer who came back from an identity provider for what the user flow requires and the account lacks. */
final class CompleteAttributesAuthenticator implements Authenticator {

    private static final Logger LOG = Logger.getLogger(CompleteAttributesAuthenticator.class);

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        serve(context, (flow, pages, missing) -> pages.missing(missing, defaults(missing), List.of()));
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        serve(context, (flow, pages, missing) -> {
            Set<String> asked = missing.stream().map(SignUpField::name).collect(Collectors.toSet());
            Map<String, List<String>> values = PostedAnswers.of(context, flow, field -> asked.contains(field.name()));
            List<FieldError> errors = SignUpProvider.of(context.getSession())
                    .complete(context.getRealm(), flow, context.getUser(), values);
            if (errors.isEmpty()) {
                context.success();
            } else {
                context.getEvent().clone().error(Errors.INVALID_INPUT);
                pages.missing(missing, values, errors);
            }
        });
    }

    private static void serve(AuthenticationFlowContext context, Step step) {
        Optional<UserFlow> flow = UserFlowProvider.of(context.getSession())
                .forApp(context.getAuthenticationSession().getClient())
                .assignedFlow();
        if (flow.isEmpty()) {
            // The account console, which no flow asks anything for; all others are refused by the steps before.
            context.success();
            return;
        }
        SignUpPages pages = new SignUpPages(context);
        try {
            SignUpProvider signUps = SignUpProvider.of(context.getSession());
            signUps.fillIn(context.getRealm(), flow.get(), context.getUser());
            List<SignUpField> missing = signUps.missing(context.getRealm(), flow.get(), context.getUser());
            if (missing.isEmpty()) {
                context.success();
            } else {
                step.run(flow.get(), pages, missing);
            }
        } catch (TenantException broken) {
            LOG.errorf(
                    "The user flow %s cannot ask for attributes: %s", flow.get().name(), broken.getMessage());
            pages.refused(Errors.INVALID_CONFIG, "xtAppUnavailable");
        }
    }

    private static Map<String, List<String>> defaults(List<SignUpField> fields) {
        return fields.stream().collect(Collectors.toMap(SignUpField::name, SignUpField::defaultValues));
    }

    private interface Step {
        void run(UserFlow flow, SignUpPages pages, List<SignUpField> missing);
    }

    @Override
    public boolean requiresUser() {
        return true;
    }

    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return true;
    }

    @Override
    public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {
        // it is asked here and nowhere else
    }

    @Override
    public void close() {
        // nothing is held
    }
}
