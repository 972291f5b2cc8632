package dev.externaltenants.customattributes.collection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.externaltenants.customattributes.signup.FieldError;
import dev.externaltenants.customattributes.signup.SignUpField;
import org.keycloak.models.utils.FormMessage;

/** What is wrong, as the page says it: at the field where the customer can mend it, else about the page. */
final class FieldMessages {

    private final Labels labels;
    private final Set<String> hidden;

    FieldMessages(Labels labels, List<SignUpField> fields) {
        this.labels = labels;
        this.hidden = fields.stream()
                .filter(field -> field.input().hidden())
                .map(SignUpField::name)
                .collect(Collectors.toSet());
    }

    List<FormMessage> of(List<FieldError> errors) {
        return errors.stream()
                .map(error -> labels.of(error.text())
                        .map(text -> new FormMessage(input(error.field()), "xtPlainText", text))
                        .orElseGet(() -> new FormMessage(
                                input(error.field()),
                                error.messageKey(),
                                error.params().toArray())))
                .toList();
    }

    /** Returns by form field the words of operators and hooks. Keycloak's messages may hold some HTML, and these not. */
    Map<String, String> plain(List<FieldError> errors) {
        Map<String, String> plain = new HashMap<>();
        for (FieldError error : errors) {
            String input = input(error.field());
            labels.of(error.text()).ifPresent(text -> plain.put(input == null ? FormMessage.GLOBAL : input, text));
        }
        return plain;
    }

    private String input(String field) {
        if (field == null || hidden.contains(field)) {
            return null;
        }
        return switch (field) {
            case FieldError.PASSWORD -> SignUpPages.PASSWORD_INPUT;
            case FieldError.PASSWORD_CONFIRMATION -> SignUpPages.PASSWORD_CONFIRMATION_INPUT;
            default -> AttributesPage.input(field);
        };
    }
}
