package dev.externaltenants.tenant.setup;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

import dev.externaltenants.userflow.TenantException;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.DefaultAuthenticationFlows;

/**
 * A place of the realm to which we bind a flow of ours.
 *
 * @param key under which we remember what was bound before
 * @param ours the alias of our flow
 * @param keycloaks the alias of the flow that Keycloak gives a new realm for this place
 */
record FlowBinding(
        String key,
        String ours,
        String keycloaks,
        Function<RealmModel, AuthenticationFlowModel> read,
        BiConsumer<RealmModel, AuthenticationFlowModel> write) {

    static final FlowBinding BROWSER = new FlowBinding(
            "browserFlow",
            "xt browser",
            DefaultAuthenticationFlows.BROWSER_FLOW,
            RealmModel::getBrowserFlow,
            RealmModel::setBrowserFlow);
    static final FlowBinding REGISTRATION = new FlowBinding(
            "registrationFlow",
            "xt registration",
            DefaultAuthenticationFlows.REGISTRATION_FLOW,
            RealmModel::getRegistrationFlow,
            RealmModel::setRegistrationFlow);
    static final FlowBinding DIRECT_GRANT = new FlowBinding(
            "directGrantFlow",
            "xt direct grant",
            DefaultAuthenticationFlows.DIRECT_GRANT_FLOW,
            RealmModel::getDirectGrantFlow,
            RealmModel::setDirectGrantFlow);
    static final FlowBinding RESET_CREDENTIALS = new FlowBinding(
            "resetCredentialsFlow",
            "xt reset credentials",
            DefaultAuthenticationFlows.RESET_CREDENTIALS_FLOW,
            RealmModel::getResetCredentialsFlow,
            RealmModel::setResetCredentialsFlow);
    static final FlowBinding FIRST_BROKER_LOGIN = new FlowBinding(
            "firstBrokerLoginFlow",
            "xt first broker login",
            DefaultAuthenticationFlows.FIRST_BROKER_LOGIN_FLOW,
            RealmModel::getFirstBrokerLoginFlow,
            RealmModel::setFirstBrokerLoginFlow);

    static final List<FlowBinding> ALL =
            List.of(BROWSER, REGISTRATION, DIRECT_GRANT, RESET_CREDENTIALS, FIRST_BROKER_LOGIN);

    /** Returns the alias of the flow that is bound, or null. An alias, because ids are given anew by an import. */
    String bound(RealmModel realm) {
        AuthenticationFlowModel flow = read.apply(realm);
        return flow == null ? null : flow.getAlias();
    }

    void bind(RealmModel realm, AuthenticationFlowModel flow) {
        write.accept(realm, flow);
    }

    /**
     * Binds what was bound before, where our flow is bound now; where an operator has bound another since, it stays.
     *
     * @param before the alias; without it, or when the flow is gone, Keycloak's own is bound
     * @throws TenantException {@code xt_tenant_flow_missing}
     */
    void restore(RealmModel realm, String before) {
        if (!ours.equals(bound(realm))) {
            return;
        }
        AuthenticationFlowModel flow = before == null ? null : realm.getFlowByAlias(before);
        if (flow == null) {
            flow = realm.getFlowByAlias(keycloaks);
        }
        if (flow == null) {
            throw TenantException.conflict(
                    "xt_tenant_flow_missing",
                    null,
                    "There is no flow to go back to in place of '" + ours + "'. Bind another one first.");
        }
        bind(realm, flow);
    }
}
