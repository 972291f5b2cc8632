package dev.externaltenants.userflow.signin;

import java.util.List;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.RealmModel;
import org.keycloak.sessions.CommonClientSessionModel.ExecutionStatus;

/** The second proofs of which one is enough: the alternatives in the flow behind the step that asks. */
final class SecondProofs {

    private final AuthenticationFlowContext context;
    private final List<AuthenticationExecutionModel> alternatives;

    SecondProofs(AuthenticationFlowContext context) {
        this.context = context;
        RealmModel realm = context.getRealm();
        AuthenticationExecutionModel step = context.getExecution();
        this.alternatives = realm.getAuthenticationExecutionsStream(step.getParentFlow())
                .filter(sibling -> sibling.isAuthenticatorFlow() && sibling.isEnabled())
                .filter(sibling -> sibling.getPriority() > step.getPriority())
                .findFirst()
                .map(flow -> realm.getAuthenticationExecutionsStream(flow.getFlowId())
                        .filter(AuthenticationExecutionModel::isAlternative)
                        .toList())
                .orElse(List.of());
    }

    boolean isOnePossible() {
        return alternatives.stream().anyMatch(this::isPossible);
    }

    /** Takes out what the customer cannot give, so that neither Keycloak nor its page of other ways offers it. */
    void takeOutTheImpossible() {
        alternatives.stream().filter(proof -> !isPossible(proof)).forEach(proof -> context.getAuthenticationSession()
                .setExecutionStatus(proof.getId(), ExecutionStatus.SKIPPED));
    }

    private boolean isPossible(AuthenticationExecutionModel proof) {
        if (proof.isAuthenticatorFlow()) {
            // An operator's, whose own conditions decide.
            return true;
        }
        Authenticator step = context.getSession().getProvider(Authenticator.class, proof.getAuthenticator());
        return step != null
                && step.configuredFor(context.getSession(), context.getRealm(), context.getUser())
                && !(step instanceof ProvesMailbox && provesTheMailboxAgain());
    }

    /** Whoever proved the mailbox proves nothing more by reading it once more. */
    boolean provesTheMailboxAgain() {
        return FirstFactor.isEmailCode(context.getSession(), context.getRealm(), context.getAuthenticationSession());
    }
}
