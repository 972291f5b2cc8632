package dev.externaltenants.tenant.setup;

import dev.externaltenants.emailotp.signin.EmailCodeAuthenticatorFactory;
import dev.externaltenants.userflow.signin.PasskeyAuthenticatorFactory;
import dev.externaltenants.userflow.signin.RecoveryCodeAuthenticatorFactory;
import dev.externaltenants.userflow.signin.SecondFactorConditionFactory;
import dev.externaltenants.userflow.signin.SecondFactorGateAuthenticatorFactory;
import org.keycloak.authentication.authenticators.browser.OTPFormAuthenticatorFactory;
import org.keycloak.authentication.authenticators.browser.WebAuthnAuthenticatorFactory;
import org.keycloak.authentication.authenticators.conditional.ConditionalLoaAuthenticatorFactory;
import org.keycloak.common.Profile;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.RealmModel;

/**
 * Where a flow asks for the second proof: for one of those that the account has. Keycloak asks first for what the customer
 * set up, in that order, then for a code by e-mail, and for a recovery code last.
 *
 * @param flow its alias, which has been there since the first version
 * @param level alias of the condition's configuration
 * @param proofs alias of the flow with the alternatives
 */
record SecondProof(String flow, String level, String proofs) {

    static final SecondProof BROWSER =
            new SecondProof("xt browser second factor", "xt two factors", "xt browser second proof");
    static final SecondProof LINK =
            new SecondProof("xt broker link second factor", "xt two factors to link", "xt broker link second proof");
    static final SecondProof PROVIDER =
            new SecondProof("xt broker second factor", "xt two factors with a provider", "xt broker second proof");

    /** What the flow says of itself. */
    static final String WHEN =
            "A second proof of those that the account has, where the user flow or the app asks for it";

    /** How earlier versions, which knew the code by e-mail only, described the three flows. */
    private static final String EARLIER = "The second proof, where the user flow or the app asks for it";

    private static final String EARLIER_OF_LINK =
            "The second proof of the existing account, where the user flow asks for it";

    void in(FlowBuilder second) {
        // What an operator arranged otherwise stays, also what was taken back to the code by e-mail.
        if (second.isFresh() || second.has(SecondFactorGateAuthenticatorFactory.ID)) {
            arrange(second);
        }
    }

    private void arrange(FlowBuilder second) {
        ProofLevel.twoFactors(second, level);
        second.required(SecondFactorConditionFactory.ID);
        second.replacing(
                EmailCodeAuthenticatorFactory.ID, place -> place.required(SecondFactorGateAuthenticatorFactory.ID)
                        .subflow(Requirement.REQUIRED, proofs, "One of these is enough", SecondProof::alternatives));
    }

    /** Brings the flow of an earlier version up to date, once: its description tells it from one that an operator changed back. */
    void replaceEarlier(RealmModel realm) {
        String earlier = equals(LINK) ? EARLIER_OF_LINK : EARLIER;
        FlowBuilder.described(realm, flow, earlier)
                // With a step of an operator's own beside it, one of several proofs would be less than both.
                .filter(second -> second.hasNothingBut(
                        ConditionalLoaAuthenticatorFactory.PROVIDER_ID, EmailCodeAuthenticatorFactory.ID))
                .ifPresent(second -> arrange(second.describe(WHEN)));
    }

    private static void alternatives(FlowBuilder proofs) {
        proofs.alternative(OTPFormAuthenticatorFactory.PROVIDER_ID);
        // Keycloak refuses every sign-in by a flow with a step that it does not have.
        if (Profile.isFeatureEnabled(Profile.Feature.WEB_AUTHN)) {
            proofs.alternative(WebAuthnAuthenticatorFactory.PROVIDER_ID).alternative(PasskeyAuthenticatorFactory.ID);
        }
        proofs.alternative(EmailCodeAuthenticatorFactory.ID).alternative(RecoveryCodeAuthenticatorFactory.ID);
    }
}
