package dev.externaltenants.tests;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.Answer;
import dev.externaltenants.tests.servers.Forms;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Administrators find customers by what the customers have of an attribute. */
final class CustomerSearchTest {

    /** Keycloak keeps more than 255 characters in another place. */
    private static final String LONG_STREET = "Storgata ".repeat(40) + "1";

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("customer-search", MAIL);

    @BeforeAll
    static void customers() {
        TENANT.attribute("hobby", "STRING");
        TENANT.attribute("shoeSize", "INT");
        TENANT.attribute("colours", "STRING_COLLECTION");
        IntStream.range(0, 5)
                .forEach(i -> create("chess" + i + "@contoso.example", Map.of("hobby", "chess", "shoeSize", "4" + i)));
        create("go@contoso.example", Map.of("hobby", "go: 100 %", "givenName", "Kim", "city", "Oslo"));
        create("long@contoso.example", Map.of("streetAddress", LONG_STREET));
    }

    @Test
    void findsThoseWhoHaveExactlyThisValue() {
        assertThat(found("hobby:chess", "")).hasSize(5).allMatch(email -> email.startsWith("chess"));
        assertThat(found("shoeSize:43", "")).containsExactly("chess3@contoso.example");
        assertThat(found("hobby:ches", "")).isEmpty();
        assertThat(found("hobby:%", "")).isEmpty();
    }

    @Test
    void findsBuiltInAttributesAndValuesOfAnySort() {
        assertThat(found("givenName:Kim", "")).containsExactly("go@contoso.example");
        assertThat(found("city:Oslo", "")).containsExactly("go@contoso.example");
        assertThat(found("hobby:go: 100 %", "")).containsExactly("go@contoso.example");
        assertThat(found("streetAddress:" + LONG_STREET, "")).containsExactly("long@contoso.example");
    }

    @Test
    void givesPages() {
        assertThat(found("hobby:chess", "&first=1&max=2"))
                .containsExactly("chess1@contoso.example", "chess2@contoso.example");
        assertThat(found("hobby:chess", "&search=chess4")).containsExactly("chess4@contoso.example");
        assertThat(found("hobby:chess", "&deleted=true")).isEmpty();
    }

    @Test
    void keepsACollectionAsItWasGivenAndFindsByEachOfItsValues() {
        JsonNode created = create("many@contoso.example", Map.of("colours", List.of("red", "blue, or so", "red")));
        assertThat(created.at("/attributes/colours").toString()).isEqualTo("[\"blue, or so\",\"red\"]");
        assertThat(found("colours:red", "")).containsExactly("many@contoso.example");

        JsonNode changed = TENANT.admin()
                .put(
                        TENANT.path("/customers/" + created.path("id").asText()),
                        Map.of(
                                "email",
                                "many@contoso.example",
                                "attributes",
                                Map.of("colours", List.of("blue, or so"))))
                .expect(200)
                .json();

        assertThat(changed.at("/attributes/colours").toString()).isEqualTo("[\"blue, or so\"]");
        assertThat(found("colours:red", "")).isEmpty();
        assertThat(found("colours:blue, or so", "")).containsExactly("many@contoso.example");
    }

    @Test
    void keepsATextAsLongAsTheAttributeMayBe() {
        String greeting = TENANT.path("/attributes/greeting");
        TENANT.admin()
                .post(TENANT.path("/attributes"), Map.of("name", "greeting", "dataType", "STRING", "maxLength", 300))
                .expect(201);
        String longer = "y".repeat(1000);
        assertThat(TENANT.admin()
                        .post(
                                TENANT.path("/customers"),
                                Map.of("email", "greeted@contoso.example", "attributes", Map.of("greeting", longer)))
                        .field())
                .isEqualTo("attributes.greeting");

        TENANT.admin().put(greeting, Map.of("maxLength", 1000)).expect(200);
        create("greeted@contoso.example", Map.of("greeting", longer));

        assertThat(found("greeting:" + longer, "")).containsExactly("greeted@contoso.example");
        assertThat(TENANT.admin()
                        .put(greeting, Map.of("displayName", "Greeting"))
                        .json()
                        .path("maxLength")
                        .asInt())
                .isEqualTo(1000);
        assertThat(TENANT.admin().put(greeting, Map.of("maxLength", 250)).error())
                .isEqualTo("xt_attribute_max_length_lowered");
    }

    @Test
    void takesTheNameThatEntraGivesAnAttribute() {
        String wireName = TENANT.admin()
                .get(TENANT.path("/attributes/hobby"))
                .json()
                .path("wireName")
                .asText();

        JsonNode created = create("wire@contoso.example", Map.of(wireName, "climbing"));

        assertThat(created.at("/attributes/hobby").asText()).isEqualTo("climbing");
        assertThat(found(wireName + ":climbing", "")).containsExactly("wire@contoso.example");
    }

    @Test
    void refusesWhatTheTenantDoesNotHave() {
        Answer unknown = search("xt.deletedAt:1", "");
        Answer malformed = search("hobby", "");

        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.error()).isEqualTo("xt_attribute_unknown");
        assertThat(unknown.field()).isEqualTo("attribute");
        assertThat(malformed.error()).isEqualTo("xt_invalid_value");
    }

    private static JsonNode create(String email, Map<String, ?> attributes) {
        return TENANT.admin()
                .post(TENANT.path("/customers"), Map.of("email", email, "attributes", attributes, "passwordless", true))
                .expect(201)
                .json();
    }

    private static List<String> found(String attribute, String more) {
        return search(attribute, more).expect(200).json().findValuesAsText("email");
    }

    private static Answer search(String attribute, String more) {
        return TENANT.admin().get(TENANT.path("/customers?attribute=" + Forms.encode(attribute) + more));
    }
}
