package dev.externaltenants.claimsextension.token;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.externaltenants.claimsextension.CustomExtension;
import dev.externaltenants.claimsextension.callout.CalloutRequest;
import dev.externaltenants.claimsextension.callout.Callouts;
import org.keycloak.models.ClientModel;
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
        CalloutRequest.App client = app(context.app());
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
                client,
                user(customer));
    }

    private static CalloutRequest.App app(ClientModel client) {
        String name = orNull(client.getName());
        return new CalloutRequest.App(client.getId(), client.getClientId(), name == null ? client.getClientId() : name);
    }

    static CalloutRequest.User user(UserModel user) {
        String givenName = orNull(user.getFirstName());
        String surname = orNull(user.getLastName());
        return new CalloutRequest.User(
                user.getId(),
                user.getUsername(),
                orNull(user.getEmail()),
                givenName,
                surname,
                displayName(user, givenName, surname),
                orNull(user.getFirstAttribute("companyName")),
                orNull(user.getFirstAttribute(UserModel.LOCALE)),
                user.getCreatedTimestamp() == null ? null : Instant.ofEpochMilli(user.getCreatedTimestamp()));
    }

    private static String displayName(UserModel user, String givenName, String surname) {
        String chosen = orNull(user.getFirstAttribute("displayName"));
        return chosen != null
                ? chosen
                : orNull(Stream.of(givenName, surname)
                        .filter(name -> name != null)
                        .collect(Collectors.joining(" ")));
    }

    private static String orNull(String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
