package dev.externaltenants.claimsextension.passcode;

import java.util.Optional;

import dev.externaltenants.claimsextension.CustomExtension;
import dev.externaltenants.claimsextension.EventHandler;
import dev.externaltenants.claimsextension.EventHandlers;
import dev.externaltenants.claimsextension.RealmIssuer;
import dev.externaltenants.claimsextension.callout.CalloutRequest;
import dev.externaltenants.claimsextension.callout.Callouts;
import dev.externaltenants.emailotp.PasscodeScope.Purpose;
import dev.externaltenants.emailotp.sender.PasscodeMessage;
import dev.externaltenants.userflow.AdministrativePower;
import dev.externaltenants.userflow.AuthenticationEvent;
import dev.externaltenants.userflow.UserFlowProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Which extension sends the codes of an app, and what it is told of the sign-in. All of it is read before the call, in a
 * short transaction: none runs while the API is waited for.
 */
record PasscodeCallout(EventHandler handler, CalloutRequest.App app, String issuer, PasscodeMessage message)
        implements Callouts.Subject {

    static Optional<PasscodeCallout> of(KeycloakSession session, PasscodeMessage message) {
        if (message.clientId() == null) {
            return Optional.empty();
        }
        String issuer = RealmIssuer.of(session);
        return KeycloakModelUtils.runJobInTransactionWithResult(
                session.getKeycloakSessionFactory(), reading -> read(reading, message, issuer));
    }

    private static Optional<PasscodeCallout> read(KeycloakSession reading, PasscodeMessage message, String issuer) {
        RealmModel realm = reading.realms().getRealm(message.realmId());
        if (realm == null) {
            return Optional.empty();
        }
        reading.getContext().setRealm(realm);
        ClientModel app = reading.clients().getClientByClientId(realm, message.clientId());
        if (app == null || isAdministrators(reading, realm, message.address())) {
            return Optional.empty();
        }
        return new EventHandlers(reading)
                .find(app, UserFlowProvider.of(reading).forApp(app), AuthenticationEvent.OTP_SEND)
                .map(handler -> new PasscodeCallout(handler, CalloutRequest.App.of(app), issuer, message));
    }

    /** A tenant's API takes codes to customers: who reads an administrator's is halfway to being one. */
    private static boolean isAdministrators(KeycloakSession reading, RealmModel realm, String address) {
        try {
            UserModel holder = reading.users().getUserByEmail(realm, address);
            return holder != null && AdministrativePower.in(reading, realm).isHeldBy(holder);
        } catch (ModelDuplicateException ambiguous) {
            // One of them may be.
            return true;
        }
    }

    @Override
    public CalloutRequest toldTo(String listenerId, CustomExtension extension) {
        return new CalloutRequest(
                message.realmId(),
                issuer,
                listenerId,
                extension,
                KeycloakModelUtils.generateId(),
                message.sourceAddress(),
                message.locale().toLanguageTag(),
                requestType(message.purpose()),
                app,
                app,
                null);
    }

    @Override
    public String tenantId() {
        return message.realmId();
    }

    @Override
    public String appId() {
        return app.appId();
    }

    /** Entra documents {@code signUp} alone; the others are named likewise. */
    static String requestType(Purpose purpose) {
        return switch (purpose) {
            case SIGN_UP -> "signUp";
            case SIGN_IN -> "signIn";
            case MFA -> "mfa";
            case PASSWORD_RESET -> "passwordReset";
            case EMAIL_CHANGE -> "emailChange";
        };
    }
}
