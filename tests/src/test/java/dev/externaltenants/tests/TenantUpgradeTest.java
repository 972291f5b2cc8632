package dev.externaltenants.tests;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.ForgottenPassword;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.Tenant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** A tenant that an older version made gets what a later one added, and keeps what operators made of it. */
final class TenantUpgradeTest {

    private static final String COMPONENT = "dev.externaltenants.tenant.TenantProvider";
    private static final Set<String> LATER_STEPS = Set.of("xt-sign-in-code", "xt-email-code");

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    private final Tenant tenant = Tenant.named("older", MAIL);
    private List<String> steps;
    private ObjectNode exported;

    @BeforeEach
    void exportOfATenant() {
        tenant.create();
        tenant.app("shop", tenant.userFlow(FlowSpec.named("customers").requiresMfa()));
        steps = steps();
        exported = (ObjectNode) tenant.admin()
                .post("/" + tenant.realm() + "/partial-export?exportClients=true&exportGroupsAndRoles=true", null)
                .expect(200)
                .json();
        tenant.delete();
    }

    @AfterEach
    void deleteTenant() {
        tenant.delete();
    }

    @Test
    void stepsThatALaterVersionAddedAreThereAfterTheImport() {
        writeAsTheFirstVersionDid();

        tenant.admin().post("", exported).expect(201);

        assertThat(steps()).isEqualTo(steps);
        tenant.existingCustomer("kim@contoso.example", Journey.PASSWORD);
        Journey journey = Journey.at(RelyingParty.of(tenant, "shop"), MAIL);
        journey.passwordGiven("kim@contoso.example", Journey.PASSWORD).asking("code");
    }

    @Test
    void switchesThatWereAttributesOfTheRealmAreSettingsOfTheTenantAfterTheImport() {
        ((ObjectNode) exported.path("attributes"))
                .put("xt.codeCustomers", "true")
                .put("xt.testApp", "true");

        tenant.admin().post("", exported).expect(201);

        JsonNode settings = tenant.admin().get(tenant.path("")).json();
        assertThat(settings.path("codeCustomers").asBoolean()).isTrue();
        assertThat(settings.path("testApp").asBoolean()).isTrue();
        assertThat(tenant.admin()
                        .get("/" + tenant.realm())
                        .json()
                        .at("/attributes/xt.testApp")
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void whatOperatorsSetIsLeftAlone() {
        writeAsTheFirstVersionDid();
        exported.put("passwordPolicy", "length(14)").put("failureFactor", 5).put("defaultLocale", "de");

        tenant.admin().post("", exported).expect(201);

        JsonNode realm = tenant.admin().get("/" + tenant.realm()).json();
        assertThat(realm.path("passwordPolicy").asText()).isEqualTo("length(14)");
        assertThat(realm.path("failureFactor").asInt()).isEqualTo(5);
        assertThat(realm.path("defaultLocale").asText()).isEqualTo("de");
    }

    @Test
    void aTenantThatIsUpToDateKeepsItsFlowsAsOperatorsLeftThem() {
        takeAwayTheLaterSteps();

        tenant.admin().post("", exported).expect(201);
        tenant.admin().put(tenant.path(""), Map.of()).expect(200);

        assertThat(steps()).hasSize(steps.size() - LATER_STEPS.size());
    }

    @Test
    void theFlowsOfIdentityProvidersAreThereWhereTheyWereDenied() {
        denyIdentityProviders();

        tenant.admin().post("", exported).expect(201);

        assertThat(stepsOf("xt first broker login"))
                .contains("0 External tenant: e-mail of a first brokered sign-in REQUIRED")
                .doesNotContain("0 Deny access REQUIRED");
        assertThat(stepsOf("xt post broker login")).contains("0 External tenant: brokered sign-in ends REQUIRED");
    }

    @Test
    void aFlowThatAnOperatorEmptiedToDenyStaysSo() {
        tenant.create();
        OlderTenant operator = new OlderTenant(tenant);
        operator.deny("xt registration");
        operator.deny("xt reset credentials");

        tenant.admin().put(tenant.path(""), Map.of()).expect(200);

        assertThat(stepsOf("xt registration")).containsExactly("0 Deny access REQUIRED");
        assertThat(stepsOf("xt reset credentials")).containsExactly("0 Deny access REQUIRED");
    }

    @Test
    void aPasswordIsResetWhereAnEarlierVersionDeniedIt() {
        denyPasswordReset();

        tenant.admin().post("", exported).expect(201);
        tenant.admin().put(tenant.path(""), Map.of()).expect(200);

        assertThat(stepsOf("xt reset credentials"))
                .containsExactly(
                        "0 External tenant: app gate REQUIRED",
                        "0 External tenant: password reset gate REQUIRED",
                        "0 External tenant: code to reset a password REQUIRED",
                        "0 External tenant: new password REQUIRED");
        tenant.existingCustomer("kim@contoso.example", Journey.PASSWORD);
        ForgottenPassword.at(RelyingParty.of(tenant, "shop"), MAIL).addressPage("kim@contoso.example");
    }

    @Test
    void theSecondProofOfAnEarlierVersionBecomesOneOfSeveral() {
        writeAsBeforeOtherSecondFactors("REQUIRED");

        tenant.admin().post("", exported).expect(201);
        tenant.admin().put(tenant.path(""), Map.of()).expect(200);

        assertThat(steps()).isEqualTo(steps);
        assertThat(stepsOf("xt post broker login"))
                .contains("1 External tenant: second factor gate REQUIRED", "1 xt broker second proof REQUIRED")
                .doesNotContain("1 External tenant: e-mail code REQUIRED");
        assertThat(stepsOf("xt first broker login")).contains("2 xt broker link second proof REQUIRED");
        tenant.existingCustomer("kim@contoso.example", Journey.PASSWORD);
        Journey journey = Journey.at(RelyingParty.of(tenant, "shop"), MAIL);
        journey.passwordGiven("kim@contoso.example", Journey.PASSWORD).asking("code");
    }

    @Test
    void alternativesThatAnOperatorAddedToAnEarlierVersionStayAsTheyAre() {
        writeAsBeforeOtherSecondFactors("ALTERNATIVE");
        ((ObjectNode) exported.path("components").path(COMPONENT).path(0).path("config"))
                .putArray("schemaVersion")
                .add("3");

        tenant.admin().post("", exported).expect(201);
        tenant.admin().put(tenant.path(""), Map.of()).expect(200);

        assertThat(steps())
                .contains("3 External tenant: e-mail code ALTERNATIVE")
                .doesNotContain("3 External tenant: second factor gate REQUIRED");
    }

    @Test
    void aStepThatAnOperatorAddedBesideTheCodeOfAnEarlierVersionIsStillAskedBesideIt() {
        writeAsBeforeOtherSecondFactors("REQUIRED");
        addBesideTheCode("auth-otp-form");

        tenant.admin().post("", exported).expect(201);
        tenant.admin().put(tenant.path(""), Map.of()).expect(200);

        assertThat(steps())
                .contains("3 External tenant: e-mail code REQUIRED", "3 OTP Form REQUIRED")
                .doesNotContain("3 External tenant: second factor gate REQUIRED");
    }

    @Test
    void aTenantOfTheVersionBeforeGetsTheStepOfTrustedDevices() {
        tenant.create();
        OlderTenant before = new OlderTenant(tenant);
        before.beWithoutTrustedDevices();

        tenant.admin().put(tenant.path(""), Map.of()).expect(200);

        assertThat(steps()).isEqualTo(steps);
    }

    @Test
    void aSecondProofThatAnOperatorTookBackToTheCodeByMailStaysSo() {
        tenant.create();
        OlderTenant operator = new OlderTenant(tenant);
        operator.askForTheCodeByMailOnly();
        List<String> changed = steps();

        tenant.admin().put(tenant.path(""), Map.of()).expect(200);
        assertThat(steps()).isEqualTo(changed).contains("3 External tenant: e-mail code REQUIRED");

        operator.beOfVersion("4");
        tenant.admin().put(tenant.path(""), Map.of()).expect(200);
        assertThat(steps()).isEqualTo(changed);
    }

    @Test
    void noLinkLeadsToAPasswordResetThatAnOperatorDenied() {
        tenant.create();
        new OlderTenant(tenant).deny("xt reset credentials");
        RelyingParty shop = tenant.app("shop", tenant.userFlow(FlowSpec.named("customers")));

        FormPage password = Journey.at(shop, MAIL).identified("kim@contoso.example");

        assertThat(password.asking("password").document().select("#xt-forgot-password"))
                .isEmpty();
    }

    @Test
    void endingATenantOfTheFirstVersionBindsKeycloaksOwnFlows() {
        writeAsTheFirstVersionDid();
        tenant.admin().post("", exported).expect(201);
        JsonNode flow = tenant.admin().get(tenant.path("/user-flows")).json().path(0);
        String flowPath = tenant.path("/user-flows/" + flow.path("id").asText());
        tenant.admin().delete(flowPath + "/applications/shop").expect(204);
        tenant.admin().delete(flowPath).expect(204);

        tenant.admin().delete(tenant.path("")).expect(204);

        assertThat(tenant.admin()
                        .get("/" + tenant.realm())
                        .json()
                        .path("browserFlow")
                        .asText())
                .isEqualTo("browser");
    }

    /** The first version wrote no schema version and did not remember what was before; the later steps are this test's. */
    private void writeAsTheFirstVersionDid() {
        ((ObjectNode) exported.path("components").path(COMPONENT).path(0))
                .putObject("config")
                .putArray("defaultsApplied")
                .add("true");
        takeAwayTheLaterSteps();
    }

    /** As before there were flows for them. */
    private void denyIdentityProviders() {
        ((ObjectNode) exported.path("components").path(COMPONENT).path(0).path("config"))
                .putArray("schemaVersion")
                .add("2");
        ArrayNode flows = (ArrayNode) exported.path("authenticationFlows");
        for (int i = flows.size() - 1; i >= 0; i--) {
            String alias = flows.path(i).path("alias").asText();
            if (alias.startsWith("xt broker") || alias.equals("xt post broker login")) {
                flows.remove(i);
            } else if (alias.equals("xt first broker login")) {
                ArrayNode executions = ((ObjectNode) flows.path(i)).putArray("authenticationExecutions");
                executions
                        .addObject()
                        .put("authenticator", "deny-access-authenticator")
                        .put("requirement", "REQUIRED")
                        .put("priority", 10);
            }
        }
    }

    /** As before there was one: the flow says by its description that nobody else emptied it. */
    private void denyPasswordReset() {
        exported.put("resetPasswordAllowed", false);
        for (JsonNode flow : exported.path("authenticationFlows")) {
            if (flow.path("alias").asText().equals("xt reset credentials")) {
                ((ObjectNode) flow)
                        .put("description", "Denied: user flows do not offer it yet.")
                        .putArray("authenticationExecutions")
                        .addObject()
                        .put("authenticator", "deny-access-authenticator")
                        .put("requirement", "REQUIRED")
                        .put("priority", 10);
            }
        }
    }

    /** As when the code by e-mail was the only second factor, or one of several by an operator's hand. */
    private void writeAsBeforeOtherSecondFactors(String requirement) {
        ArrayNode flows = (ArrayNode) exported.path("authenticationFlows");
        for (int i = flows.size() - 1; i >= 0; i--) {
            ObjectNode flow = (ObjectNode) flows.path(i);
            String alias = flow.path("alias").asText();
            if (alias.endsWith("second proof")) {
                flows.remove(i);
            } else if (alias.endsWith("second factor")) {
                flow.put(
                        "description",
                        alias.contains("link")
                                ? "The second proof of the existing account, where the user flow asks for it"
                                : "The second proof, where the user flow or the app asks for it");
                ArrayNode executions = (ArrayNode) flow.path("authenticationExecutions");
                while (executions.size() > 1) {
                    executions.remove(1);
                }
                executions
                        .addObject()
                        .put("authenticator", "xt-email-code")
                        .put("requirement", requirement)
                        .put("priority", 20);
            }
        }
    }

    private void addBesideTheCode(String authenticator) {
        for (JsonNode flow : exported.path("authenticationFlows")) {
            if (flow.path("alias").asText().equals("xt browser second factor")) {
                ((ArrayNode) flow.path("authenticationExecutions"))
                        .addObject()
                        .put("authenticator", authenticator)
                        .put("requirement", "REQUIRED")
                        .put("priority", 30);
            }
        }
    }

    private void takeAwayTheLaterSteps() {
        for (JsonNode flow : exported.path("authenticationFlows")) {
            ArrayNode executions = (ArrayNode) flow.path("authenticationExecutions");
            for (int i = executions.size() - 1; i >= 0; i--) {
                if (LATER_STEPS.contains(
                        executions.path(i).path("authenticator").asText())) {
                    executions.remove(i);
                }
            }
        }
    }

    private List<String> steps() {
        return stepsOf("xt browser");
    }

    private List<String> stepsOf(String flow) {
        List<String> found = new ArrayList<>();
        tenant.admin()
                .get("/" + tenant.realm() + "/authentication/flows/" + flow.replace(" ", "%20") + "/executions")
                .expect(200)
                .json()
                .forEach(step -> found.add(step.path("level").asInt() + " "
                        + step.path("displayName").asText() + " "
                        + step.path("requirement").asText()));
        return found;
    }
}
