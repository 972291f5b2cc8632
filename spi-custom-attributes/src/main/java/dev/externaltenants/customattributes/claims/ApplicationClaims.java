package dev.externaltenants.customattributes.claims;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.externaltenants.customattributes.CustomAttributeProvider;
import dev.externaltenants.customattributes.TenantAttribute;
import dev.externaltenants.customattributes.WireNames;
import dev.externaltenants.userflow.TenantException;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.ProtocolMapperUtils;

/**
 * The attributes in an app's tokens or assertions, kept as mappers on the client, wherever possible Keycloak's own: they
 * work without us, travel with exports, and an operator sees them where mappers are. Mappers that are not ours stay
 * untouched.
 */
public final class ApplicationClaims {

    private final List<TenantAttribute> catalogue;
    private final WireNames names;

    ApplicationClaims(Stream<TenantAttribute> catalogue, WireNames names) {
        this.catalogue = catalogue.toList();
        this.names = names;
    }

    public static ApplicationClaims of(KeycloakSession session, RealmModel realm) {
        return new ApplicationClaims(CustomAttributeProvider.of(session).catalogue(realm), WireNames.of(realm));
    }

    /** Returns the app's claims ordered by name. */
    public List<ApplicationClaim> list(ClientModel app) {
        ClaimMapper protocol = ClaimMapper.of(app);
        return app.getProtocolMappersStream()
                .filter(protocol::wrote)
                .map(mapper -> protocol.read(mapper, key(mapper)))
                .sorted((one, other) -> one.claim().compareTo(other.claim()))
                .toList();
    }

    /** @throws TenantException {@code xt_attribute_unknown}, or what the rules of the app's protocol say */
    public void replace(ClientModel app, List<ApplicationClaim> claims) {
        ClaimMapper protocol = ClaimMapper.of(app);
        ClaimRules.check(claims, protocol);
        Map<String, ProtocolMapperModel> wanted = new LinkedHashMap<>();
        for (int i = 0; i < claims.size(); i++) {
            ApplicationClaim claim = claims.get(i);
            TenantAttribute attribute = attribute(claim.attribute(), "[" + i + "].attribute");
            protocol.check(claim, attribute, "[" + i + "]");
            ProtocolMapperModel mapper = protocol.write(claim, attribute);
            wanted.put(mapper.getName(), mapper);
        }
        List<ProtocolMapperModel> stored =
                app.getProtocolMappersStream().filter(protocol::wrote).toList();
        for (ProtocolMapperModel mapper : stored) {
            ProtocolMapperModel changed = wanted.remove(mapper.getName());
            if (changed == null) {
                app.removeProtocolMapper(mapper);
            } else if (!isSame(changed, mapper)) {
                changed.setId(mapper.getId());
                app.updateProtocolMapper(changed);
            }
        }
        wanted.values().forEach(app::addProtocolMapper);
    }

    private static boolean isSame(ProtocolMapperModel one, ProtocolMapperModel other) {
        return one.getProtocolMapper().equals(other.getProtocolMapper())
                && one.getConfig().equals(other.getConfig());
    }

    private TenantAttribute attribute(String name, String field) {
        String key = names.key(name);
        return catalogue.stream()
                .filter(known -> known.key().equals(key))
                .findFirst()
                .orElseThrow(() -> TenantException.invalid(
                        "xt_attribute_unknown", field, "The tenant has no attribute of this name."));
    }

    private String key(ProtocolMapperModel mapper) {
        String userAttribute = mapper.getConfig().get(ProtocolMapperUtils.USER_ATTRIBUTE);
        return catalogue.stream()
                .filter(known -> known.userAttribute().equals(userAttribute))
                .map(TenantAttribute::key)
                .findFirst()
                .orElse(userAttribute);
    }
}
