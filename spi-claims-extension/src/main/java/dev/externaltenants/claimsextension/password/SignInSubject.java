package dev.externaltenants.claimsextension.password;

import java.util.UUID;

import dev.externaltenants.claimsextension.CustomExtension;
import dev.externaltenants.claimsextension.RealmIssuer;
import dev.externaltenants.claimsextension.callout.CalloutRequest;
import dev.externaltenants.claimsextension.callout.Callouts;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** What an API is told of a sign-in on its way; there is no API yet that a token would be for. */
final class SignInSubject implements Callouts.Subject {

    private final KeycloakSession session;
    private final ClientModel app;
    private final UserModel customer;

    SignInSubject(KeycloakSession session, ClientModel app, UserModel customer) {
        this.session = session;
        this.app = app;
        this.customer = customer;
    }

    @Override
    public CalloutRequest toldTo(String listenerId, CustomExtension extension) {
        return new CalloutRequest(
                app.getRealm().getId(),
                RealmIssuer.of(session),
                listenerId,
                extension,
                UUID.randomUUID().toString(),
                session.getContext().getConnection().getRemoteAddr(),
                session.getContext().resolveLocale(customer).toLanguageTag(),
                null,
                CalloutRequest.App.of(app),
                null,
                CalloutRequest.User.of(customer));
    }

    @Override
    public String tenantId() {
        return app.getRealm().getId();
    }

    @Override
    public String appId() {
        return app.getClientId();
    }
}
