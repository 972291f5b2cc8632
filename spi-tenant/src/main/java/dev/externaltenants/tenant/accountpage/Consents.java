package dev.externaltenants.tenant.accountpage;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.externaltenants.customattributes.collection.ConsentTexts;
import dev.externaltenants.customattributes.consent.ConsentContext;
import dev.externaltenants.customattributes.consent.ConsentProvider;
import dev.externaltenants.customattributes.consent.ConsentReceipt;
import dev.externaltenants.customattributes.consent.ConsentReceipt.Action;
import org.keycloak.events.Details;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.userprofile.UserProfileContext;

/** What a customer consented to, and the way to take it back, which is no harder than it was to give. */
final class Consents {

    private final AccountRequest request;
    private final KeycloakSession session;
    private final ConsentProvider consents;

    Consents(AccountRequest request) {
        this.request = request;
        this.session = request.session();
        this.consents = ConsentProvider.of(session);
    }

    /** Returns what the page shows: the last word on each document. */
    List<Map<String, Object>> of(UserModel user, ConsentTexts texts, Locale language) {
        Map<List<String>, ConsentReceipt> last = new LinkedHashMap<>();
        consents.receipts(request.realm(), user)
                .forEach(receipt -> last.putIfAbsent(List.of(receipt.attribute(), receipt.document()), receipt));
        DateTimeFormatter day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language)
                .withZone(ZoneOffset.UTC);
        return last.values().stream().map(receipt -> model(receipt, texts, day)).toList();
    }

    /** Returns what goes into the customer's own file. */
    List<Map<String, Object>> data(UserModel user) {
        return consents.receipts(request.realm(), user).map(Consents::data).toList();
    }

    /** Returns false where there is no such consent. */
    boolean withdraw(Visitor sender, String attribute) {
        Visitor visitor = request.alone(sender);
        boolean withdrawn = consents.withdraw(
                        request.realm(), visitor.user(), attribute, ConsentContext.of(session, visitor.user(), null))
                .isPresent();
        if (withdrawn) {
            request.event(visitor, EventType.UPDATE_PROFILE)
                    .detail(Details.CONTEXT, UserProfileContext.ACCOUNT.name())
                    .detail(Details.PREF_PREVIOUS + attribute, "true")
                    .detail(Details.PREF_UPDATED + attribute, "false")
                    .success();
        }
        return withdrawn;
    }

    private static Map<String, Object> model(ConsentReceipt receipt, ConsentTexts texts, DateTimeFormatter day) {
        Map<String, Object> model = new HashMap<>();
        model.put("attribute", receipt.attribute());
        model.put("labelHtml", texts.html(receipt.attribute()));
        model.put("label", texts.plain(receipt.attribute()));
        model.put("given", receipt.action() == Action.GIVEN);
        model.put("day", day.format(receipt.time()));
        return model;
    }

    private static Map<String, Object> data(ConsentReceipt receipt) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("attribute", receipt.attribute());
        data.put("document", receipt.document());
        data.put("version", receipt.version());
        data.put("action", receipt.action().name());
        data.put("time", receipt.time().toString());
        data.put("language", receipt.language());
        data.put("application", receipt.clientId());
        data.put("network", receipt.source());
        return data;
    }
}
