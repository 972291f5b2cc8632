package dev.externaltenants.tenant.setup;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.keycloak.authentication.authenticators.access.DenyAccessAuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.RealmModel;

import static org.assertj.core.api.Assertions.assertThat;

class FlowBuilderTest {

    private static final String ALIAS = "xt flow";
    private static final String DENIAL = DenyAccessAuthenticatorFactory.PROVIDER_ID;

    private final List<AuthenticationFlowModel> flows = new ArrayList<>();
    private final List<AuthenticationExecutionModel> executions = new ArrayList<>();
    private final RealmModel realm = (RealmModel) Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {RealmModel.class},
            (proxy, method, arguments) -> answer(method.getName(), arguments == null ? null : arguments[0]));

    @Test
    void aStepThatIsMissingIsAddedWhenTheFlowIsCompleted() {
        present("first", "third");

        FlowBuilder.topLevel(realm, true, ALIAS, "", flow -> flow.required("first")
                .required("second")
                .required("third"));

        assertThat(steps()).containsExactly("first", "second", "third");
    }

    @Test
    void aFlowThatAnOperatorEmptiedToDenyStaysSo() {
        present(DENIAL);

        FlowBuilder.topLevel(realm, true, ALIAS, "", flow -> flow.required("first"));

        assertThat(steps()).containsExactly(DENIAL);
    }

    @Test
    void aFlowThatAnEarlierVersionDeniedIsFilledByTheUpgradeAlone() {
        present(DENIAL);

        FlowBuilder.onceDenied(realm, false, ALIAS, "", flow -> flow.required("first"));
        assertThat(steps()).containsExactly(DENIAL);

        FlowBuilder.onceDenied(
                realm, true, ALIAS, "", flow -> flow.required("first").required("second"));
        assertThat(steps()).containsExactly("first", "second");
    }

    @Test
    void stepsTakeThePlaceOfAnEarlierOne() {
        present("first", "earlier", "operators");

        FlowBuilder.topLevel(realm, true, ALIAS, "", flow -> flow.required("first")
                .replacing("earlier", place -> place.required("second").required("third")));

        assertThat(steps()).containsExactly("first", "second", "third", "operators");
    }

    private void present(String... authenticators) {
        AuthenticationFlowModel flow = new AuthenticationFlowModel();
        flow.setId("id");
        flow.setAlias(ALIAS);
        flows.add(flow);
        for (String authenticator : authenticators) {
            AuthenticationExecutionModel execution = new AuthenticationExecutionModel();
            execution.setAuthenticator(authenticator);
            execution.setRequirement(Requirement.REQUIRED);
            execution.setPriority(10 * (executions.size() + 1));
            executions.add(execution);
        }
    }

    private List<String> steps() {
        return executions.stream()
                .sorted(Comparator.comparing(AuthenticationExecutionModel::getPriority))
                .map(AuthenticationExecutionModel::getAuthenticator)
                .toList();
    }

    private Object removed(Object execution) {
        executions.remove(execution);
        return null;
    }

    private Object answer(String method, Object argument) {
        return switch (method) {
            case "getFlowByAlias" ->
                flows.stream()
                        .filter(flow -> flow.getAlias().equals(argument))
                        .findFirst()
                        .orElse(null);
            case "getAuthenticationExecutionsStream" ->
                List.copyOf(executions).stream()
                        .sorted(Comparator.comparing(AuthenticationExecutionModel::getPriority));
            case "addAuthenticatorExecution" ->
                executions.add((AuthenticationExecutionModel) argument) ? argument : null;
            case "removeAuthenticatorExecution" -> removed(argument);
            case "updateAuthenticatorExecution", "updateAuthenticationFlow" -> null;
            default -> throw new UnsupportedOperationException(method);
        };
    }
}
