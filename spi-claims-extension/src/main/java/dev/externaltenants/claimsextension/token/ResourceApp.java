package dev.externaltenants.claimsextension.token;

import java.util.Optional;
import java.util.stream.Stream;

import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.representations.JsonWebToken;

/** The app of the tenant whose API a token is for. */
final class ResourceApp {

    private ResourceApp() {}

    /**
     * Returns the other app that is the token's audience. Entra's tokens have one; of several, the first by client id, so that
     * it is the same each time.
     */
    static Optional<ClientModel> of(JsonWebToken token, ClientModel app) {
        String[] audience = token.getAudience();
        return audience == null
                ? Optional.empty()
                : Stream.of(audience)
                        .sorted()
                        .filter(clientId -> !clientId.equals(app.getClientId()))
                        // Whoever has a role of the account page or the administrators' REST has these.
                        .filter(clientId -> !Constants.defaultClients.contains(clientId))
                        .flatMap(clientId -> Optional.ofNullable(app.getRealm().getClientByClientId(clientId)).stream())
                        .findFirst();
    }
}
