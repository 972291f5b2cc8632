package dev.externaltenants.customattributes.signup;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a sign-up's fields have before the customer answers: from a hook, from an identity provider, or by default. */
final class GivenValues {

    private final List<SignUpField> fields;
    private final Map<String, List<String>> values = new HashMap<>();

    GivenValues(List<SignUpField> fields, Map<String, String> claims) {
        this.fields = fields;
        for (SignUpField field : fields) {
            List<String> byDefault = DefaultValue.of(field);
            if (!byDefault.isEmpty()) {
                values.put(field.name(), byDefault);
            }
        }
        // A box that finds itself ticked is no consent.
        values.putAll(ClaimMap.values(
                fields.stream().filter(field -> field.input().consent() == null).toList(), claims));
    }

    static GivenValues of(List<SignUpField> fields, SignUpRequest request) {
        GivenValues given = new GivenValues(fields, request.applicant().claims());
        given.prefill(request.kept());
        return given;
    }

    /** Takes over what a hook says and the fields accept, and returns so much of it as the customer cannot answer. */
    Map<String, List<String>> prefill(Map<String, List<String>> byHook) {
        Map<String, List<String>> kept = new HashMap<>();
        for (SignUpField field : fields) {
            List<String> prefilled = byHook.get(field.name());
            if (prefilled != null
                    && field.openToHooks()
                    && SubmittedValue.of(field, prefilled) instanceof SubmittedValue.Accepted accepted
                    && !accepted.stored().isEmpty()) {
                values.put(field.name(), accepted.stored());
                if (!field.input().answeredByCustomer()) {
                    kept.put(field.name(), accepted.stored());
                }
            }
        }
        return kept;
    }

    Map<String, List<String>> values() {
        return Map.copyOf(values);
    }
}
