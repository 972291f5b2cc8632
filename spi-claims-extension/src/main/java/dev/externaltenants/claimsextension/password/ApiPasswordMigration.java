package dev.externaltenants.claimsextension.password;

import java.security.interfaces.RSAPublicKey;
import java.util.Optional;
import java.util.UUID;

import dev.externaltenants.claimsextension.CustomExtension;
import dev.externaltenants.claimsextension.EncryptionKey;
import dev.externaltenants.claimsextension.EventHandler;
import dev.externaltenants.claimsextension.EventHandlers;
import dev.externaltenants.claimsextension.callout.CalloutError;
import dev.externaltenants.claimsextension.callout.CalloutFailure;
import dev.externaltenants.claimsextension.callout.CalloutResult;
import dev.externaltenants.claimsextension.callout.Callouts;
import dev.externaltenants.claimsextension.contract.PasswordSubmit;
import dev.externaltenants.compat.KeycloakCompat;
import dev.externaltenants.customattributes.CustomerMark;
import dev.externaltenants.userflow.AdministrativePower;
import dev.externaltenants.userflow.AuthenticationEvent;
import dev.externaltenants.userflow.UserFlowProvider;
import dev.externaltenants.userflow.password.MigrationResult;
import dev.externaltenants.userflow.password.MigrationResult.Outcome;
import dev.externaltenants.userflow.password.PasswordMigrationProvider;
import org.jboss.logging.Logger;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;

/** Migrates passwords by the extension that the app's event password submit asks. */
final class ApiPasswordMigration implements PasswordMigrationProvider {

    private static final Logger LOG = Logger.getLogger(ApiPasswordMigration.class);

    private final KeycloakSession session;

    ApiPasswordMigration(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public boolean isPending(ClientModel app, UserModel customer) {
        return handler(app)
                .filter(handler -> isPending(handler, app.getRealm(), customer))
                .isPresent();
    }

    /**
     * Asked again after the API, since all of it may have changed meanwhile. A tenant's API decides about customers alone: by
     * an administrator's password it would be one.
     */
    private boolean isPending(EventHandler handler, RealmModel realm, UserModel user) {
        MigrationMark mark = MigrationMark.of(handler);
        return user.isEnabled()
                && user.getFirstAttribute(CustomerMark.DELETED) == null
                && mark.isOn(user)
                && mark.isTrusted(session, realm)
                && !AdministrativePower.in(session, realm).isHeldBy(user);
    }

    @Override
    public MigrationResult prove(ClientModel app, UserModel customer, String typed) {
        EventHandler handler = handler(app).orElseThrow();
        if (customer.credentialManager().isValid(UserCredentialModel.password(typed))) {
            MigrationMark.of(handler).remove(customer);
            return new MigrationResult.Proven(Outcome.STORED);
        }
        CalloutResult<PasswordSubmit.Answer> result = ask(app, handler, customer, typed);
        if (result instanceof CalloutResult.Answered<PasswordSubmit.Answer> answered) {
            PasswordSubmit.Answer answer = answered.answer();
            return switch (answer.action()) {
                case MIGRATE -> migrate(handler, app.getRealm(), customer, typed);
                case UPDATE ->
                    stillPending(handler, app.getRealm(), customer)
                            .<MigrationResult>map(pending -> new MigrationResult.Proven(Outcome.MUST_CHANGE))
                            .orElseGet(MigrationResult.Refused::new);
                case RETRY -> new MigrationResult.Refused();
                case BLOCK -> new MigrationResult.Blocked(answer.title(), answer.message());
            };
        }
        return new MigrationResult.Undecided(CalloutFailure.details(handler, (CalloutResult.Failed<?>) result));
    }

    private CalloutResult<PasswordSubmit.Answer> ask(
            ClientModel app, EventHandler handler, UserModel customer, String typed) {
        Optional<EncryptionKey> given = handler.extension().map(CustomExtension::encryptionKey);
        Optional<RSAPublicKey> key = given.flatMap(EncryptionKey::parsed);
        if (handler.extension().isPresent() && key.isEmpty()) {
            LOG.errorf("Custom extension %s has no key to which passwords could be encrypted", handler.name());
            return CalloutResult.Failed.untried(CalloutError.UNEXPECTED);
        }
        String nonce = UUID.randomUUID().toString();
        String encrypted = key.map(
                        rsa -> EncryptedPassword.of(given.get().keyId(), rsa, customer.getUsername(), typed, nonce))
                .orElse("");
        return new Callouts(session)
                .call(handler, new SignInSubject(session, app, customer), new PasswordSubmit(encrypted, nonce));
    }

    /** The customer may have reset the password while the API was asked; that one is newer. */
    private Optional<UserModel> stillPending(EventHandler handler, RealmModel realm, UserModel customer) {
        boolean locked = KeycloakCompat.of(session).userDirectory().lock(realm, customer.getId());
        return Optional.ofNullable(locked ? session.users().getUserById(realm, customer.getId()) : null)
                .filter(user -> isPending(handler, realm, user));
    }

    private MigrationResult migrate(EventHandler handler, RealmModel realm, UserModel customer, String typed) {
        Optional<UserModel> pending = stillPending(handler, realm, customer);
        if (pending.isEmpty()) {
            return new MigrationResult.Refused();
        }
        UserModel user = pending.get();
        try {
            user.credentialManager().updateCredential(UserCredentialModel.password(typed, false));
        } catch (ModelException e) {
            LOG.debugf("The migrated password of user %s is weaker than the tenant wants", user.getId());
            return new MigrationResult.Proven(Outcome.MUST_CHANGE);
        }
        MigrationMark.of(handler).remove(user);
        return new MigrationResult.Proven(Outcome.MIGRATED);
    }

    private Optional<EventHandler> handler(ClientModel app) {
        return new EventHandlers(session)
                .find(app, UserFlowProvider.of(session).forApp(app), AuthenticationEvent.PASSWORD_SUBMIT);
    }
}
