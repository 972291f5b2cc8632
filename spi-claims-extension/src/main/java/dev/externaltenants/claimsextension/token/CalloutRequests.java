package dev.externaltenants.claimsextension.token;

import java.util.UUID;

import dev.externaltenants.claimsextension.CustomExtension;
import dev.externaltenants.claimsextension.callout.CalloutRequest;
import dev.externaltenants.claimsextension.callout.Callouts;
import org.keycloak.models.UserModel;

/** Collects what a callout tells the API about this sign-in. */
final class CalloutRequests implements Callouts.Subject {

    private final TokenContext context;

    CalloutRequests(TokenContext context) {
        this.context = context;
    }

    @Override
    public CalloutRequest toldTo(String listenerId, CustomExtension extension) {
        UserModel customer = context.userSession().getUser();
        CalloutRequest.App client = CalloutRequest.App.of(context.app());
        return new CalloutRequest(
                context.app().getRealm().getId(),
                context.issuer(),
                listenerId,
                extension,
                UUID.randomUUID().toString(),
                // the customer's address; the connection here is the app's
                context.userSession().getIpAddress(),
                context.session().getContext().resolveLocale(customer).toLanguageTag(),
                null,
                client,
                context.resource().map(CalloutRequest.App::of).orElse(client),
                CalloutRequest.User.of(customer));
    }

    @Override
    public String tenantId() {
        return context.app().getRealm().getId();
    }

    @Override
    public String appId() {
        return context.app().getClientId();
    }
}
