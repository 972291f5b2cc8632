package dev.externaltenants.customattributes.claims;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import dev.externaltenants.customattributes.TenantAttribute;
import dev.externaltenants.userflow.ReservedClaimNames;
import dev.externaltenants.userflow.StandardClaims;
import dev.externaltenants.userflow.TenantException;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.protocol.ProtocolMapperUtils;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;
import org.keycloak.protocol.oidc.mappers.UserAttributeMapper;

/** Claims of tokens: Keycloak's own mapper, and one of ours where several values take another form than they are stored in. */
final class OidcClaimMapper implements ClaimMapper {

    /** No dots: Keycloak's mappers make nested objects of them. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");

    private static final Set<String> PROVIDERS = Set.of(UserAttributeMapper.PROVIDER_ID, AttributeValuesMapper.ID);

    @Override
    public void checkName(String claim, String path) {
        if (claim == null || !NAME.matcher(claim).matches()) {
            throw TenantException.invalid(
                    "xt_claim_name_invalid",
                    path + ".claim",
                    "A claim has 1 to 64 letters, digits, underscores or hyphens and begins with a letter.");
        }
        if (ReservedClaimNames.isReserved(claim)) {
            throw TenantException.invalid(
                    "xt_claim_reserved", path + ".claim", "This claim says who the customer is or what they may do.");
        }
    }

    @Override
    public void check(ApplicationClaim claim, TenantAttribute attribute, String path) {
        if (claim.tokens() != null
                && (claim.tokens().isEmpty() || claim.tokens().stream().anyMatch(Objects::isNull))) {
            throw TenantException.invalid(
                    "xt_claim_tokens_invalid", path + ".tokens", "Name at least one token, or leave them out for all.");
        }
        if (claim.values() != null && !claim.values().suit(attribute.dataType())) {
            throw TenantException.invalid(
                    "xt_claim_values_unsuitable",
                    path + ".values",
                    "An attribute of type " + attribute.dataType() + " has no claim of this form.");
        }
        if (!isReadable(claim, attribute)) {
            throw TenantException.invalid(
                    "xt_claim_type_unsuitable",
                    path + ".claim",
                    "OpenID Connect says that this claim is something else than what the attribute gives.");
        }
    }

    /** What a customer typed must not make tokens that Keycloak itself cannot read. */
    private static boolean isReadable(ApplicationClaim claim, TenantAttribute attribute) {
        StandardClaims.Form form =
                switch (attribute.dataType()) {
                    case INT -> StandardClaims.Form.NUMBER;
                    case BOOLEAN -> StandardClaims.Form.TRUTH;
                    case STRING, DATE, DATE_TIME, STRING_COLLECTION -> StandardClaims.Form.TEXT;
                };
        return StandardClaims.of(claim.claim())
                .map(wanted -> wanted == form && !isList(claim, attribute))
                .orElse(true);
    }

    private static boolean isList(ApplicationClaim claim, TenantAttribute attribute) {
        return claim.values() == null
                ? ClaimValues.LIST.areUsualOf(attribute.dataType())
                : claim.values() == ClaimValues.LIST;
    }

    @Override
    public ProtocolMapperModel write(ApplicationClaim claim, TenantAttribute attribute) {
        boolean stock = claim.values() == null || claim.values().areUsualOf(attribute.dataType());
        Map<String, String> config = new HashMap<>();
        config.put(ProtocolMapperUtils.USER_ATTRIBUTE, attribute.userAttribute());
        config.put(OIDCAttributeMapperHelper.TOKEN_CLAIM_NAME, claim.claim());
        config.put(OIDCAttributeMapperHelper.JSON_TYPE, attribute.dataType().jsonType());
        if (isList(claim, attribute)) {
            config.put(ProtocolMapperUtils.MULTIVALUED, "true");
        }
        for (ClaimToken token : ClaimToken.values()) {
            token.settings().forEach(setting -> config.put(setting, String.valueOf(claim.isIn(token))));
        }
        ProtocolMapperModel mapper = new ProtocolMapperModel();
        mapper.setName(NAME_PREFIX + claim.claim());
        mapper.setProtocol(OIDCLoginProtocol.LOGIN_PROTOCOL);
        mapper.setProtocolMapper(stock ? UserAttributeMapper.PROVIDER_ID : AttributeValuesMapper.ID);
        mapper.setConfig(config);
        return mapper;
    }

    @Override
    public boolean wrote(ProtocolMapperModel mapper) {
        return mapper.getName().startsWith(NAME_PREFIX) && PROVIDERS.contains(mapper.getProtocolMapper());
    }

    @Override
    public ApplicationClaim read(ProtocolMapperModel mapper, String attribute) {
        List<ClaimToken> tokens = Arrays.stream(ClaimToken.values())
                .filter(token -> token.settings().stream()
                        .anyMatch(setting ->
                                Boolean.parseBoolean(mapper.getConfig().get(setting))))
                .toList();
        return new ApplicationClaim(ClaimMapper.claim(mapper), attribute, tokens, values(mapper));
    }

    private static ClaimValues values(ProtocolMapperModel mapper) {
        if (mapper.getProtocolMapper().equals(UserAttributeMapper.PROVIDER_ID)) {
            return null;
        }
        return Boolean.parseBoolean(mapper.getConfig().get(ProtocolMapperUtils.MULTIVALUED))
                ? ClaimValues.LIST
                : ClaimValues.COMMA_JOINED;
    }
}
