package dev.externaltenants.customattributes.signup;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.externaltenants.customattributes.consent.ConsentContext;
import dev.externaltenants.customattributes.consent.ConsentProvider;
import dev.externaltenants.userflow.UserFlow;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** What a form says of consents. It is the customer's own answers alone: nobody else can consent to anything. */
final class AnsweredConsents {

    private final Map<String, Boolean> ticked = new HashMap<>();

    /** @param answers by attribute name, of fields that were accepted; a consent that has none was not asked in its words of today */
    AnsweredConsents(List<SignUpField> asked, Map<String, List<String>> answers) {
        asked.stream()
                .filter(field -> field.input().consent() != null && answers.containsKey(field.name()))
                .forEach(field -> ticked.put(field.name(), isTicked(field, answers.get(field.name()))));
    }

    void store(KeycloakSession session, RealmModel realm, UserFlow flow, UserModel user, Locale language) {
        if (!ticked.isEmpty()) {
            ConsentProvider.of(session)
                    .answer(realm, flow, user, ticked, ConsentContext.of(session, flow.id(), language));
        }
    }

    private static boolean isTicked(SignUpField field, List<String> answer) {
        return SubmittedValue.of(field, answer) instanceof SubmittedValue.Accepted accepted
                && accepted.stored().contains(Boolean.TRUE.toString());
    }
}
