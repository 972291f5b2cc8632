package dev.externaltenants.tests;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.externaltenants.samples.inbox.Mail;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.Answer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A hundred hostile values in every text of a brand, of a language and of a user flow's fields: each is refused with its
 * field and the reason, or pages and mails have no element and no attribute more than with harmless words.
 */
@Tag("any-database")
final class HostileTextsTest {

    private static final String HARMLESS = "Words";
    private static final String HARMLESS_URL = "https://contoso.example/";
    private static final List<String> COLORS = List.of("accentColor", "backgroundColor");
    private static final List<String> URLS = List.of("privacyUrl", "termsUrl", "resetUrl");
    private static final List<String> TEXTS =
            List.of("usernameHint", "signInText", "privacyText", "termsText", "resetText");
    private static final List<String> SETTINGS = List.of("label", "helpText", "placeholder", "patternMessage");

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("hostile-texts", MAIL);

    private static RelyingParty shop;
    private static String flow;
    private static Set<String> keys;

    /** A sign-up that came to the page of the attributes, which is asked for again and again. */
    private static Journey signUp;

    private static FormPage attributes;

    private static List<String> signInShape;
    private static List<String> passwordShape;
    private static List<String> attributesShape;
    private static List<String> mailShape;

    static Stream<String> values() throws IOException {
        Map<String, List<String>> hostile = new ObjectMapper()
                .readValue(
                        Documents.text(Documents.REPOSITORY.resolve("themes/src/test/resources/hostile-values.json")),
                        new TypeReference<>() {});
        return hostile.values().stream().flatMap(List::stream);
    }

    @BeforeAll
    static void aSignUpUnderWay() {
        flow = TENANT.userFlow(flowSaying(Map.of()));
        shop = TENANT.app("shop", flow);
        keys = new TreeSet<>();
        TENANT.admin()
                .get(TENANT.path("/languages/en/defaults"))
                .json()
                .fieldNames()
                .forEachRemaining(keys::add);
        // They have no default.
        keys.addAll(List.of("SignIn_Description", "AttributeCollection_Description"));
        signUp = Journey.at(shop, MAIL);
        attributes = signUp.attributesPage(Customers.anyone());
        publish(Map.of());
        saying(HARMLESS);
        signInShape = shape(signInPage());
        passwordShape = shape(passwordPage());
        attributesShape = shape(attributesPage());
        mailShape = shape(mail());
    }

    @ParameterizedTest
    @MethodSource("values")
    void ofABrand(String hostile) {
        for (String color : COLORS) {
            assertThat(isTaken(put("/branding", Map.of(color, hostile)), Set.of(color)))
                    .isFalse();
        }
        for (String field : URLS) {
            assertThat(isTaken(put("/branding", Map.of("texts", Map.of(field, hostile))), Set.of("texts." + field)))
                    .isFalse();
        }
        Map<String, String> taken = new HashMap<>();
        for (String field : TEXTS) {
            if (isTaken(put("/branding", Map.of("texts", Map.of(field, hostile))), Set.of("texts." + field))) {
                taken.put(field, hostile);
            }
        }
        publish(taken);

        Document signIn = signInPage();
        Document password = passwordPage();
        assertThat(shape(signIn)).isEqualTo(signInShape);
        assertThat(shape(password)).isEqualTo(passwordShape);
        assertThat(shape(mail())).isEqualTo(mailShape);
        assertThat(signIn.selectFirst("#xt-privacy").wholeText())
                .isEqualTo(taken.getOrDefault("privacyText", HARMLESS));
        assertThat(password.selectFirst("#xt-forgot-password").wholeText())
                .isEqualTo(taken.getOrDefault("resetText", HARMLESS));
    }

    @ParameterizedTest
    @MethodSource("values")
    void ofALanguage(String hostile) {
        saying(HARMLESS).forEach(answer -> answer.expect(200));

        List<Boolean> taken =
                saying(hostile).stream().map(answer -> isTaken(answer, keys)).toList();

        Document signIn = signInPage();
        Document form = attributesPage();
        assertThat(shape(signIn)).isEqualTo(signInShape);
        assertThat(shape(form)).isEqualTo(attributesShape);
        String shown = taken.get(0) ? hostile : HARMLESS;
        assertThat(taken).containsOnly(taken.get(0));
        assertThat(signIn.selectFirst("h1").wholeText().trim()).isEqualTo(shown);
        assertThat(form.selectFirst("#password-confirm-error").wholeText()).isEqualTo(shown);
    }

    @ParameterizedTest
    @MethodSource("values")
    void ofAFieldOfAUserFlow(String hostile) {
        Map<String, String> taken = new HashMap<>();
        for (String setting :
                Stream.concat(SETTINGS.stream(), Stream.of("option")).toList()) {
            Answer answer = putFlow(Map.of(setting, hostile));
            if (answer.status() == 200) {
                taken.put(setting, hostile);
            } else {
                assertThat(answer.field()).as(answer.toString()).startsWith("attributes");
            }
        }
        putFlow(taken).expect(200);

        assertThat(shape(attributesPage())).isEqualTo(attributesShape);
    }

    private static Answer put(String path, Map<String, ?> said) {
        return TENANT.admin().put(TENANT.path(path), said);
    }

    /** Says it in each text of the tenant and of the flow. */
    private static List<Answer> saying(String text) {
        Map<String, String> texts = keys.stream().collect(Collectors.toMap(key -> key, key -> text));
        return List.of(put("/languages/en", texts), put("/languages/en?userFlow=" + flow, texts));
    }

    private static boolean isTaken(Answer answer, Set<String> fields) {
        if (answer.status() != 200) {
            assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
            assertThat(answer.error()).as(answer.toString()).startsWith("xt_").endsWith("_invalid");
            assertThat(answer.field()).as(answer.toString()).isIn(fields);
            assertThat(answer.json().path("error_description").asText()).isNotBlank();
        }
        return answer.status() == 200;
    }

    private static void publish(Map<String, String> texts) {
        Map<String, String> all = new TreeMap<>();
        TEXTS.forEach(field -> all.put(field, HARMLESS));
        URLS.forEach(field -> all.put(field, HARMLESS_URL));
        all.putAll(texts);
        put("/branding", Map.of("footer", true, "texts", all)).expect(200);
        TENANT.admin().post(TENANT.path("/branding/publish"), null).expect(200);
    }

    private static Answer putFlow(Map<String, String> said) {
        return put("/user-flows/" + flow, flowSaying(said).json());
    }

    private static FlowSpec flowSaying(Map<String, String> said) {
        Map<String, Object> text = new HashMap<>(Map.of("inputType", "TEXT", "required", true, "pattern", "[0-9]+"));
        SETTINGS.forEach(setting -> text.put(setting, said.getOrDefault(setting, HARMLESS)));
        String option = said.getOrDefault("option", HARMLESS);
        return FlowSpec.named("default")
                .asks("city", text)
                .asks("state", Map.of("inputType", "RADIO", "options", List.of(Map.of("text", option, "value", "x"))));
    }

    private static Document signInPage() {
        return Journey.at(shop, MAIL).signInPage().document();
    }

    private static Document passwordPage() {
        return Journey.at(shop, MAIL)
                .identified(Customers.anyone())
                .asking("password")
                .document();
    }

    /** Types the code, which gives its place in the budgets of mails back. */
    private static Document mail() {
        String address = Customers.anyone();
        Journey journey = Journey.at(shop, MAIL);
        FormPage codePage = journey.codePage(address);
        Mail mail = MAIL.nextTo(address);
        journey.typeCode(codePage, mail.code().orElseThrow()).asking("password");
        return Jsoup.parse(mail.html());
    }

    /** As it answers passwords that differ, and a city that does not match. */
    private static Document attributesPage() {
        attributes = signUp.browser()
                .submit(
                        attributes,
                        Map.of("password", Journey.PASSWORD, "password-confirm", "another", "attr.city", "Bonn"))
                .asking("password-confirm");
        return attributes.document();
    }

    /** Returns each element with the names of its attributes, without the links and the emphasis that texts may hold. */
    private static List<String> shape(Document shown) {
        Document document = shown.clone();
        document.select("bdi").select("strong, em, u, br, a[href~=^https?://][rel]").stream()
                .filter(element -> !element.hasClass("xt-address"))
                .forEach(Element::unwrap);
        return document.getAllElements().stream()
                .map(element -> element.tagName()
                        + element.attributes().asList().stream()
                                .map(Attribute::getKey)
                                .sorted()
                                .toList())
                .toList();
    }
}
