package dev.externaltenants.tenant.idp;

import java.net.URI;
import java.util.Map;

import dev.externaltenants.userflow.TenantException;

/** The ways in which a field of an identity provider can be wrong, each with its code. */
final class FieldChecks {

    private FieldChecks() {}

    static void present(Map<String, String> fields, String field) {
        require(
                fields.containsKey(field),
                "xt_identity_provider_field_missing",
                field,
                "A provider of this type needs the field.");
    }

    static void valid(boolean holds, String field, String description) {
        if (!holds) {
            throw invalid(field, description);
        }
    }

    static URI uri(String text, String field) {
        try {
            URI uri = URI.create(text);
            valid(uri.getScheme() != null, field, "Give an absolute URI.");
            return uri;
        } catch (IllegalArgumentException e) {
            throw invalid(field, "Give an absolute URI.");
        }
    }

    static void require(boolean holds, String code, String field, String description) {
        if (!holds) {
            throw TenantException.invalid(code, field, description);
        }
    }

    static TenantException invalid(String field, String description) {
        return TenantException.invalid("xt_identity_provider_field_invalid", field, description);
    }
}
