package dev.externaltenants.tests;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.externaltenants.tests.harness.AtOnce;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.ForgottenPassword;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.InvitedPerson;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.OldPasswords;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.AdminApi;
import dev.externaltenants.tests.servers.Answer;
import dev.externaltenants.tests.servers.Waits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Customers of another system sign in with the password that only it knows, and from then on without it. */
@Tag("any-database")
final class PasswordMigrationTest {

    private static final String OLD = "Old-horse-Battery-4";
    private static final String MARK = "toBeMigrated";
    private static final List<String> EVERYBODY = List.of("admin", "user");
    private static final Duration BOOKED_WITHIN = Duration.ofSeconds(10);

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    private final Tenant tenant = Tenant.named("migration", MAIL);
    private final String email = Customers.anyone();
    private OldPasswords old;
    private RelyingParty shop;

    @BeforeEach
    void tenantOfCustomersToCome() {
        tenant.create();
        tenant.attribute(MARK, "BOOLEAN");
        old = new OldPasswords();
        shop = tenant.app("shop", flowAsking("FAIL"));
        customerToCome(email);
        old.knows(email, OLD);
    }

    @AfterEach
    void close() {
        old.close();
        tenant.delete();
    }

    @Test
    void theOldPasswordSignsInAndIsAskedForOnce() {
        assertThat(signIn(OLD).returned()).isNotNull();
        assertThat(mark()).isEqualTo("false");

        assertThat(signIn(OLD).returned()).isNotNull();
        assertThat(old.bodies()).hasSize(1);
    }

    @Test
    void thePasswordLeavesEncryptedAndWithEntrasEnvelope() throws Exception {
        signIn(OLD);

        String body = old.bodies().get(0);
        assertThat(body).doesNotContain(OLD);
        JsonNode call = new ObjectMapper().readTree(body);
        assertThat(call.path("type").asText()).isEqualTo("microsoft.graph.authenticationEvent.passwordSubmit");
        assertThat(call.at("/data/@odata.type").asText()).isEqualTo("microsoft.graph.onPasswordSubmitCalloutData");
        assertThat(call.at("/data/authenticationContext/user/mail").asText()).isEqualTo(email);
        assertThat(call.at("/data/authenticationContext").has("resourceServicePrincipal"))
                .isFalse();
        assertThat(call.at("/data/encryptedPasswordContext").asText().split("\\."))
                .hasSize(5);
    }

    @Test
    void theStoredPasswordEndsTheMigrationWithoutACall() {
        String migrated = Customers.anyone();
        customerToCome(migrated, List.of(Map.of("type", "password", "value", Journey.PASSWORD, "temporary", false)));

        assertThat(Journey.at(shop, MAIL)
                        .passwordGiven(migrated, Journey.PASSWORD)
                        .returned())
                .isNotNull();

        assertThat(old.bodies()).isEmpty();
        assertThat(mark(migrated)).isEqualTo("false");
    }

    @Test
    void aWrongPasswordIsRefusedAndCountsAsOne() {
        FormPage refused = signIn("Wrong-horse-Battery-4").asking("password");

        assertThat(refused.errorOf("password")).contains("is not correct");
        assertThat(mark()).isEqualTo("true");
        Waits.until("the failure to be booked", BOOKED_WITHIN, () -> numFailures() == 1);
    }

    @Test
    void whoIsLockedOutHasNobodyAsked() {
        signIn("Wrong-horse-Battery-4");
        Waits.until("the failure to be booked", BOOKED_WITHIN, () -> numFailures() == 1);
        for (int failures = 2; failures <= 30 && !isLockedOut(); failures++) {
            signIn("Wrong-horse-Battery-4");
            int expected = failures;
            Waits.until("the failure to be booked", BOOKED_WITHIN, () -> numFailures() >= expected || isLockedOut());
        }
        int calls = old.bodies().size();

        signIn(OLD).asking("password");

        assertThat(isLockedOut()).isTrue();
        assertThat(old.bodies()).hasSize(calls);
    }

    /** By a password that the API calls right, whoever may register one would be any administrator. */
    @Test
    void ofAnAdministratorsPasswordNobodyIsAsked() {
        String byGroup = Customers.anyone();
        String byComposite = Customers.anyone();
        List.of(byGroup, byComposite).forEach(this::customerToCome);
        AdminDoorsTest.grant(tenant, email, "realm-admin");
        GivenRoles.byANestedGroup(tenant, byGroup, "xt-reports-reader");
        GivenRoles.byACompositeOfAnApp(tenant, byComposite, "view-users");

        for (String administrator : List.of(email, byGroup, byComposite)) {
            old.knows(administrator, OLD);
            FormPage refused =
                    Journey.at(shop, MAIL).passwordGiven(administrator, OLD).asking("password");
            assertThat(refused.errorOf("password")).as(administrator).contains("is not correct");
            assertThat(mark(administrator)).isEqualTo("true");
        }
        old.answerToRight("UpdatePassword", "");
        signIn(OLD).asking("password");
        assertThat(old.bodies()).isEmpty();
    }

    @Test
    void anAdministratorSignsInWithTheStoredPassword() {
        tenant.existingCustomer("boss@example.com", Journey.PASSWORD);
        AdminDoorsTest.grant(tenant, "boss@example.com", "realm-admin");

        assertThat(Journey.at(shop, MAIL)
                        .passwordGiven("boss@example.com", Journey.PASSWORD)
                        .returned())
                .isNotNull();
    }

    /** Else the old system's password, which others may know by now, would take the place of hers. */
    @Test
    void aCustomerDoesNotMarkHerself() {
        String herself = Customers.anyone();
        tenant.existingCustomer(herself, Journey.PASSWORD);
        old.knows(herself, OLD);
        AdminApi account = tenant.admin().withToken(AdminDoorsTest.tokenOf(shop, herself, MAIL));

        account.callAt(
                "POST",
                "/realms/" + tenant.realm() + "/account/",
                Map.of(
                        "email",
                        herself,
                        "firstName",
                        "Kim",
                        "lastName",
                        "Akers",
                        "attributes",
                        Map.of(MARK, List.of("true"))),
                Map.of("Accept", "application/json"));

        assertThat(mark(herself)).isNotEqualTo("true");
        Journey.at(shop, MAIL).passwordGiven(herself, OLD).asking("password");
        assertThat(old.bodies()).isEmpty();
    }

    @Test
    void nobodyIsAskedWhileTheUserProfileLetsCustomersMarkThemselves() {
        letCustomersWrite(tenant, MARK);

        signIn(OLD).asking("password");

        assertThat(old.bodies()).isEmpty();
    }

    @Test
    void preparingTheTenantAnewTakesTheMarkFromCustomers() {
        letCustomersWrite(tenant, MARK);

        tenant.admin().put(tenant.path(""), Map.of("displayName", "Contoso")).expect(200);

        assertThat(signIn(OLD).returned()).isNotNull();
    }

    @Test
    void noUserFlowCollectsTheMark() {
        Answer refused = tenant.admin()
                .post(
                        tenant.path("/user-flows"),
                        FlowSpec.named("marking").asks(MARK, "CHECKBOX", false).json());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.error()).isEqualTo("xt_attribute_of_administrators");
        assertThat(refused.field()).isEqualTo("attributes[0].name");
    }

    @Test
    void ofAClosedAccountNobodyIsAsked() {
        String deleted = Customers.anyone();
        customerToCome(deleted);
        old.knows(deleted, OLD);
        tenant.admin()
                .put("/" + tenant.realm() + "/users/" + id(email), Map.of("enabled", false))
                .expect(204);
        tenant.admin().delete(tenant.path("/customers/" + id(deleted))).expect(204);

        for (String closed : List.of(email, deleted)) {
            FormPage refused = Journey.at(shop, MAIL).passwordGiven(closed, OLD).asking("password");
            assertThat(refused.errorOf("password")).as(closed).contains("is not correct");
        }
        assertThat(old.bodies()).isEmpty();
    }

    @Test
    void aPasswordThatTheApiFindsTooWeakIsChangedBeforeTheSignInEnds() {
        old.answerToRight("UpdatePassword", "");
        Journey journey = Journey.at(shop, MAIL);

        FormPage page = journey.passwordGiven(email, OLD).asking("password-new");
        assertThat(mark()).isEqualTo("true");
        InvitedPerson.choosePassword(journey.browser(), page, "New-horse-Battery-5")
                .returned();

        assertThat(mark()).isEqualTo("false");
        assertThat(lastSignIn().path("xt_migration").asText()).isEqualTo("must_change");
        assertThat(lastSignIn().path("xt_user_flow").asText()).isEqualTo("customers");
        assertThat(signIn("New-horse-Battery-5").returned()).isNotNull();
        assertThat(lastSignIn().has("xt_migration")).isFalse();
        assertThat(old.bodies()).hasSize(1);
    }

    @Test
    void aPasswordThatTheTenantFindsTooWeakIsChangedBeforeTheSignInEnds() {
        old.knows(email, "weak");
        Journey journey = Journey.at(shop, MAIL);

        FormPage page = journey.passwordGiven(email, "weak").asking("password-new");

        InvitedPerson.choosePassword(journey.browser(), page, "New-horse-Battery-5")
                .returned();
        assertThat(mark()).isEqualTo("false");
    }

    @Test
    void aBlockedAccountIsToldInTheWordsOfTheApiAndNoHtml() {
        old.answerToRight("Block", ",\"title\":\"Closed <b>now</b>\",\"message\":\"Write to <i>us</i>.\"");

        FormPage blocked = signIn(OLD);

        assertThat(blocked.status()).isEqualTo(403);
        assertThat(blocked.text()).contains("Closed <b>now</b>", "Write to <i>us</i>.");
        assertThat(mark()).isEqualTo("true");
    }

    @Test
    void anAnswerWithAnotherNonceIsNoAnswer() {
        old.answerNonce("00000000-0000-0000-0000-000000000000");

        signIn(OLD).asking("password");

        assertThat(mark()).isEqualTo("true");
        assertThat(lastCalloutError()).isEqualTo("1003003");
    }

    @Test
    void anApiThatIsDownRefusesLikeAWrongPasswordAndSaysWhyToOperators() {
        old.close();

        FormPage refused = signIn(OLD).asking("password");

        assertThat(refused.errorOf("password")).contains("is not correct");
        assertThat(lastCalloutError()).isEqualTo("1003027");
        Waits.until("the failure to be booked", BOOKED_WITHIN, () -> numFailures() == 1);
        assertThat(mark()).isEqualTo("true");
    }

    @Test
    void aResetEndsTheMigration() {
        String forgetful = Customers.anyone();
        customerToCome(forgetful, List.of(Map.of("type", "password", "value", Journey.PASSWORD, "temporary", false)));
        old.knows(forgetful, OLD);

        ForgottenPassword.at(shop, MAIL).reset(forgetful);

        assertThat(mark(forgetful)).isEqualTo("false");
        Journey.at(shop, MAIL).passwordGiven(forgetful, OLD).asking("password");
        assertThat(old.bodies()).isEmpty();
    }

    @Test
    void aPasswordThatAnAdministratorGivesEndsTheMigration() {
        tenant.admin()
                .put(
                        "/" + tenant.realm() + "/users/" + id(email) + "/reset-password",
                        Map.of("type", "password", "value", "Given-horse-Battery-6", "temporary", false))
                .expect(204);

        assertThat(mark()).isEqualTo("false");
    }

    @Test
    void aThousandCustomersComeWithTheirOldPasswordsAndNeedThemOnce() {
        tenant.admin()
                .put(
                        "/" + tenant.realm(),
                        Map.of("passwordPolicy", "hashAlgorithm(pbkdf2-sha256) and hashIterations(1)"))
                .expect(204);
        List<String> thousand = IntStream.range(0, 1_000)
                .mapToObj(i -> "dana" + i + "@example.org")
                .toList();
        thousand.forEach(customer -> old.knows(customer, OLD + customer));
        tenant.admin()
                .post(
                        "/" + tenant.realm() + "/partialImport",
                        Map.of(
                                "ifResourceExists",
                                "FAIL",
                                "users",
                                thousand.stream()
                                        .map(customer -> customer(customer, List.of()))
                                        .toList()))
                .expect(200);

        signInAll(thousand);
        assertThat(old.bodies()).hasSize(1_000);
        signInAll(thousand);
        assertThat(old.bodies()).hasSize(1_000);
    }

    private void signInAll(List<String> customers) {
        int threads = 4;
        AtOnce.all(IntStream.range(0, threads)
                .<Callable<Boolean>>mapToObj(part -> () -> {
                    for (int i = part; i < customers.size(); i += threads) {
                        String customer = customers.get(i);
                        Journey.at(shop, MAIL)
                                .passwordGiven(customer, OLD + customer)
                                .returned();
                    }
                    return true;
                })
                .toList());
    }

    /** As an operator could, past our REST. */
    static void letCustomersWrite(Tenant tenant, String attribute) {
        String path = "/" + tenant.realm() + "/users/profile";
        JsonNode profile = tenant.admin().get(path).expect(200).json();
        for (JsonNode written : profile.path("attributes")) {
            if (written.path("name").asText().equals(attribute)) {
                ((ObjectNode) written)
                        .set(
                                "permissions",
                                new ObjectMapper().valueToTree(Map.of("view", EVERYBODY, "edit", EVERYBODY)));
            }
        }
        tenant.admin().put(path, profile).expect(200);
    }

    private FormPage signIn(String password) {
        return Journey.at(shop, MAIL).passwordGiven(email, password);
    }

    private String flowAsking(String behaviorOnError) {
        Map<String, Object> extension = new HashMap<>(Map.of(
                "name",
                "old-passwords",
                "targetUrl",
                old.url().toString(),
                "maximumRetries",
                0,
                "timeoutInMilliseconds",
                2000,
                "behaviorOnError",
                behaviorOnError,
                "encryptionKey",
                old.encryptionKey()));
        String id = tenant.admin()
                .post(tenant.path("/custom-extensions"), extension)
                .createdId();
        return tenant.userFlow(FlowSpec.named("customers").asking("onPasswordSubmit", id));
    }

    private void customerToCome(String address) {
        customerToCome(address, List.of());
    }

    private void customerToCome(String address, List<Map<String, Object>> credentials) {
        tenant.admin()
                .post("/" + tenant.realm() + "/users", customer(address, credentials))
                .expect(201);
    }

    private static Map<String, Object> customer(String address, List<Map<String, Object>> credentials) {
        return Map.of(
                "username",
                address,
                "email",
                address,
                "emailVerified",
                true,
                "enabled",
                true,
                "attributes",
                Map.of(MARK, List.of("true")),
                "credentials",
                credentials);
    }

    private String mark() {
        return mark(email);
    }

    private String mark(String address) {
        return tenant.customer(address).at("/attributes/" + MARK + "/0").asText();
    }

    private String id(String address) {
        return tenant.customer(address).path("id").asText();
    }

    private JsonNode failures() {
        return tenant.admin()
                .get("/" + tenant.realm() + "/attack-detection/brute-force/users/" + id(email))
                .expect(200)
                .json();
    }

    private int numFailures() {
        return failures().path("numFailures").asInt();
    }

    private boolean isLockedOut() {
        return failures().path("disabled").asBoolean();
    }

    /** Returns the details of the event. */
    private JsonNode lastSignIn() {
        return tenant.admin()
                .get("/" + tenant.realm() + "/events?type=LOGIN&max=1&user=" + id(email))
                .expect(200)
                .json()
                .at("/0/details");
    }

    private String lastCalloutError() {
        return tenant.admin()
                .get("/" + tenant.realm() + "/events?type=LOGIN_ERROR&max=1&user=" + id(email))
                .expect(200)
                .json()
                .at("/0/details/xt_callout_error")
                .asText();
    }
}
