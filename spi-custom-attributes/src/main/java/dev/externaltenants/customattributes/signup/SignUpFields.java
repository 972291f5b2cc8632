package dev.externaltenants.customattributes.signup;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.externaltenants.customattributes.CustomAttributeProvider;
import dev.externaltenants.customattributes.MigrationAttribute;
import dev.externaltenants.customattributes.TenantAttribute;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.username.Username;
import dev.externaltenants.userflow.username.UsernamePolicy;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Finds the attributes that a user flow asks for. */
final class SignUpFields {

    private SignUpFields() {}

    /** @throws TenantException {@code xt_attribute_unknown} */
    static List<SignUpField> of(KeycloakSession session, RealmModel realm, UserFlow flow) {
        Map<String, TenantAttribute> known = CustomAttributeProvider.of(session)
                .catalogue(realm)
                .collect(Collectors.toMap(TenantAttribute::key, Function.identity()));
        return flow.attributes().stream()
                .filter(input -> !input.name().equals(Username.ATTRIBUTE)
                        || UsernamePolicy.of(realm).enabled())
                // A stored flow of an earlier release may still name one.
                .filter(input -> !MigrationAttribute.is(input.name()))
                .map(input -> {
                    TenantAttribute attribute = known.get(input.name());
                    if (attribute == null) {
                        throw TenantException.conflict(
                                "xt_attribute_unknown",
                                null,
                                "The user flow " + flow.name() + " collects " + input.name()
                                        + ", which the tenant no longer has.");
                    }
                    return new SignUpField(input, attribute);
                })
                .toList();
    }
}
