package dev.externaltenants.claimsextension.token;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.externaltenants.claimsextension.TokenAudience;
import org.keycloak.models.ClientModel;
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
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.IDToken;

/**
 * Puts the claims of the user flow's custom extension into ID and access tokens.
 *
 * <p>Userinfo and introspection issue no token, and would call the API at the pace of other APIs: userinfo shows at most what
 * was answered at the last token response, and introspection nothing of it.
 */
public final class ClaimsExtensionMapper extends AbstractOIDCProtocolMapper
        implements OIDCAccessTokenMapper, OIDCIDTokenMapper, UserInfoTokenMapper {

    public static final String ID = "xt-claims-extension";

    /** Returns a mapper for both tokens, as a tenant's default client scope carries it. */
    public static ProtocolMapperModel model(String name) {
        ProtocolMapperModel model = new ProtocolMapperModel();
        model.setName(name);
        model.setProtocol(OIDCLoginProtocol.LOGIN_PROTOCOL);
        model.setProtocolMapper(ID);
        model.setConfig(new HashMap<>(Map.of(
                OIDCAttributeMapperHelper.INCLUDE_IN_ID_TOKEN, "true",
                OIDCAttributeMapperHelper.INCLUDE_IN_ACCESS_TOKEN, "true")));
        return model;
    }

    @Override
    public IDToken transformIDToken(
            IDToken token,
            ProtocolMapperModel mapping,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext clientSessionCtx) {
        if (isWanted(mapping, OIDCAttributeMapperHelper.INCLUDE_IN_ID_TOKEN)) {
            setClaim(token, mapping, userSession, session, clientSessionCtx);
        }
        return token;
    }

    @Override
    public AccessToken transformAccessToken(
            AccessToken token,
            ProtocolMapperModel mapping,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext clientSessionCtx) {
        if (!isWanted(mapping, OIDCAttributeMapperHelper.INCLUDE_IN_ACCESS_TOKEN)) {
            return token;
        }
        if (getShouldUseLightweightToken(session)
                && !OIDCAttributeMapperHelper.includeInLightweightAccessToken(mapping)) {
            // A lightweight token carries no claims, but an extension that fails must stop it like any other.
            ofAccessToken(token, session, userSession, clientSessionCtx);
            return token;
        }
        token.getOtherClaims().putAll(ofAccessToken(token, session, userSession, clientSessionCtx));
        return token;
    }

    @Override
    public AccessToken transformUserInfoToken(
            AccessToken token,
            ProtocolMapperModel mapping,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext clientSessionCtx) {
        if (isWanted(mapping, OIDCAttributeMapperHelper.INCLUDE_IN_USERINFO)) {
            token.getOtherClaims()
                    .putAll(extension(token, Optional.empty(), session, userSession, clientSessionCtx)
                            .ofLastAnswer());
        }
        return token;
    }

    // A mapper without settings must not let tokens out that the extension was never asked about.
    private static boolean isWanted(ProtocolMapperModel mapping, String setting) {
        return !"false".equals(mapping.getConfig().get(setting));
    }

    @Override
    protected void setClaim(
            IDToken token,
            ProtocolMapperModel mapping,
            UserSessionModel userSession,
            KeycloakSession session,
            ClientSessionContext clientSessionCtx) {
        token.getOtherClaims()
                .putAll(extension(token, Optional.empty(), session, userSession, clientSessionCtx)
                        .of(TokenAudience.CLIENT));
    }

    private static Map<String, Object> ofAccessToken(
            AccessToken token,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext clientSessionCtx) {
        Optional<ClientModel> resource =
                ResourceApp.of(token, clientSessionCtx.getClientSession().getClient());
        return extension(token, resource, session, userSession, clientSessionCtx)
                .of(TokenAudience.RESOURCE);
    }

    private static ExtensionClaims extension(
            IDToken token,
            Optional<ClientModel> resource,
            KeycloakSession session,
            UserSessionModel userSession,
            ClientSessionContext clientSessionCtx) {
        TokenContext context = new TokenContext(
                session, userSession, clientSessionCtx.getClientSession(), resource, token.getIssuer());
        return new ExtensionClaims(context, new RefusalEvent(context));
    }

    /** After all mappers of Keycloak, so that the API's word on a claim that both provide is the last. */
    @Override
    public int getPriority() {
        return ProtocolMapperUtils.PRIORITY_SCRIPT_MAPPER + 10;
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
        return "Custom authentication extension";
    }

    @Override
    public String getHelpText() {
        return "Adds the claims that the custom extension of the app's user flow provides just before issuance.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        List<ProviderConfigProperty> properties = new ArrayList<>();
        OIDCAttributeMapperHelper.addIncludeInTokensConfig(properties, ClaimsExtensionMapper.class);
        return properties;
    }
}
