package dev.externaltenants.userflow.username;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.ProtocolMapperUtils;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.protocol.oidc.mappers.UserInfoTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.IDToken;

/**
 * Makes {@code preferred_username} the user name that the customer typed, as Entra does. Who typed the address keeps what
 * Keycloak's own mapper says, which is the address.
 */
public final class SignInNameMapper extends AbstractOIDCProtocolMapper
        implements OIDCAccessTokenMapper, OIDCIDTokenMapper, UserInfoTokenMapper {

    public static final String ID = "xt-sign-in-name";

    /** Returns a mapper for both tokens and userinfo, as a tenant's default client scope carries it. */
    public static ProtocolMapperModel model(String name) {
        ProtocolMapperModel model = new ProtocolMapperModel();
        model.setName(name);
        model.setProtocol(OIDCLoginProtocol.LOGIN_PROTOCOL);
        model.setProtocolMapper(ID);
        model.setConfig(new HashMap<>(Map.of(
                OIDCAttributeMapperHelper.INCLUDE_IN_ID_TOKEN, "true",
                OIDCAttributeMapperHelper.INCLUDE_IN_ACCESS_TOKEN, "true",
                OIDCAttributeMapperHelper.INCLUDE_IN_USERINFO, "true")));
        return model;
    }

    /** Only where the claim is: an app without the scope that has it learns no name by this one. */
    @Override
    protected void setClaim(
            IDToken token,
            ProtocolMapperModel mapping,
            UserSessionModel userSession,
            KeycloakSession session,
            ClientSessionContext clientSession) {
        // What was typed may be of somebody else, as when the customer went on to sign up.
        String own = userSession.getUser().getFirstAttribute(Username.USER_ATTRIBUTE);
        Username.parse(userSession.getLoginUsername())
                .map(Username::value)
                .filter(typed -> typed.equals(own))
                .ifPresent(name -> token.getOtherClaims().replace(IDToken.PREFERRED_USERNAME, name));
    }

    /** After Keycloak's own mapper of the claim. */
    @Override
    public int getPriority() {
        return ProtocolMapperUtils.PRIORITY_SCRIPT_MAPPER;
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayCategory() {
        return TOKEN_MAPPER_CATEGORY;
    }

    @Override
    public String getDisplayType() {
        return "Name typed at sign-in";
    }

    @Override
    public String getHelpText() {
        return "Makes preferred_username the user name that the customer signed in with, if it was one.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        List<ProviderConfigProperty> properties = new ArrayList<>();
        OIDCAttributeMapperHelper.addIncludeInTokensConfig(properties, SignInNameMapper.class);
        return properties;
    }
}
