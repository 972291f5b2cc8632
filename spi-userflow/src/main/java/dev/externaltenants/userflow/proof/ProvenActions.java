package dev.externaltenants.userflow.proof;

import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.authentication.requiredactions.DeleteAccount;
import org.keycloak.authentication.requiredactions.DeleteCredentialAction;
import org.keycloak.authentication.requiredactions.RecoveryAuthnCodesAction;
import org.keycloak.authentication.requiredactions.UpdateProfile;
import org.keycloak.authentication.requiredactions.UpdateTotp;
import org.keycloak.authentication.requiredactions.VerifyUserProfile;
import org.keycloak.authentication.requiredactions.WebAuthnPasswordlessRegisterFactory;
import org.keycloak.authentication.requiredactions.WebAuthnRegisterFactory;
import org.keycloak.broker.provider.IdpLinkAction;
import org.keycloak.models.KeycloakSession;

/**
 * Keycloak's required actions that change the account, each in the place of the original. Keycloak makes the action anew
 * for each page and each post of it, which is where {@link ProofGuard} asks whether the sign-in's proof still stands.
 */
public final class ProvenActions {

    private ProvenActions() {}

    public static final class Profile extends UpdateProfile {
        @Override
        public RequiredActionProvider create(KeycloakSession session) {
            return ProofGuard.actionOf(session, getId(), super.create(session));
        }

        @Override
        public void processAction(RequiredActionContext context) {
            if (AddresslessProfile.isOf(context)) {
                AddresslessProfile.of(context).save((form, errors) -> createResponse(context, form, errors));
            } else {
                super.processAction(context);
            }
        }

        @Override
        public int order() {
            return ProofGuard.ORDER;
        }
    }

    public static final class MissingProfile extends VerifyUserProfile {
        @Override
        public RequiredActionProvider create(KeycloakSession session) {
            return ProofGuard.actionOf(session, getId(), super.create(session));
        }

        @Override
        public void evaluateTriggers(RequiredActionContext context) {
            if (AddresslessProfile.isOf(context)
                    && !AddresslessProfile.of(context).isIncomplete()) {
                context.getAuthenticationSession().removeRequiredAction(getId());
            } else {
                super.evaluateTriggers(context);
            }
        }

        @Override
        public void processAction(RequiredActionContext context) {
            if (AddresslessProfile.isOf(context)) {
                AddresslessProfile.of(context).save((form, errors) -> createResponse(context, form, errors));
            } else {
                super.processAction(context);
            }
        }

        @Override
        public int order() {
            return ProofGuard.ORDER;
        }
    }

    public static final class Totp extends UpdateTotp {
        @Override
        public RequiredActionProvider create(KeycloakSession session) {
            return ProofGuard.actionOf(session, getId(), super.create(session));
        }

        @Override
        public int order() {
            return ProofGuard.ORDER;
        }
    }

    public static final class SecurityKey extends WebAuthnRegisterFactory {
        @Override
        public RequiredActionProvider create(KeycloakSession session) {
            return ProofGuard.actionOf(session, getId(), super.create(session));
        }

        @Override
        public int order() {
            return ProofGuard.ORDER;
        }
    }

    public static final class Passkey extends WebAuthnPasswordlessRegisterFactory {
        @Override
        public RequiredActionProvider create(KeycloakSession session) {
            return ProofGuard.actionOf(session, getId(), super.create(session));
        }

        @Override
        public int order() {
            return ProofGuard.ORDER;
        }
    }

    public static final class RecoveryCodes extends RecoveryAuthnCodesAction {
        @Override
        public RequiredActionProvider create(KeycloakSession session) {
            return ProofGuard.actionOf(session, getId(), super.create(session));
        }

        @Override
        public int order() {
            return ProofGuard.ORDER;
        }
    }

    public static final class AccountDeletion extends DeleteAccount {
        @Override
        public RequiredActionProvider create(KeycloakSession session) {
            return ProofGuard.actionOf(session, getId(), super.create(session));
        }

        @Override
        public int order() {
            return ProofGuard.ORDER;
        }
    }

    public static final class CredentialDeletion extends DeleteCredentialAction {
        @Override
        public RequiredActionProvider create(KeycloakSession session) {
            return ProofGuard.actionOf(session, getId(), super.create(session));
        }

        @Override
        public int order() {
            return ProofGuard.ORDER;
        }
    }

    public static final class ProviderLink extends IdpLinkAction {
        @Override
        public RequiredActionProvider create(KeycloakSession session) {
            return ProofGuard.actionOf(session, getId(), super.create(session));
        }

        @Override
        public int order() {
            return ProofGuard.ORDER;
        }
    }
}
