package dev.externaltenants.tests;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.externaltenants.tests.harness.FederatedJourney;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.ForeignProvider;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.InvitedPerson;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.AdminApi;
import dev.externaltenants.tests.servers.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever touches an account leaves the attributes alone that it was not about, whatever the user profile says of others. */
final class AttributesKeptTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROVIDER = "fabrikam";

    /** Of an attribute that was deleted while its values stayed: Keycloak calls it unmanaged. */
    private static final String LEFT_OVER = "leftOver";

    private static final String NO_POLICY = "DISABLED";
    private static final String NEW_PASSWORD = "quite-Another-Secret-7";

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("kept", MAIL);

    @RegisterExtension
    static final ForeignProvider FABRIKAM = ForeignProvider.named("fabrikam");

    private static RelyingParty shop;
    private static RelyingParty club;

    private final String email = Customers.anyone();

    @BeforeAll
    static void thirtyAttributesAndAProvider() {
        ThirtyAttributes.define(TENANT);
        TENANT.attribute("nickname", "STRING");
        FABRIKAM.oidcProviderOf(TENANT, PROVIDER);
        shop = TENANT.app("shop", TENANT.userFlow(FlowSpec.named("customers").lists(PROVIDER)));
        club = TENANT.app(
                "club", TENANT.userFlow(FlowSpec.named("club").asks("nickname").lists(PROVIDER)));
    }

    static Stream<String> policies() {
        return Stream.of(NO_POLICY, "ENABLED", "ADMIN_EDIT", "ADMIN_VIEW");
    }

    @ParameterizedTest
    @MethodSource("policies")
    void keepsAllThirtyAndWhatADeletedAttributeLeft(String policy) {
        createCustomer();
        setPolicy(policy);

        ways().forEach((way, touch) -> {
            touch.accept(id());
            JsonNode user = stored(policy);
            assertThat(ThirtyAttributes.of(user)).as(way).isEqualTo(ThirtyAttributes.all());
            assertThat(user.at("/attributes/" + LEFT_OVER + "/0").asText())
                    .as(way)
                    .isEqualTo("of old");
        });
    }

    /** Keycloak deletes the account and makes it anew from the file, so what the file has is what stays. */
    @ParameterizedTest
    @MethodSource("policies")
    void keepsWhatTheFileOfAPartialImportHas(String policy) {
        createCustomer();
        setPolicy(policy);

        ObjectNode user =
                (ObjectNode) TENANT.admin().get(user(id())).expect(200).json();
        TENANT.admin()
                .post(
                        "/" + TENANT.realm() + "/partialImport",
                        Map.of("ifResourceExists", "OVERWRITE", "users", List.of(user)))
                .expect(200);

        assertThat(ThirtyAttributes.of(stored(policy))).isEqualTo(ThirtyAttributes.all());
    }

    private Map<String, Consumer<String>> ways() {
        Map<String, Consumer<String>> ways = new LinkedHashMap<>();
        ways.put("first sign-in with an identity provider", id -> linkToProvider());
        ways.put("later sign-in with an identity provider", id -> comeBack(shop).returned());
        ways.put("sign-in with a provider that is to renew accounts", id -> comeBackRenewed());
        ways.put("completion of a missing attribute", id -> completeNickname());
        ways.put("account console", id -> changeInAccountConsole());
        ways.put("admin REST without attributes", id -> TENANT.admin()
                .put(user(id), Map.of("email", email, "firstName", "Kim", "lastName", "Akers"))
                .expect(204));
        ways.put("admin console", this::changeInAdminConsole);
        ways.put("our customer REST", this::changeCustomer);
        ways.put("change of the address", this::changeAddress);
        ways.put("reset of the password", this::resetPassword);
        ways.put("required action UPDATE_PROFILE", this::updateProfile);
        ways.put("tenant document", id -> applyDocument());
        ways.put("import of other things", id -> importRoles());
        return ways;
    }

    private void linkToProvider() {
        FABRIKAM.user(email, email, true, Map.of("jobTitle", "President", "locality", "Elsewhere"));
        FederatedJourney journey = FederatedJourney.at(shop, MAIL);
        journey.password(journey.comeBack(PROVIDER, email), Journey.PASSWORD).returned();
    }

    private FormPage comeBack(RelyingParty app) {
        return FederatedJourney.at(app, MAIL).comeBack(PROVIDER, email);
    }

    private void comeBackRenewed() {
        String path = "/" + TENANT.realm() + "/identity-provider/instances/" + PROVIDER;
        ObjectNode provider = (ObjectNode) TENANT.admin().get(path).expect(200).json();
        ((ObjectNode) provider.path("config")).put("syncMode", "FORCE");
        TENANT.admin().put(path, provider).expect(204);
        comeBack(shop).returned();
    }

    private void completeNickname() {
        FederatedJourney journey = FederatedJourney.at(club, MAIL);
        journey.collect(journey.comeBack(PROVIDER, email), Map.of("nickname", "Kimmy"))
                .returned();
    }

    /** As the console does it: all that was read goes back, with a change. */
    private void changeInAccountConsole() {
        Journey journey = Journey.at(shop, MAIL);
        String token = journey.signIn()
                .redeem(journey.passwordGiven(email, Journey.PASSWORD).returned())
                .accessToken();
        ObjectNode account = (ObjectNode) account(token, null).expect(200).json();
        ((ObjectNode) account.path("attributes")).putArray("nickname").add("Kimba");
        account(token, account.toString()).expect(204);
    }

    private static Answer account(String token, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(TENANT.issuer() + "/account"))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json");
        return AdminApi.send(
                "account", (body == null ? request.GET() : request.POST(BodyPublishers.ofString(body))).build());
    }

    private void changeInAdminConsole(String id) {
        ObjectNode user = (ObjectNode) TENANT.admin()
                .get(user(id) + "?userProfileMetadata=true")
                .expect(200)
                .json();
        ((ObjectNode) user.path("attributes")).putArray("nickname").add("Kimberly");
        user.remove("userProfileMetadata");
        TENANT.admin().put(user(id), user).expect(204);
    }

    private void changeCustomer(String id) {
        ObjectNode customer = customer(id);
        ((ObjectNode) customer.path("attributes")).put("nickname", "K.");
        TENANT.admin().put(TENANT.path("/customers/" + id), customer).expect(200);
    }

    private void changeAddress(String id) {
        TENANT.admin()
                .put(TENANT.path("/customers/" + id), customer(id).put("email", "new-" + email))
                .expect(200);
        TENANT.admin()
                .put(TENANT.path("/customers/" + id), customer(id).put("email", email))
                .expect(200);
    }

    private void resetPassword(String id) {
        String temporary = TENANT.admin()
                .post(TENANT.path("/customers/" + id + "/password"), Map.of())
                .expect(200)
                .json()
                .path("temporaryPassword")
                .asText();
        Journey journey = Journey.at(shop, MAIL);
        FormPage change = journey.passwordGiven(email, temporary).asking("password-new");
        InvitedPerson.choosePassword(journey.browser(), change, NEW_PASSWORD).returned();
    }

    private void updateProfile(String id) {
        TENANT.admin()
                .put(user(id), Map.of("requiredActions", List.of("UPDATE_PROFILE")))
                .expect(204);
        Journey journey = Journey.at(shop, MAIL);
        FormPage page = journey.passwordGiven(email, NEW_PASSWORD).asking("nickname");
        journey.browser().submitAsShown(page, "nickname").returned();
    }

    private void applyDocument() {
        JsonNode document =
                TENANT.admin().get(TENANT.path("/document")).expect(200).json();
        TENANT.admin().put(TENANT.path("/document"), document).expect(200);
    }

    private void importRoles() {
        TENANT.admin()
                .post(
                        "/" + TENANT.realm() + "/partialImport",
                        Map.of(
                                "ifResourceExists",
                                "OVERWRITE",
                                "roles",
                                Map.of("realm", List.of(Map.of("name", "member")))))
                .expect(200);
    }

    private void createCustomer() {
        setPolicy("ENABLED");
        Map<String, List<String>> attributes = new HashMap<>(ThirtyAttributes.values());
        attributes.put(LEFT_OVER, List.of("of old"));
        TENANT.existingCustomer(email, Journey.PASSWORD);
        ObjectNode user = (ObjectNode) TENANT.customer(email);
        user.set("attributes", JSON.valueToTree(attributes));
        TENANT.admin().put(user(user.path("id").asText()), user).expect(204);
    }

    /** Without a policy, nobody sees what is unmanaged. */
    private JsonNode stored(String policy) {
        if (policy.equals(NO_POLICY)) {
            setPolicy("ADMIN_VIEW");
        }
        JsonNode user = TENANT.admin().get(user(id())).expect(200).json();
        setPolicy(policy);
        return user;
    }

    private static void setPolicy(String policy) {
        String path = "/" + TENANT.realm() + "/users/profile";
        ObjectNode profile = (ObjectNode) TENANT.admin().get(path).expect(200).json();
        profile.remove("unmanagedAttributePolicy");
        if (!policy.equals(NO_POLICY)) {
            profile.put("unmanagedAttributePolicy", policy);
        }
        TENANT.admin().put(path, profile).expect(200);
    }

    private static ObjectNode customer(String id) {
        return (ObjectNode)
                TENANT.admin().get(TENANT.path("/customers/" + id)).expect(200).json();
    }

    private String id() {
        return TENANT.customer(email).path("id").asText();
    }

    private static String user(String id) {
        return "/" + TENANT.realm() + "/users/" + id;
    }
}
