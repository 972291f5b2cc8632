package dev.externaltenants.userflow.signin;

import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.conditional.ConditionalAuthenticator;
import org.keycloak.authentication.authenticators.conditional.ConditionalAuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;

/** Makes the condition {@code xt-condition-second-factor}. */
public final class SecondFactorConditionFactory extends StepFactory implements ConditionalAuthenticatorFactory {

    public static final String ID = "xt-condition-second-factor";

    private static final SecondFactorCondition CONDITION = new SecondFactorCondition();

    public SecondFactorConditionFactory() {
        super(
                ID,
                "External tenant: condition - second factor",
                "Runs its subflow unless a customer who signs in by codes came to set up a first second factor.",
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
