package dev.externaltenants.userflow.broker;

import dev.externaltenants.userflow.signin.StepFactory;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.conditional.ConditionalAuthenticator;
import org.keycloak.authentication.authenticators.conditional.ConditionalAuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;

/** Makes the condition {@code xt-condition-link}. */
public final class LinkConditionAuthenticatorFactory extends StepFactory implements ConditionalAuthenticatorFactory {

    public static final String ID = "xt-condition-link";

    private static final LinkConditionAuthenticator CONDITION = new LinkConditionAuthenticator();

    public LinkConditionAuthenticatorFactory() {
        super(
                ID,
                "External tenant: condition - existing account",
                "Runs its subflow when a first sign-in with an identity provider belongs to an existing account.",
                CONDITION);
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return CONDITION;
    }

    @Override
    public ConditionalAuthenticator getSingleton() {
        return CONDITION;
    }

    @Override
    public Requirement[] getRequirementChoices() {
        return new Requirement[] {Requirement.REQUIRED, Requirement.DISABLED};
    }
}
