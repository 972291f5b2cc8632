package dev.externaltenants.tenant.setup;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.keycloak.authentication.authenticators.access.DenyAccessAuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.RealmModel;

/**
 * Writes an authentication flow into a realm, execution by execution in the order of the calls. What the flow has already
 * stays as it is, and what it lacks comes behind the execution of the call before.
 */
final class FlowBuilder {

    private static final String BASIC_FLOW = "basic-flow";
    private static final int PRIORITY_STEP = 10;

    private final RealmModel realm;
    private final AuthenticationFlowModel flow;
    private final boolean fresh;
    private int priority;

    private FlowBuilder(RealmModel realm, AuthenticationFlowModel flow, boolean fresh) {
        this.realm = realm;
        this.flow = flow;
        this.fresh = fresh;
    }

    /**
     * Returns the top-level flow of this alias. One that the realm has stays as an operator left it, unless it is to be
     * completed.
     */
    static AuthenticationFlowModel topLevel(
            RealmModel realm, boolean complete, String alias, String description, Consumer<FlowBuilder> content) {
        AuthenticationFlowModel present = realm.getFlowByAlias(alias);
        if (present == null) {
            return add(realm, alias, description, true, content);
        }
        // One that only denies is so on purpose, by us or by an operator.
        if (complete && !onlyDenies(realm, present)) {
            content.accept(new FlowBuilder(realm, present, false));
        }
        return present;
    }

    /** As {@link #topLevel}, for a flow that an earlier version only denied: completing it ends that. */
    static AuthenticationFlowModel onceDenied(
            RealmModel realm, boolean complete, String alias, String description, Consumer<FlowBuilder> content) {
        AuthenticationFlowModel present = realm.getFlowByAlias(alias);
        if (present == null || !complete || !onlyDenies(realm, present)) {
            return topLevel(realm, complete, alias, description, content);
        }
        FlowBuilder builder = new FlowBuilder(realm, present, false);
        AuthenticationExecutionModel denial = builder.executions().get(0);
        content.accept(builder);
        // Last, so that it is never open in between.
        realm.removeAuthenticatorExecution(denial);
        present.setDescription(description);
        realm.updateAuthenticationFlow(present);
        return present;
    }

    /** Returns what continues a flow below another one, if the realm has it with this description. */
    static Optional<FlowBuilder> described(RealmModel realm, String alias, String description) {
        return Optional.ofNullable(realm.getFlowByAlias(alias))
                .filter(flow -> description.equals(flow.getDescription()))
                .map(flow -> new FlowBuilder(realm, flow, false));
    }

    FlowBuilder describe(String description) {
        flow.setDescription(description);
        realm.updateAuthenticationFlow(flow);
        return this;
    }

    boolean isFresh() {
        return fresh;
    }

    boolean has(String authenticator) {
        return find(authenticator).isPresent();
    }

    /** Says whether the flow is as it was made, of these required steps alone. */
    boolean hasNothingBut(String... authenticators) {
        return executions().stream()
                .allMatch(execution -> execution.isRequired()
                        && List.of(authenticators).contains(String.valueOf(execution.getAuthenticator())));
    }

    /** Puts the content where an earlier version had the step, or behind the call before. */
    FlowBuilder replacing(String authenticator, Consumer<FlowBuilder> content) {
        Optional<AuthenticationExecutionModel> earlier = find(authenticator);
        earlier.ifPresent(step -> priority = step.getPriority());
        content.accept(this);
        // Last, so that the flow never asks for less in between.
        earlier.ifPresent(realm::removeAuthenticatorExecution);
        return this;
    }

    FlowBuilder required(String authenticator) {
        return step(authenticator, Requirement.REQUIRED);
    }

    FlowBuilder alternative(String authenticator) {
        return step(authenticator, Requirement.ALTERNATIVE);
    }

    /** Adds a configured step; {@code configAlias} is unique in the realm. */
    FlowBuilder configured(String authenticator, String configAlias, Map<String, String> config) {
        return unlessPresent(execution -> authenticator.equals(execution.getAuthenticator()), () -> {
            AuthenticatorConfigModel model = new AuthenticatorConfigModel();
            model.setAlias(configAlias);
            model.setConfig(config);
            AuthenticationExecutionModel execution = execution(Requirement.REQUIRED);
            execution.setAuthenticator(authenticator);
            execution.setAuthenticatorConfig(realm.addAuthenticatorConfig(model).getId());
            realm.addAuthenticatorExecution(execution);
        });
    }

    FlowBuilder subflow(Requirement requirement, String alias, String description, Consumer<FlowBuilder> content) {
        AuthenticationFlowModel present = fresh ? null : realm.getFlowByAlias(alias);
        if (present != null) {
            content.accept(new FlowBuilder(realm, present, false));
            return unlessPresent(execution -> present.getId().equals(execution.getFlowId()), () -> {});
        }
        AuthenticationExecutionModel execution = execution(requirement);
        execution.setAuthenticatorFlow(true);
        execution.setFlowId(add(realm, alias, description, false, content).getId());
        realm.addAuthenticatorExecution(execution);
        return this;
    }

    private FlowBuilder step(String authenticator, Requirement requirement) {
        return unlessPresent(execution -> authenticator.equals(execution.getAuthenticator()), () -> {
            AuthenticationExecutionModel execution = execution(requirement);
            execution.setAuthenticator(authenticator);
            realm.addAuthenticatorExecution(execution);
        });
    }

    private FlowBuilder unlessPresent(Predicate<AuthenticationExecutionModel> wanted, Runnable add) {
        Optional<AuthenticationExecutionModel> present =
                executions().stream().filter(wanted).findFirst();
        if (present.isPresent()) {
            priority = present.get().getPriority();
        } else {
            add.run();
        }
        return this;
    }

    /** Returns an execution behind the last one, for which those that follow make room. */
    private AuthenticationExecutionModel execution(Requirement requirement) {
        for (AuthenticationExecutionModel later : executions()) {
            if (later.getPriority() > priority) {
                later.setPriority(later.getPriority() + PRIORITY_STEP);
                realm.updateAuthenticatorExecution(later);
            }
        }
        priority += PRIORITY_STEP;
        AuthenticationExecutionModel execution = new AuthenticationExecutionModel();
        execution.setParentFlow(flow.getId());
        execution.setRequirement(requirement);
        execution.setPriority(priority);
        return execution;
    }

    private Optional<AuthenticationExecutionModel> find(String authenticator) {
        return executions().stream()
                .filter(execution -> authenticator.equals(execution.getAuthenticator()))
                .findFirst();
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
        content.accept(new FlowBuilder(realm, added, true));
        return added;
    }

    private static boolean onlyDenies(RealmModel realm, AuthenticationFlowModel flow) {
        List<AuthenticationExecutionModel> executions =
                realm.getAuthenticationExecutionsStream(flow.getId()).toList();
        return executions.size() == 1
                && DenyAccessAuthenticatorFactory.PROVIDER_ID.equals(
                        executions.get(0).getAuthenticator());
    }

    /** Returns what was there before and what an earlier call added; nothing of a new flow, which has each step once. */
    private List<AuthenticationExecutionModel> executions() {
        return fresh
                ? List.of()
                : realm.getAuthenticationExecutionsStream(flow.getId()).toList();
    }
}
