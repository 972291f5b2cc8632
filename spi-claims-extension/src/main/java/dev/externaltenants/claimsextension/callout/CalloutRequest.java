package dev.externaltenants.claimsextension.callout;

import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.externaltenants.claimsextension.CustomExtension;
import org.keycloak.models.ClientModel;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.saml.SamlProtocol;

/**
 * What every event says; the names are those of Entra's contract. What is null is left out of the call.
 *
 * @param tenantId the realm's id
 * @param issuer the realm's issuer URL, by which the API finds the keys that verify the call
 * @param listenerId the event listener or user flow that points to the extension
 * @param correlationId finds this call in the logs of both sides
 * @param locale language tag of the customer
 * @param requestType what a one-time passcode is for, such as {@code signUp}
 * @param client the app that the customer signs in to
 * @param resource the API that the access token is for
 * @param user the customer, where there is an account
 */
public record CalloutRequest(
        String tenantId,
        String issuer,
        String listenerId,
        CustomExtension extension,
        String correlationId,
        String ip,
        String locale,
        String requestType,
        App client,
        App resource,
        User user) {

    /**
     * An app by its internal id, client id and name.
     *
     * @param protocol by which customers sign in to it
     */
    public record App(String id, String appId, String displayName, Protocol protocol) {

        /** One that speaks OpenID Connect. */
        public App(String id, String appId, String displayName) {
            this(id, appId, displayName, Protocol.OAUTH);
        }

        public static App of(ClientModel client) {
            String name = orNull(client.getName());
            boolean saml = SamlProtocol.LOGIN_PROTOCOL.equals(client.getProtocol());
            return new App(
                    client.getId(),
                    client.getClientId(),
                    name == null ? client.getClientId() : name,
                    saml ? Protocol.SAML : Protocol.OAUTH);
        }
    }

    /** What Entra calls the protocol of a sign-in. */
    public enum Protocol {
        OAUTH("OAUTH2.0"),
        /** Entra's word is in none of its pages; this one has the form of the other. */
        SAML("SAML2.0");

        private final String wireName;

        Protocol(String wireName) {
            this.wireName = wireName;
        }

        String wireName() {
            return wireName;
        }
    }

    /** The customer; what has no value is null and left out of the call. */
    public record User(
            String id,
            String userPrincipalName,
            String mail,
            String givenName,
            String surname,
            String displayName,
            String companyName,
            String preferredLanguage,
            Instant created) {

        public static User of(UserModel user) {
            String givenName = orNull(user.getFirstName());
            String surname = orNull(user.getLastName());
            return new User(
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
    }

    private static String orNull(String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
