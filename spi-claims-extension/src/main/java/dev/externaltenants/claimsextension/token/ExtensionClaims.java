package dev.externaltenants.claimsextension.token;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import dev.externaltenants.claimsextension.CustomExtension;
import dev.externaltenants.claimsextension.CustomExtension.BehaviorOnError;
import dev.externaltenants.claimsextension.CustomExtensionProvider;
import dev.externaltenants.claimsextension.callout.CalloutError;
import dev.externaltenants.claimsextension.callout.CalloutResult;
import dev.externaltenants.claimsextension.callout.ClaimsCalloutProvider;
import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.UserFlowProvider;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** What the extension of the app's user flow says about the customer, asked once per token response. */
final class ExtensionClaims {

    private static final Logger LOG = Logger.getLogger(ExtensionClaims.class);

    private final TokenContext context;
    private final KeycloakSession session;
    private final FailureReport report;

    ExtensionClaims(TokenContext context, FailureReport report) {
        this.context = context;
        this.session = context.session();
        this.report = report;
    }

    /** Returns the claims for the token, or does not return where a failure must stop the issuance. */
    Map<String, Object> get() {
        // Not in the client session context: refreshing an offline token makes a second one between access and ID
        // token.
        String memo = "xt.extensionClaims." + context.userSession().getId() + "."
                + context.app().getId();
        Answer known = session.getAttribute(memo, Answer.class);
        if (known == null) {
            known = new Answer(ask());
            session.setAttribute(memo, known);
        }
        return known.claims();
    }

    private Map<String, Object> ask() {
        UserModel customer = context.userSession().getUser();
        if (customer == null || customer.getServiceAccountClientLink() != null) {
            return Map.of();
        }
        return UserFlowProvider.of(session)
                .forApp(context.app())
                .assignedFlow()
                .filter(flow -> flow.extensions().onTokenIssuanceStart() != null)
                .map(this::ask)
                .orElse(Map.of());
    }

    private Map<String, Object> ask(UserFlow flow) {
        String id = flow.extensions().onTokenIssuanceStart();
        Optional<CustomExtension> extension =
                CustomExtensionProvider.of(session).find(context.app().getRealm(), id);
        if (extension.isEmpty()) {
            LOG.warnf("User flow %s points to the missing custom extension %s", flow.name(), id);
            return failed(
                    flow, id, BehaviorOnError.FAIL, new CalloutResult.Failed(CalloutError.NOT_FOUND, Duration.ZERO, 0));
        }
        return ask(flow, extension.get());
    }

    private Map<String, Object> ask(UserFlow flow, CustomExtension extension) {
        CalloutResult result = ClaimsCalloutProvider.of(session).call(new CalloutRequests(context).of(flow, extension));
        if (result instanceof CalloutResult.Claims answered) {
            return extension.claimsForToken(answered.claims());
        }
        return failed(flow, extension.name(), extension.behaviorOnError(), (CalloutResult.Failed) result);
    }

    private Map<String, Object> failed(
            UserFlow flow, String extension, BehaviorOnError behavior, CalloutResult.Failed failure) {
        Issuance issuance = Issuance.of(session);
        report.send(issuance, flow, extension, behavior, failure);
        if (behavior == BehaviorOnError.FAIL) {
            issuance.refuse(session);
        }
        return Map.of();
    }

    /** Tells operators what went wrong. */
    interface FailureReport {
        void send(
                Issuance issuance,
                UserFlow flow,
                String extension,
                BehaviorOnError behavior,
                CalloutResult.Failed failure);
    }

    private record Answer(Map<String, Object> claims) {}
}
