package dev.externaltenants.claimsextension.collection;

import java.util.Locale;

import dev.externaltenants.claimsextension.CustomExtension;
import dev.externaltenants.claimsextension.callout.CalloutRequest;
import dev.externaltenants.claimsextension.callout.Callouts;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Tells the API at which app somebody signs up; who it is stands beside, for there is no account yet. */
final class SignUpSubject implements Callouts.Subject {

    private final KeycloakSession session;
    private final ClientModel app;
    private final Locale locale;
    private final String issuer;

    SignUpSubject(KeycloakSession session, ClientModel app, Locale locale, String issuer) {
        this.session = session;
        this.app = app;
        this.locale = locale;
        this.issuer = issuer;
    }

    @Override
    public CalloutRequest toldTo(String listenerId, CustomExtension extension) {
        CalloutRequest.App told = CalloutRequest.App.of(app);
        return new CalloutRequest(
                session.getContext().getRealm().getId(),
                issuer,
                listenerId,
                extension,
                KeycloakModelUtils.generateId(),
                session.getContext().getConnection().getRemoteAddr(),
                locale.toLanguageTag(),
                null,
                told,
                told,
                null);
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
