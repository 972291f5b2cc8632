package dev.externaltenants.customattributes.claims;

import dev.externaltenants.customattributes.TenantAttribute;
import dev.externaltenants.userflow.TenantException;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.protocol.saml.SamlProtocol;

/** Claims as the mappers of one protocol. */
interface ClaimMapper {

    /** What the name of each mapper of ours begins with. */
    String NAME_PREFIX = "xt-claim ";

    /** Returns the one of the app's protocol. */
    static ClaimMapper of(ClientModel app) {
        return SamlProtocol.LOGIN_PROTOCOL.equals(app.getProtocol()) ? new SamlClaimMapper() : new OidcClaimMapper();
    }

    /** @throws TenantException for what no app of the protocol can get */
    void check(ApplicationClaim claim, TenantAttribute attribute, String path);

    /** @throws TenantException {@code xt_claim_name_invalid}, {@code xt_claim_reserved} */
    void checkName(String claim, String path);

    ProtocolMapperModel write(ApplicationClaim claim, TenantAttribute attribute);

    /** Returns whether it is a mapper of ours and of this protocol. */
    boolean wrote(ProtocolMapperModel mapper);

    /** @param attribute as the catalogue names it */
    ApplicationClaim read(ProtocolMapperModel mapper, String attribute);

    static String claim(ProtocolMapperModel mapper) {
        return mapper.getName().substring(NAME_PREFIX.length());
    }
}
