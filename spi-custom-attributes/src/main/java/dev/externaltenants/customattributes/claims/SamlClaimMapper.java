package dev.externaltenants.customattributes.claims;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import dev.externaltenants.customattributes.TenantAttribute;
import dev.externaltenants.userflow.ReservedClaimNames;
import dev.externaltenants.userflow.TenantException;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.protocol.ProtocolMapperUtils;
import org.keycloak.protocol.saml.SamlProtocol;
import org.keycloak.protocol.saml.mappers.AttributeStatementHelper;
import org.keycloak.protocol.saml.mappers.UserAttributeStatementMapper;

/** Attributes of assertions, by Keycloak's own mapper: each stored value is a value there, whatever the type. */
final class SamlClaimMapper implements ClaimMapper {

    /** A name, or an address as SAML apps like it; short enough for the name of the mapper. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.:/#?=&%+~-]{0,199}");

    /** The end of names by which apps of SAML decide who somebody is or what they may do, beside those of OIDC. */
    private static final Set<String> RESERVED = Set.of(
            "role",
            "memberof",
            "nameidentifier",
            "emailaddress",
            "mail",
            "upn",
            "uid",
            "edupersonprincipalname",
            // mail, uid and eduPersonPrincipalName as numbers
            "0.9.2342.19200300.100.1.3",
            "0.9.2342.19200300.100.1.1",
            "1.3.6.1.4.1.5923.1.1.1.6");

    @Override
    public void checkName(String claim, String path) {
        if (claim == null || !NAME.matcher(claim).matches()) {
            throw TenantException.invalid(
                    "xt_claim_name_invalid", path + ".claim", "A name or an address of 1 to 200 plain characters.");
        }
        String end = claim.substring(lastSeparator(claim) + 1).toLowerCase(Locale.ROOT);
        if (RESERVED.contains(end) || ReservedClaimNames.isReserved(end)) {
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

    private static int lastSeparator(String claim) {
        return Math.max(claim.lastIndexOf('/'), Math.max(claim.lastIndexOf(':'), claim.lastIndexOf('#')));
    }
}
