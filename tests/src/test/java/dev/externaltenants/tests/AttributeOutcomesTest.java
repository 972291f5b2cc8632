package dev.externaltenants.tests;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.tests.AskedField.Entry;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of each kind of entry in each kind of field, through the page. */
final class AttributeOutcomesTest {

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("outcomes", MAIL);

    private static final List<String> DATA_TYPES =
            List.of("STRING", "INT", "BOOLEAN", "DATE", "DATE_TIME", "STRING_COLLECTION");
    private static final List<String> CONTROLS =
            List.of("TEXT", "NUMERIC", "CHECKBOX", "CHECKBOXES", "RADIO", "SELECT", "COUNTRY", "DATE", "DATE_TIME");

    private final Outcomes outcomes = new Outcomes();

    @BeforeAll
    static void attributes() {
        for (AskedField field : AskedField.values()) {
            TENANT.attribute(field.attribute(), field.dataType());
        }
    }

    @Test
    void everyEntryBecomesWhatTheTableSays() {
        tryOut(true);
        tryOut(false);
        for (String dataType : DATA_TYPES) {
            CONTROLS.stream()
                    .filter(control -> Arrays.stream(AskedField.values())
                            .noneMatch(field -> field.dataType().equals(dataType)
                                    && field.control().equals(control)))
                    .forEach(control -> tryOutUnsuitable(dataType, control));
        }

        outcomes.matchWhatWasCommitted();
    }

    private void tryOut(boolean required) {
        String name = required ? "required" : "optional";
        FlowSpec flow = FlowSpec.named(name).byCode();
        for (AskedField field : AskedField.values()) {
            flow = flow.asks(field.attribute(), field.settings(required));
        }
        RelyingParty app = TENANT.app(name, TENANT.userFlow(flow));
        Map<Entry, Map<AskedField, String>> found = new HashMap<>();
        for (Entry entry : Entry.values()) {
            found.put(entry, enter(app, entry));
        }
        for (AskedField field : AskedField.values()) {
            for (Entry entry : Entry.values()) {
                String outcome = entry == Entry.PATTERN_MISMATCH && !field.hasPattern()
                        ? "flow refused: " + withPattern(field)
                        : found.get(entry).get(field);
                outcomes.add(field.dataType(), field.control(), name, entry.words(), outcome);
            }
        }
    }

    /** Fills in the whole page; what is refused is then put right, so that the rest can be seen stored. */
    private static Map<AskedField, String> enter(RelyingParty app, Entry entry) {
        String email = Customers.anyone();
        Journey journey = Journey.at(app, MAIL);
        FormPage page = journey.typeCode(journey.codePage(email), MAIL.codeFor(email));
        Map<String, List<String>> entered = new HashMap<>();
        for (AskedField field : AskedField.values()) {
            entered.put("attr." + field.attribute(), field.values(entry));
        }
        FormPage answer = journey.browser().submitLists(page, entered);
        Map<AskedField, String> found = new HashMap<>();
        if (answer.leftFor() == null) {
            assertThat(answer.document().select("main script")).isEmpty();
            for (AskedField field : AskedField.values()) {
                String error = answer.errorOf("attr." + field.attribute());
                if (!error.isEmpty()) {
                    found.put(field, "refused: " + error);
                    entered.put("attr." + field.attribute(), field.values(Entry.VALID));
                }
            }
            journey.browser().submitLists(answer, entered).returned();
        }
        JsonNode stored = TENANT.customer(email).path("attributes");
        for (AskedField field : AskedField.values()) {
            found.computeIfAbsent(field, accepted -> stored(stored.path(accepted.attribute()), accepted.values(entry)));
        }
        return found;
    }

    private static String stored(JsonNode values, List<String> sent) {
        List<String> stored = new ArrayList<>();
        values.forEach(value -> stored.add(value.asText()));
        if (stored.isEmpty()) {
            return "nothing stored";
        }
        return stored.equals(sent) ? "stored as sent" : "stored `" + String.join("` and `", stored) + "`";
    }

    private static String withPattern(AskedField field) {
        Map<String, Object> settings = new HashMap<>(field.settings(false));
        settings.put("pattern", ".*");
        return refusal(FlowSpec.named("refused").asks(field.attribute(), settings));
    }

    private void tryOutUnsuitable(String dataType, String control) {
        AskedField any = Arrays.stream(AskedField.values())
                .filter(field -> field.dataType().equals(dataType))
                .findFirst()
                .orElseThrow();
        Map<String, Object> settings = new HashMap<>(Map.of("inputType", control));
        if (control.matches("RADIO|SELECT|CHECKBOXES")) {
            settings.put("options", List.of(Map.of("text", "A", "value", "a")));
        }
        outcomes.add(
                dataType,
                control,
                "",
                "",
                "flow refused: " + refusal(FlowSpec.named("refused").asks(any.attribute(), settings)));
    }

    private static String refusal(FlowSpec flow) {
        Answer answer = TENANT.admin().post(TENANT.path("/user-flows"), flow.json());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        return "`" + answer.error() + "`";
    }
}
