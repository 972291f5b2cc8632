package dev.externaltenants.claimsextension.trial;

import java.time.Instant;

import dev.externaltenants.claimsextension.CustomExtension;
import dev.externaltenants.claimsextension.RealmIssuer;
import dev.externaltenants.claimsextension.callout.CalloutRequest;
import dev.externaltenants.userflow.AuthenticationEvent;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Tells the API of a customer who signs in at an app: those that were named, else ones that there are not. */
final class SampleSubject {

    static final String EMAIL = "customer@sample.example";

    /** Of no listener, user flow, app or customer. */
    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    private static final CalloutRequest.App APP = new CalloutRequest.App(NOBODY, "sample-app", "Sample app");

    private static final CalloutRequest.User CUSTOMER = new CalloutRequest.User(
            NOBODY, EMAIL, EMAIL, "Sample", "Customer", "Sample Customer", null, null, Instant.EPOCH);

    private final KeycloakSession session;
    private final AuthenticationEvent event;
    private final ClientModel app;
    private final UserModel customer;

    SampleSubject(KeycloakSession session, AuthenticationEvent event, ClientModel app, UserModel customer) {
        this.session = session;
        this.event = event;
        this.app = app;
        this.customer = customer;
    }

    CalloutRequest toldTo(CustomExtension extension) {
        RealmModel realm = session.getContext().getRealm();
        CalloutRequest.App told = app();
        return new CalloutRequest(
                realm.getId(),
                RealmIssuer.of(session),
                NOBODY,
                extension,
                KeycloakModelUtils.generateId(),
                // of a network that is for examples
                "192.0.2.1",
                language(realm),
                event == AuthenticationEvent.OTP_SEND ? "signUp" : null,
                told,
                // a password is proven before there is an API that a token would be for
                event == AuthenticationEvent.PASSWORD_SUBMIT ? null : told,
                user());
    }

    /** Of a page that nobody asked for in another. */
    private static String language(RealmModel realm) {
        boolean isSet = realm.isInternationalizationEnabled() && realm.getDefaultLocale() != null;
        return isSet ? realm.getDefaultLocale() : "en";
    }

    private CalloutRequest.App app() {
        return app == null ? APP : CalloutRequest.App.of(app);
    }

    /** Only of these events there is an account. */
    private CalloutRequest.User user() {
        return switch (event) {
            case TOKEN_ISSUANCE_START, PASSWORD_SUBMIT ->
                customer == null ? CUSTOMER : CalloutRequest.User.of(customer);
            case ATTRIBUTE_COLLECTION_START, ATTRIBUTE_COLLECTION_SUBMIT, OTP_SEND -> null;
        };
    }
}
