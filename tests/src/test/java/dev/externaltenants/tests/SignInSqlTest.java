package dev.externaltenants.tests;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.harness.TestSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** The user flow of an app costs a sign-in no statement of SQL: it asks the database as often as Keycloak's own steps do. */
@EnabledIfSystemProperty(
        named = "it.test",
        matches = ".*SignInSqlTest.*",
        disabledReason = "The count is of the whole server, so it has its own run, after the other tests")
final class SignInSqlTest {

    private static final int WARM_UP = 4;
    private static final int SIGN_INS = 9;

    /** What becoming a tenant switches on and the database hears of. */
    private static final List<String> LIKE_FOR_LIKE = List.of(
            "eventsEnabled",
            "eventsExpiration",
            "enabledEventTypes",
            "bruteForceProtected",
            "permanentLockout",
            "failureFactor",
            "waitIncrementSeconds",
            "maxFailureWaitSeconds",
            "maxDeltaTimeSeconds",
            "registrationEmailAsUsername",
            "loginWithEmailAllowed",
            "duplicateEmailsAllowed",
            "rememberMe");

    private static final String FLOW = "identity-first";
    private static final String PAGES = "identity-first-pages";

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("sql", MAIL);

    private static final Tenant VANILLA = Tenant.named("vanilla", MAIL);

    private static RelyingParty shop;
    private static RelyingParty bistro;
    private static RelyingParty vanillaShop;

    @BeforeAll
    static void appsWithAFlowAndWithout() {
        shop = TENANT.app("shop", TENANT.userFlow(FlowSpec.named("by-password")));
        bistro = TENANT.app("bistro", TENANT.userFlow(FlowSpec.named("by-code").byCode()));
        fortyListenersOfAnotherApp();
        brandAndThemeOfTheShop();
        VANILLA.createRealm();
        askTheUserNameFirst();
        beLikeTheTenant();
        vanillaShop = VANILLA.app("shop", null);
    }

    @AfterAll
    static void deleteVanilla() {
        VANILLA.delete();
    }

    @Test
    void aSignInByPasswordAsksTheDatabaseAsOftenAsInAVanillaRealm() {
        String email = Customers.anyone();
        TENANT.existingCustomer(email, Journey.PASSWORD);
        VANILLA.existingCustomer(email, Journey.PASSWORD);

        assertThat(statements(() -> signIn(shop, email))).isEqualTo(statements(() -> signIn(vanillaShop, email)));
    }

    @Test
    void aFirstSignInByCodeAsksTheDatabaseAtMostOnceMoreThanOneByPassword() {
        // Each another customer, since nobody gets that many codes.
        Iterator<String> withCode = customers(TENANT::existingCustomer);
        Iterator<String> withPassword = customers(email -> TENANT.existingCustomer(email, Journey.PASSWORD));

        long byPassword = statements(() -> signIn(shop, withPassword.next()));

        assertThat(statements(() -> signInByCode(bistro, withCode.next()))).isLessThanOrEqualTo(byPassword + 1);
    }

    private static Iterator<String> customers(Consumer<String> creation) {
        return Stream.generate(Customers::anyone)
                .limit(WARM_UP + SIGN_INS)
                .peek(creation)
                .toList()
                .iterator();
    }

    /** Returns what a warm one takes; others in between are the background's. */
    private static long statements(Runnable signIn) {
        for (int i = 0; i < WARM_UP; i++) {
            signIn.run();
        }
        TestSupport server = TestSupport.of(TENANT.server());
        return LongStream.range(0, SIGN_INS)
                .map(i -> server.statementsOf(signIn))
                .sorted()
                .skip(SIGN_INS / 2)
                .findFirst()
                .orElseThrow();
    }

    private static void signIn(RelyingParty app, String email) {
        Journey journey = Journey.at(app, MAIL);
        journey.signIn().redeem(journey.passwordGiven(email, Journey.PASSWORD).returned());
    }

    private static void signInByCode(RelyingParty app, String email) {
        Journey journey = Journey.at(app, MAIL);
        journey.signIn().redeem(journey.codeGiven(email).returned());
    }

    /** Each page names the files of a brand, which costs nothing until a browser loads them. */
    private static void brandAndThemeOfTheShop() {
        TENANT.admin().post(TENANT.path("/themes"), Map.of("name", "summer")).expect(201);
        for (String brand : List.of("/branding", "/themes/summer")) {
            TENANT.admin()
                    .put(
                            TENANT.path(brand),
                            Map.of("accentColor", "#b0005a", "texts", Map.of("signInText", "**Hello**")))
                    .expect(200);
            TENANT.admin().post(TENANT.path(brand + "/publish"), null).expect(200);
        }
        TENANT.admin()
                .put(TENANT.path("/themes/summer/applications/shop"), null)
                .expect(204);
        TENANT.admin()
                .put(TENANT.path("/languages/en"), Map.of("SignIn_Title", "Hello"))
                .expect(200);
    }

    private static void fortyListenersOfAnotherApp() {
        TENANT.app("elsewhere", null);
        String extension = TENANT.admin()
                .post(
                        TENANT.path("/custom-extensions"),
                        Map.of("name", "elsewhere", "targetUrl", "https://127.0.0.1/", "resourceId", "api://elsewhere"))
                .createdId();
        for (int i = 0; i < 40; i++) {
            TENANT.admin()
                    .post(
                            TENANT.path("/event-listeners"),
                            Map.of(
                                    "name",
                                    "listener-" + i,
                                    "event",
                                    i % 2 == 0 ? "onTokenIssuanceStart" : "onOtpSend",
                                    "extensionId",
                                    extension,
                                    "conditions",
                                    Map.of("includeApplications", List.of(Map.of("appId", "elsewhere")))))
                    .expect(201);
        }
    }

    private static void beLikeTheTenant() {
        JsonNode tenant = TENANT.admin().get("/" + TENANT.realm()).expect(200).json();
        Map<String, Object> settings = new HashMap<>(Map.of("browserFlow", FLOW));
        LIKE_FOR_LIKE.forEach(key -> settings.put(key, tenant.path(key)));
        TENANT.admin().put("/" + VANILLA.realm(), settings).expect(204);
    }

    private static void askTheUserNameFirst() {
        String flows = "/" + VANILLA.realm() + "/authentication/flows";
        TENANT.admin()
                .post(flows, Map.of("alias", FLOW, "providerId", "basic-flow", "topLevel", true))
                .expect(201);
        TENANT.admin()
                .post(flows + "/" + FLOW + "/executions/execution", Map.of("provider", "auth-cookie"))
                .expect(201);
        TENANT.admin()
                .post(
                        flows + "/" + FLOW + "/executions/flow",
                        Map.of("alias", PAGES, "type", "basic-flow", "provider", "registration-page-form"))
                .expect(201);
        for (String step : List.of("auth-username-form", "auth-password-form")) {
            TENANT.admin()
                    .post(flows + "/" + PAGES + "/executions/execution", Map.of("provider", step))
                    .expect(201);
        }
        String executions = flows + "/" + FLOW + "/executions";
        for (JsonNode execution : TENANT.admin().get(executions).expect(200).json()) {
            String requirement = execution.path("level").asInt() == 0 ? "ALTERNATIVE" : "REQUIRED";
            TENANT.admin()
                    .put(executions, Map.of("id", execution.path("id").asText(), "requirement", requirement))
                    .expect(204);
        }
    }
}
