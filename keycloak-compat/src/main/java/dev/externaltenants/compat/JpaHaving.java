package dev.externaltenants.compat;

import java.util.Map;

import dev.externaltenants.compat.UserDirectory.Having;
import org.keycloak.models.UserModel;
import org.keycloak.storage.jpa.JpaHashUtils;

/** The value of an attribute as a condition on Keycloak's tables of users, such as their indexes answer. */
final class JpaHaving {

    /** Keycloak keeps longer values elsewhere, and a hash to find them by. */
    private static final int LONGEST_IN_INDEX = 255;

    private JpaHaving() {}

    static String condition(Having having, Map<String, Object> parameters) {
        parameters.put("value", having.value());
        return switch (having.attribute()) {
            case UserModel.FIRST_NAME -> "u.firstName = :value";
            case UserModel.LAST_NAME -> "u.lastName = :value";
            default -> ofAttribute(having, parameters);
        };
    }

    private static String ofAttribute(Having having, Map<String, Object> parameters) {
        parameters.put("attribute", having.attribute());
        String column = "value";
        if (having.value().length() > LONGEST_IN_INDEX) {
            parameters.put("value", JpaHashUtils.hashForAttributeValue(having.value()));
            column = "longValueHash";
        }
        return "exists (select 1 from UserAttributeEntity h where h.user = u and h.name = :attribute and h." + column
                + " = :value)";
    }
}
