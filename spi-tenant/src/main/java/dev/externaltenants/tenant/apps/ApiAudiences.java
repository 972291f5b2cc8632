package dev.externaltenants.tenant.apps;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.externaltenants.userflow.TenantException;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.protocol.oidc.mappers.AudienceProtocolMapper;

/**
 * The APIs that an app's access tokens are for, kept as Keycloak's stock audience mappers on the client. Mappers that are
 * not ours stay untouched.
 */
final class ApiAudiences {

    private static final String NAME_PREFIX = "xt-api ";

    private ApiAudiences() {}

    /** Returns the client ids of the APIs, in order. */
    static List<String> of(ClientModel app) {
        return app.getProtocolMappersStream()
                .filter(ApiAudiences::isOurs)
                .map(ApiAudiences::api)
                .sorted()
                .toList();
    }

    /** @throws TenantException {@code xt_application_api_unknown} for one that the app has not got yet */
    static void replace(ClientModel app, List<String> apis) {
        Set<String> present = new HashSet<>(of(app));
        for (int i = 0; i < apis.size(); i++) {
            if (!present.contains(apis.get(i))) {
                checkApi(app, apis.get(i), "apis[" + i + "]");
                app.addProtocolMapper(mapper(apis.get(i)));
            }
        }
        app.getProtocolMappersStream()
                .filter(mapper -> isOurs(mapper) && !apis.contains(api(mapper)))
                .toList()
                .forEach(app::removeProtocolMapper);
    }

    private static void checkApi(ClientModel app, String clientId, String field) {
        ClientModel api = app.getRealm().getClientByClientId(clientId);
        if (api == null || InternalClients.contains(clientId) || AppType.of(api) != AppType.API) {
            throw TenantException.invalid(
                    "xt_application_api_unknown", field, "The tenant has no app of type api with this client id.");
        }
    }

    private static ProtocolMapperModel mapper(String api) {
        return AudienceProtocolMapper.createClaimMapper(NAME_PREFIX + api, api, null, true, false, true, true);
    }

    private static String api(ProtocolMapperModel mapper) {
        return mapper.getName().substring(NAME_PREFIX.length());
    }

    private static boolean isOurs(ProtocolMapperModel mapper) {
        return mapper.getName().startsWith(NAME_PREFIX)
                && AudienceProtocolMapper.PROVIDER_ID.equals(mapper.getProtocolMapper());
    }
}
