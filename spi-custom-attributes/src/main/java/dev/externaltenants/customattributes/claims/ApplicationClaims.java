package dev.externaltenants.customattributes.claims;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.externaltenants.customattributes.TenantAttribute;
import dev.externaltenants.userflow.TenantException;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.protocol.ProtocolMapperUtils;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;
import org.keycloak.protocol.oidc.mappers.UserAttributeMapper;

/**
 * The attributes in an app's tokens, kept as Keycloak's stock mappers on the client: they work without us, travel with
 * exports, and an operator sees them where mappers are. Mappers that are not ours stay untouched.
 */
public final class ApplicationClaims {

    private static final String NAME_PREFIX = "xt-claim ";

    private final List<TenantAttribute> catalogue;

    public ApplicationClaims(Stream<TenantAttribute> catalogue) {
        this.catalogue = catalogue.toList();
    }

    /** Returns the app's claims ordered by name. */
    public List<ApplicationClaim> list(ClientModel app) {
        return app.getProtocolMappersStream()
                .filter(ApplicationClaims::isOurs)
                .map(this::claim)
                .sorted((one, other) -> one.claim().compareTo(other.claim()))
                .toList();
    }

    /** @throws TenantException {@code xt_attribute_unknown}, or what {@link ClaimRules} say */
    public void replace(ClientModel app, List<ApplicationClaim> claims) {
        ClaimRules.check(claims);
        Map<String, ProtocolMapperModel> wanted = new LinkedHashMap<>();
        for (int i = 0; i < claims.size(); i++) {
            ProtocolMapperModel mapper = mapper(claims.get(i), "[" + i + "].attribute");
            wanted.put(mapper.getName(), mapper);
        }
        List<ProtocolMapperModel> stored =
                app.getProtocolMappersStream().filter(ApplicationClaims::isOurs).toList();
        for (ProtocolMapperModel mapper : stored) {
            ProtocolMapperModel changed = wanted.remove(mapper.getName());
            if (changed == null) {
                app.removeProtocolMapper(mapper);
            } else if (!changed.getConfig().equals(mapper.getConfig())) {
                changed.setId(mapper.getId());
                app.updateProtocolMapper(changed);
            }
        }
        wanted.values().forEach(app::addProtocolMapper);
    }

    private ProtocolMapperModel mapper(ApplicationClaim claim, String field) {
        TenantAttribute attribute = catalogue.stream()
                .filter(known -> known.key().equals(claim.attribute()))
                .findFirst()
                .orElseThrow(() -> TenantException.invalid(
                        "xt_attribute_unknown", field, "The tenant has no attribute of this name."));
        Map<String, String> config = new HashMap<>();
        config.put(ProtocolMapperUtils.USER_ATTRIBUTE, attribute.userAttribute());
        config.put(OIDCAttributeMapperHelper.TOKEN_CLAIM_NAME, claim.claim());
        config.put(OIDCAttributeMapperHelper.JSON_TYPE, attribute.dataType().jsonType());
        config.put(OIDCAttributeMapperHelper.INCLUDE_IN_ID_TOKEN, "true");
        config.put(OIDCAttributeMapperHelper.INCLUDE_IN_ACCESS_TOKEN, "true");
        config.put(OIDCAttributeMapperHelper.INCLUDE_IN_USERINFO, "true");
        config.put(OIDCAttributeMapperHelper.INCLUDE_IN_INTROSPECTION, "true");
        ProtocolMapperModel mapper = new ProtocolMapperModel();
        mapper.setName(NAME_PREFIX + claim.claim());
        mapper.setProtocol(OIDCLoginProtocol.LOGIN_PROTOCOL);
        mapper.setProtocolMapper(UserAttributeMapper.PROVIDER_ID);
        mapper.setConfig(config);
        return mapper;
    }

    private ApplicationClaim claim(ProtocolMapperModel mapper) {
        String userAttribute = mapper.getConfig().get(ProtocolMapperUtils.USER_ATTRIBUTE);
        return new ApplicationClaim(
                mapper.getName().substring(NAME_PREFIX.length()),
                catalogue.stream()
                        .filter(known -> known.userAttribute().equals(userAttribute))
                        .map(TenantAttribute::key)
                        .findFirst()
                        .orElse(userAttribute));
    }

    private static boolean isOurs(ProtocolMapperModel mapper) {
        return mapper.getName().startsWith(NAME_PREFIX)
                && UserAttributeMapper.PROVIDER_ID.equals(mapper.getProtocolMapper());
    }
}
