package dev.externaltenants.customattributes.claims;

import java.util.HashMap;
import java.util.Map;

import dev.externaltenants.customattributes.TenantAttribute;
import dev.externaltenants.userflow.ReservedSamlNames;
import dev.externaltenants.userflow.TenantException;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.protocol.ProtocolMapperUtils;
import org.keycloak.protocol.saml.SamlProtocol;
import org.keycloak.protocol.saml.mappers.AttributeStatementHelper;
import org.keycloak.protocol.saml.mappers.UserAttributeStatementMapper;

/** Attributes of assertions, by Keycloak's own mapper: each stored value is a value there, whatever the type. */
final class SamlClaimMapper implements ClaimMapper {

    @Override
    public void checkName(String claim, String path) {
        if (claim == null || !ReservedSamlNames.WELL_FORMED.matcher(claim).matches()) {
            throw TenantException.invalid(
                    "xt_claim_name_invalid", path + ".claim", "A name or an address of 1 to 200 plain characters.");
        }
        if (ReservedSamlNames.isReserved(claim)) {
            throw TenantException.invalid(
                    "xt_claim_reserved", path + ".claim", "This claim says who the customer is or what they may do.");
        }
    }

    @Override
    public void check(ApplicationClaim claim, TenantAttribute attribute, String path) {
        if (claim.tokens() != null) {
            throw TenantException.invalid(
                    "xt_claim_tokens_invalid", path + ".tokens", "An app of SAML gets assertions, no tokens.");
        }
        if (claim.values() != null) {
            throw TenantException.invalid(
                    "xt_claim_values_unsuitable", path + ".values", "In SAML each value is a value of its own.");
        }
    }

    @Override
    public ProtocolMapperModel write(ApplicationClaim claim, TenantAttribute attribute) {
        Map<String, String> config = new HashMap<>();
        config.put(ProtocolMapperUtils.USER_ATTRIBUTE, attribute.userAttribute());
        config.put(AttributeStatementHelper.SAML_ATTRIBUTE_NAME, claim.claim());
        config.put(
                AttributeStatementHelper.SAML_ATTRIBUTE_NAMEFORMAT,
                claim.claim().contains(":") ? AttributeStatementHelper.URI_REFERENCE : AttributeStatementHelper.BASIC);
        ProtocolMapperModel mapper = new ProtocolMapperModel();
        mapper.setName(NAME_PREFIX + claim.claim());
        mapper.setProtocol(SamlProtocol.LOGIN_PROTOCOL);
        mapper.setProtocolMapper(UserAttributeStatementMapper.PROVIDER_ID);
        mapper.setConfig(config);
        return mapper;
    }

    @Override
    public boolean wrote(ProtocolMapperModel mapper) {
        return mapper.getName().startsWith(NAME_PREFIX)
                && UserAttributeStatementMapper.PROVIDER_ID.equals(mapper.getProtocolMapper());
    }

    @Override
    public ApplicationClaim read(ProtocolMapperModel mapper, String attribute) {
        return new ApplicationClaim(ClaimMapper.claim(mapper), attribute);
    }
}
