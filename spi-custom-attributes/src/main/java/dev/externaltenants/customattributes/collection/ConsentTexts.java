package dev.externaltenants.customattributes.collection;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.UserFlowProvider;
import dev.externaltenants.userflow.input.AttributeInput;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** By which words customers are asked for a consent, wherever a user flow still asks for it. */
public final class ConsentTexts {

    private final Map<String, String> labels;

    public ConsentTexts(KeycloakSession session, RealmModel realm, LoginFormsProvider page, Locale language) {
        Labels words = new Labels(language, realm.getDefaultLocale(), page::getMessage);
        this.labels = UserFlowProvider.of(session)
                .list(realm)
                .filter(UserFlow::enabled)
                .flatMap(flow -> flow.attributes().stream())
                .filter(input -> input.consent() != null)
                .collect(Collectors.toMap(
                        AttributeInput::name,
                        input -> words.of(input.label()).orElse(input.name()),
                        (first, other) -> first));
    }

    /** Returns the label with its links. */
    public String html(String attribute) {
        return LabelHtml.render(label(attribute));
    }

    public String plain(String attribute) {
        return LabelHtml.withoutMarks(label(attribute));
    }

    private String label(String attribute) {
        return labels.getOrDefault(attribute, attribute);
    }
}
