package dev.externaltenants.userflow.signin;

import java.time.Duration;
import java.util.Optional;

import dev.externaltenants.userflow.EventDetails;
import dev.externaltenants.userflow.UserFlowProvider;
import dev.externaltenants.userflow.device.TrustedDevice;
import dev.externaltenants.userflow.device.TrustedDeviceProvider;
import dev.externaltenants.userflow.proof.SignInDetails;
import dev.externaltenants.userflow.proof.SignInProof;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.authentication.authenticators.util.AcrStore;
import org.keycloak.models.Constants;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.saml.SamlProtocol;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.TokenUtil;

/**
 * Stands between the first proof and the second one: on a device that the customer trusts, it asks no more for the level
 * that only the app's user flow asks for. It asks nobody anything. Where an administrator demands a change of what
 * proves the account, it asks for that level instead.
 *
 * <p>After the first proof and not at the gate, because only now it is known whose device it must be.
 */
final class TrustedDeviceAuthenticator implements UserlessStep {

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        DeviceStandIn.forget(context.getAuthenticationSession());
        UserModel customer = context.getUser();
        if (customer != null
                && PendingActions.wantTwoFactors(
                        context.getSession(), context.getRealm(), context.getAuthenticationSession(), customer)) {
            RaisedLevel.demand(context.getAuthenticationSession(), AssuranceLevel.TWO_FACTORS);
        } else if (customer != null && isEnough(context)) {
            device(context).ifPresent(device -> standIn(context, device));
        }
        context.success();
    }

    /** What an app or the tenant asks to be proven now is never met by what was proven then. */
    private static boolean isEnough(AuthenticationFlowContext context) {
        AuthenticationSessionModel signIn = context.getAuthenticationSession();
        AcrStore levels = new AcrStore(context.getSession(), signIn);
        return RaisedLevel.isRaised(signIn)
                && levels.getLevelOfAuthenticationFromCurrentAuthentication() < AssuranceLevel.TWO_FACTORS
                && signIn.getClientNote(Constants.KC_ACTION) == null
                && !isToProveAgain(signIn)
                && !SignInProof.isEnded(context.getSession(), signIn);
    }

    private static boolean isToProveAgain(AuthenticationSessionModel signIn) {
        return AuthenticatorUtil.isForcedReauthentication(signIn)
                || TokenUtil.hasPrompt(
                        signIn.getClientNote(OIDCLoginProtocol.PROMPT_PARAM), OIDCLoginProtocol.PROMPT_VALUE_LOGIN)
                || SamlProtocol.SAML_FORCEAUTHN_REQUIREMENT.equals(
                        signIn.getAuthNote(SamlProtocol.SAML_LOGIN_REQUEST_FORCEAUTHN));
    }

    private static Optional<TrustedDevice> device(AuthenticationFlowContext context) {
        int days = UserFlowProvider.of(context.getSession())
                .trustedDeviceDays(context.getAuthenticationSession().getClient());
        if (days == 0) {
            return Optional.empty();
        }
        UserModel customer = context.getUser();
        Duration maxAge = maxAge(context.getAuthenticationSession(), Duration.ofDays(days));
        return new DeviceCookie(context.getSession(), context.getRealm(), customer)
                .secret()
                .flatMap(secret -> TrustedDeviceProvider.of(context.getSession())
                        .use(context.getRealm(), customer, secret, maxAge));
    }

    /** The second proof is as old as the trust, so it is too old for an app that says so ({@code max_age}). */
    private static Duration maxAge(AuthenticationSessionModel signIn, Duration ofFlow) {
        String asked = signIn.getClientNote(OIDCLoginProtocol.MAX_AGE_PARAM);
        Duration ofApp = asked == null ? ofFlow : Duration.ofSeconds(Integer.parseInt(asked));
        return ofApp.compareTo(ofFlow) < 0 ? ofApp : ofFlow;
    }

    private static void standIn(AuthenticationFlowContext context, TrustedDevice device) {
        AuthenticationSessionModel signIn = context.getAuthenticationSession();
        RaisedLevel.lower(signIn);
        DeviceStandIn.note(signIn, context.getUser(), device);
        context.getEvent().detail(EventDetails.TRUSTED_DEVICE, device.id());
        SignInDetails.keep(signIn, context.getUser(), EventDetails.TRUSTED_DEVICE, device.id());
        goOnWithSession(context);
    }

    /**
     * Where a session brought the customer here, nothing was proven now: it is single sign-on, which Keycloak's cookie step
     * had to leave to us, and the time of the proof stays as it is.
     */
    private static void goOnWithSession(AuthenticationFlowContext context) {
        AuthenticationSessionModel signIn = context.getAuthenticationSession();
        if (FirstFactor.isProvenIn(signIn) || !LoginActionsService.AUTHENTICATE_PATH.equals(context.getFlowPath())) {
            return;
        }
        AuthResult before =
                AuthenticationManager.authenticateIdentityCookie(context.getSession(), context.getRealm(), true);
        if (before != null && before.user().getId().equals(context.getUser().getId())) {
            signIn.setAuthNote(AuthenticationManager.SSO_AUTH, "true");
            context.attachUserSession(before.session());
        }
    }
}
