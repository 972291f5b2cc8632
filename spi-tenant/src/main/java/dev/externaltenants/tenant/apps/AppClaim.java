package dev.externaltenants.tenant.apps;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.keycloak.models.ClientModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;

/** A claim that an app's tokens have when its client has our mapper. */
enum AppClaim {
    ROLES(AppRolesMapper.ID),
    GROUPS(GroupIdsMapper.ID);

    private final String mapper;

    AppClaim(String mapper) {
        this.mapper = mapper;
    }

    boolean isOf(ClientModel app) {
        return !mappers(app).isEmpty();
    }

    /** Only what differs is written: every write of a client empties its cache on all nodes. */
    void switchTo(boolean wanted, ClientModel app) {
        List<ProtocolMapperModel> present = mappers(app);
        if (!wanted) {
            present.forEach(app::removeProtocolMapper);
        } else if (present.isEmpty()) {
            app.addProtocolMapper(model());
        }
    }

    private List<ProtocolMapperModel> mappers(ClientModel app) {
        return app.getProtocolMappersStream()
                .filter(model -> mapper.equals(model.getProtocolMapper()))
                .toList();
    }

    private ProtocolMapperModel model() {
        ProtocolMapperModel model = new ProtocolMapperModel();
        model.setName(mapper);
        model.setProtocol(OIDCLoginProtocol.LOGIN_PROTOCOL);
        model.setProtocolMapper(mapper);
        model.setConfig(new HashMap<>(Map.of(
                OIDCAttributeMapperHelper.INCLUDE_IN_ID_TOKEN, "true",
                OIDCAttributeMapperHelper.INCLUDE_IN_ACCESS_TOKEN, "true",
                OIDCAttributeMapperHelper.INCLUDE_IN_USERINFO, "true",
                OIDCAttributeMapperHelper.INCLUDE_IN_INTROSPECTION, "true")));
        return model;
    }
}
