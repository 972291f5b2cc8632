package dev.externaltenants.customattributes.claims;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.protocol.ProtocolMapperUtils;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.protocol.oidc.mappers.TokenIntrospectionTokenMapper;
import org.keycloak.protocol.oidc.mappers.UserInfoTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.IDToken;

/**
 * The values of an attribute in the other form than they are stored in: a text with commas as a list, or a list as such a
 * text. What Keycloak's own mapper for user attributes does is left to it.
 */
public final class AttributeValuesMapper extends AbstractOIDCProtocolMapper
        implements OIDCAccessTokenMapper, OIDCIDTokenMapper, UserInfoTokenMapper, TokenIntrospectionTokenMapper {

    static final String ID = "xt-attribute-values";

    private static final String COMMA = ",";
    private static final Pattern BETWEEN = Pattern.compile(COMMA);

    @Override
    protected void setClaim(
            IDToken token,
            ProtocolMapperModel mapping,
            UserSessionModel userSession,
            KeycloakSession session,
            ClientSessionContext clientSession) {
        Collection<String> stored = KeycloakModelUtils.resolveAttribute(
                userSession.getUser(), mapping.getConfig().get(ProtocolMapperUtils.USER_ATTRIBUTE), false);
        if (!stored.isEmpty()) {
            boolean list = Boolean.parseBoolean(mapping.getConfig().get(ProtocolMapperUtils.MULTIVALUED));
            OIDCAttributeMapperHelper.mapClaim(token, mapping, list ? parts(stored) : String.join(COMMA, stored));
        }
    }

    static List<String> parts(Collection<String> stored) {
        return stored.stream()
                .flatMap(BETWEEN::splitAsStream)
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayType() {
        return "Values of a user attribute";
    }

    @Override
    public String getDisplayCategory() {
        return TOKEN_MAPPER_CATEGORY;
    }

    @Override
    public String getHelpText() {
        return "Adds the values of a user attribute as a list of what is between commas, or as one text with commas.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        List<ProviderConfigProperty> properties = new ArrayList<>();
        properties.add(property(
                ProtocolMapperUtils.USER_ATTRIBUTE,
                "User attribute",
                ProviderConfigProperty.USER_PROFILE_ATTRIBUTE_LIST_TYPE));
        properties.add(property(ProtocolMapperUtils.MULTIVALUED, "As a list", ProviderConfigProperty.BOOLEAN_TYPE));
        OIDCAttributeMapperHelper.addAttributeConfig(properties, AttributeValuesMapper.class);
        return properties;
    }

    private static ProviderConfigProperty property(String name, String label, String type) {
        ProviderConfigProperty property = new ProviderConfigProperty();
        property.setName(name);
        property.setLabel(label);
        property.setType(type);
        return property;
    }
}
