package dev.externaltenants.customattributes.collection;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import jakarta.ws.rs.core.MultivaluedMap;

import dev.externaltenants.customattributes.signup.FieldError;
import dev.externaltenants.customattributes.signup.SignUpField;
import org.jboss.logging.Logger;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.RealmModel;

/** The fields of an account on a page that is no step of a sign-in, for the template {@code xt-fields.ftl}. */
public final class AttributeForm {

    private static final Logger LOG = Logger.getLogger(AttributeForm.class);

    private final LoginFormsProvider page;
    private final Labels labels;
    private final Locale language;
    private final List<SignUpField> fields;

    public AttributeForm(RealmModel realm, LoginFormsProvider page, Locale language, List<SignUpField> fields) {
        this.page = page;
        this.labels = new Labels(language, realm.getDefaultLocale(), page::getMessage);
        this.language = language;
        this.fields = fields;
    }

    /** Returns the model, and tells the page what is wrong. */
    public Map<String, Object> model(Map<String, List<String>> values, List<FieldError> errors) {
        Map<String, Object> model = new HashMap<>();
        model.put(
                "fields",
                new AttributesPage(labels, language)
                        .model("", 0, fields, values)
                        .get("fields"));
        FieldMessages messages = new FieldMessages(labels, fields);
        if (!errors.isEmpty()) {
            page.setErrors(messages.of(errors));
        }
        model.put("plainErrors", messages.plain(errors));
        return model;
    }

    /** Returns what was posted for the fields that the customer can fill in. All else changes nothing, and is logged. */
    public static Map<String, List<String>> answers(List<SignUpField> fields, MultivaluedMap<String, String> posted) {
        Map<String, List<String>> answers = new HashMap<>();
        Set<String> notAnswered = new TreeSet<>();
        for (SignUpField field : fields) {
            List<String> values = posted.get(AttributesPage.input(field.name()));
            if (values != null && field.input().answeredByCustomer()) {
                answers.put(field.name(), values);
            } else if (values != null) {
                notAnswered.add(field.name());
            }
        }
        long unknown = posted.keySet().stream()
                .filter(AttributesPage::isInput)
                .filter(input -> fields.stream()
                        .noneMatch(field -> AttributesPage.input(field.name()).equals(input)))
                .count();
        if (!notAnswered.isEmpty() || unknown > 0) {
            // Names that we know only: anybody can post any other.
            LOG.warnf("Ignored fields that customers cannot fill in: %s and %d unknown", notAnswered, unknown);
        }
        return answers;
    }
}
