package dev.externaltenants.customattributes.claims;

import java.util.List;

import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;

/** Where an app finds claims of a customer. */
public enum ClaimToken {
    ID_TOKEN,
    /** What introspection says of an access token as well. */
    ACCESS_TOKEN,
    USERINFO;

    /** Returns the settings of Keycloak's mappers that put claims there. */
    List<String> settings() {
        return switch (this) {
            case ID_TOKEN -> List.of(OIDCAttributeMapperHelper.INCLUDE_IN_ID_TOKEN);
            case ACCESS_TOKEN ->
                List.of(
                        OIDCAttributeMapperHelper.INCLUDE_IN_ACCESS_TOKEN,
                        OIDCAttributeMapperHelper.INCLUDE_IN_INTROSPECTION);
            case USERINFO -> List.of(OIDCAttributeMapperHelper.INCLUDE_IN_USERINFO);
        };
    }
}
