package dev.externaltenants.claimsextension.token;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.externaltenants.claimsextension.CustomExtension;
import dev.externaltenants.claimsextension.CustomExtension.AnswerUse;
import dev.externaltenants.claimsextension.CustomExtension.BehaviorOnError;
import dev.externaltenants.claimsextension.EventHandler;
import dev.externaltenants.claimsextension.EventHandlers;
import dev.externaltenants.claimsextension.TokenAudience;
import dev.externaltenants.claimsextension.callout.CalloutResult;
import dev.externaltenants.claimsextension.callout.Callouts;
import dev.externaltenants.claimsextension.contract.TokenIssuanceStart;
import dev.externaltenants.userflow.AppFlow;
import dev.externaltenants.userflow.AuthenticationEvent;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.UserFlowProvider;
import dev.externaltenants.userflow.token.TokenRefusal;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** What the extension of the app's user flow says about the customer, asked once per token response or assertion. */
final class ExtensionClaims {

    private static final Logger LOG = Logger.getLogger(ExtensionClaims.class);

    private final TokenContext context;
    private final KeycloakSession session;
    private final RefusalReport report;

    ExtensionClaims(TokenContext context, RefusalReport report) {
        this.context = context;
        this.session = context.session();
        this.report = report;
    }

    /**
     * Returns the claims for the token, or does not return where a failure must stop the issuance.
     *
     * @param audience whose token it is; the access token of a response comes first, and says what the resource is
     */
    Map<String, Object> of(TokenAudience audience) {
        // Not in the client session context: refreshing an offline token makes a second one between access and ID
        // token.
        String memo = "xt.extensionClaims." + context.userSession().getId() + "."
                + context.app().getId();
        Answer known = session.getAttribute(memo, Answer.class);
        if (known == null) {
            known = ask();
            session.setAttribute(memo, known);
        }
        return known.audiences().contains(audience) ? known.claims() : known.withoutExtension();
    }

    private Answer ask() {
        UserModel customer = context.userSession().getUser();
        if (customer == null || customer.getServiceAccountClientLink() != null) {
            return Answer.NOTHING;
        }
        AppFlow appFlow = UserFlowProvider.of(session).forApp(context.app());
        if (appFlow instanceof AppFlow.Unavailable unavailable) {
            return refused(unavailable);
        }
        AppClaims appClaims;
        try {
            appClaims = AppClaims.of(context.app());
        } catch (TenantException broken) {
            return refused(broken);
        }
        return ask(appFlow, appClaims);
    }

    private Answer ask(AppFlow appFlow, AppClaims appClaims) {
        return new EventHandlers(session)
                .find(context.app(), context.resource(), appFlow, AuthenticationEvent.TOKEN_ISSUANCE_START)
                .map(handler -> new Answer(
                        ask(appFlow.assignedFlow(), handler, appClaims),
                        handler.audiences(),
                        appClaims.withoutAnswer()))
                .orElseGet(() -> Answer.ofAll(appClaims.withoutAnswer()));
    }

    /** Returns what userinfo may show of the answer to the last token response. Calls nobody. */
    Map<String, Object> ofLastAnswer() {
        AppFlow appFlow = UserFlowProvider.of(session).forApp(context.app());
        Optional<CustomExtension> extension = new EventHandlers(session)
                .find(context.app(), context.resource(), appFlow, AuthenticationEvent.TOKEN_ISSUANCE_START)
                .flatMap(EventHandler::extension)
                .filter(asked -> asked.keepAnswerFor().contains(AnswerUse.USERINFO));
        if (extension.isEmpty()) {
            return Map.of();
        }
        try {
            AppClaims appClaims = AppClaims.of(context.app());
            return KeptAnswer.of(context.clientSession(), extension.get())
                    .map(kept -> appClaims.of(extension.get(), kept))
                    .orElse(Map.of());
        } catch (TenantException broken) {
            LOG.warnf(
                    "Userinfo of app %s has no claims of its extension: its claims mapping %s",
                    context.app().getClientId(), broken.code());
            return Map.of();
        }
    }

    // An import may bring what no rule of ours has seen. Apps must not take tokens that lack claims for complete ones.
    private Answer refused(TenantException mapping) {
        LOG.warnf(
                "App %s gets no token: its claims mapping is not valid (%s, %s)",
                context.app().getClientId(), mapping.code(), mapping.field());
        Issuance issuance = Issuance.of(session, context.app());
        report.mappingInvalid(issuance, mapping.code());
        issuance.refuse(session, TokenRefusal.CLAIMS_MAPPING_INVALID, "The app's claims mapping is not valid.");
        return Answer.NOTHING;
    }

    // Sign-in refuses such an app at its gate. A refresh passes only here, and must not slip past the flow's extension.
    private Answer refused(AppFlow.Unavailable appFlow) {
        LOG.warnf(
                "App %s gets no token: its user flow %s is not available",
                context.app().getClientId(), appFlow.flowId());
        Issuance issuance = Issuance.of(session, context.app());
        report.appUnavailable(issuance, appFlow.flowId());
        issuance.refuse(session, TokenRefusal.APP_UNAVAILABLE, "The app is not available.");
        return Answer.NOTHING;
    }

    private Map<String, Object> ask(Optional<UserFlow> flow, EventHandler handler, AppClaims appClaims) {
        Issuance issuance = Issuance.of(session, context.app());
        Optional<Map<String, Object>> kept = handler.extension()
                .filter(extension ->
                        issuance.isRefresh() && extension.keepAnswerFor().contains(AnswerUse.REFRESH))
                .flatMap(extension -> KeptAnswer.of(context.clientSession(), extension));
        if (kept.isPresent()) {
            return appClaims.of(handler.extension().orElseThrow(), kept.get());
        }
        TokenIssuanceStart contract = handler.extension()
                .map(extension -> new TokenIssuanceStart(
                        extension.answeredClaims().types(), answered -> fits(answered, extension, appClaims)))
                .orElseGet(() -> new TokenIssuanceStart(Map.of(), answered -> true));
        CalloutResult<Map<String, Object>> result =
                new Callouts(session).call(handler, new CalloutRequests(context), contract);
        if (result instanceof CalloutResult.Answered<Map<String, Object>> answered) {
            CustomExtension extension = handler.extension().orElseThrow();
            KeptAnswer.keep(context.clientSession(), extension, answered.answer(), appClaims.ids(extension));
            return appClaims.of(extension, answered.answer());
        }
        // Where tokens are issued all the same there is no failed login to report; the engine has logged and counted
        // it.
        if (handler.behaviorOnError() == BehaviorOnError.FAIL) {
            report.extensionFailed(issuance, flow, handler, (CalloutResult.Failed<?>) result);
            issuance.refuse(session, TokenRefusal.EXTENSION_FAILED, "A custom authentication extension failed.");
        }
        KeptAnswer.forget(context.clientSession());
        return appClaims.withoutAnswer();
    }

    /** A token with such a claim could not be read, by Keycloak neither: userinfo and logout would refuse it. */
    private boolean fits(Map<String, Object> answered, CustomExtension extension, AppClaims appClaims) {
        Optional<String> unsuitable = appClaims.unsuitable(extension, answered);
        unsuitable.ifPresent(claim -> LOG.warnf(
                "Custom extension %s answered for claim %s of app %s what OpenID Connect does not take for one",
                extension.name(), claim, context.app().getClientId()));
        return unsuitable.isEmpty();
    }

    /** Tells operators why no token was issued. */
    interface RefusalReport {

        void extensionFailed(
                Issuance issuance, Optional<UserFlow> flow, EventHandler handler, CalloutResult.Failed<?> failure);

        /** @param reason code of the broken rule */
        void mappingInvalid(Issuance issuance, String reason);

        void appUnavailable(Issuance issuance, String flowId);
    }

    /**
     * What the tokens of a response have.
     *
     * @param audiences whose tokens have the extension's claims
     * @param withoutExtension what the others have
     */
    private record Answer(
            Map<String, Object> claims, Set<TokenAudience> audiences, Map<String, Object> withoutExtension) {

        static final Answer NOTHING = ofAll(Map.of());

        static Answer ofAll(Map<String, Object> claims) {
            return new Answer(claims, TokenAudience.both(), claims);
        }
    }
}
