package dev.externaltenants.tenant.setup;

import java.util.Map;

import dev.externaltenants.userflow.signin.AssuranceLevel;
import org.keycloak.authentication.authenticators.conditional.ConditionalLoaAuthenticator;
import org.keycloak.authentication.authenticators.conditional.ConditionalLoaAuthenticatorFactory;

/** How long a proof counts in a session: the steps behind it are asked again when it is older. */
final class ProofLevel {

    /** The first proof counts as long as the longest session, whose end is the realm's to say. */
    private static final int ONE_FACTOR_SECONDS = TenantDefaults.STAY_SIGNED_IN_SECONDS;

    /** The second is asked again after ten hours, Keycloak's own default, also of who stays signed in. */
    private static final int TWO_FACTORS_SECONDS = ConditionalLoaAuthenticator.DEFAULT_MAX_AGE;

    private ProofLevel() {}

    static FlowBuilder oneFactor(FlowBuilder flow, String configAlias) {
        return level(flow, configAlias, AssuranceLevel.ONE_FACTOR, ONE_FACTOR_SECONDS);
    }

    static FlowBuilder twoFactors(FlowBuilder flow, String configAlias) {
        return level(flow, configAlias, AssuranceLevel.TWO_FACTORS, TWO_FACTORS_SECONDS);
    }

    /** @param maxAge seconds for which the level counts in the session */
    private static FlowBuilder level(FlowBuilder flow, String configAlias, int level, int maxAge) {
        return flow.configured(
                ConditionalLoaAuthenticatorFactory.PROVIDER_ID,
                configAlias,
                Map.of(
                        ConditionalLoaAuthenticator.LEVEL, String.valueOf(level),
                        ConditionalLoaAuthenticator.MAX_AGE, String.valueOf(maxAge)));
    }
}
