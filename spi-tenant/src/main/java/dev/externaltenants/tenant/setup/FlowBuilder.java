package dev.externaltenants.tenant.setup;

import java.util.Map;
import java.util.function.Consumer;

import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.RealmModel;

/** Writes an authentication flow into a realm, execution by execution in the order of the calls. */
final class FlowBuilder {

    private static final String BASIC_FLOW = "basic-flow";
    private static final int PRIORITY_STEP = 10;

    private final RealmModel realm;
    private final AuthenticationFlowModel flow;
    private int priority;

    private FlowBuilder(RealmModel realm, AuthenticationFlowModel flow) {
        this.realm = realm;
        this.flow = flow;
    }

    /** Returns the top-level flow of this alias; builds it only when the realm has none, so that changes to it stay. */
    static AuthenticationFlowModel topLevel(
            RealmModel realm, String alias, String description, Consumer<FlowBuilder> content) {
        AuthenticationFlowModel present = realm.getFlowByAlias(alias);
        return present != null ? present : add(realm, alias, description, true, content);
    }

    FlowBuilder required(String authenticator) {
        return step(authenticator, Requirement.REQUIRED);
    }

    FlowBuilder alternative(String authenticator) {
        return step(authenticator, Requirement.ALTERNATIVE);
    }

    /** Adds a configured step; {@code configAlias} is unique in the realm. */
    FlowBuilder configured(String authenticator, String configAlias, Map<String, String> config) {
        AuthenticatorConfigModel model = new AuthenticatorConfigModel();
        model.setAlias(configAlias);
        model.setConfig(config);
        AuthenticationExecutionModel execution = execution(Requirement.REQUIRED);
        execution.setAuthenticator(authenticator);
        execution.setAuthenticatorConfig(realm.addAuthenticatorConfig(model).getId());
        realm.addAuthenticatorExecution(execution);
        return this;
    }

    FlowBuilder subflow(Requirement requirement, String alias, String description, Consumer<FlowBuilder> content) {
        AuthenticationExecutionModel execution = execution(requirement);
        execution.setAuthenticatorFlow(true);
        execution.setFlowId(add(realm, alias, description, false, content).getId());
        realm.addAuthenticatorExecution(execution);
        return this;
    }

    private FlowBuilder step(String authenticator, Requirement requirement) {
        AuthenticationExecutionModel execution = execution(requirement);
        execution.setAuthenticator(authenticator);
        realm.addAuthenticatorExecution(execution);
        return this;
    }

    private AuthenticationExecutionModel execution(Requirement requirement) {
        priority += PRIORITY_STEP;
        AuthenticationExecutionModel execution = new AuthenticationExecutionModel();
        execution.setParentFlow(flow.getId());
        execution.setRequirement(requirement);
        execution.setPriority(priority);
        return execution;
    }

    private static AuthenticationFlowModel add(
            RealmModel realm, String alias, String description, boolean topLevel, Consumer<FlowBuilder> content) {
        AuthenticationFlowModel model = new AuthenticationFlowModel();
        model.setAlias(alias);
        model.setDescription(description);
        model.setProviderId(BASIC_FLOW);
        model.setTopLevel(topLevel);
        model.setBuiltIn(false);
        AuthenticationFlowModel added = realm.addAuthenticationFlow(model);
        content.accept(new FlowBuilder(realm, added));
        return added;
    }
}
