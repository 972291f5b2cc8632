package dev.externaltenants.tests;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.samples.web.LocalServer;
import dev.externaltenants.samples.web.Response;
import dev.externaltenants.tests.harness.AtOnce;
import dev.externaltenants.tests.harness.FlowSpec;
import dev.externaltenants.tests.harness.FormPage;
import dev.externaltenants.tests.harness.InvitedPerson;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.SignIn.Tokens;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.harness.TestSupport;
import dev.externaltenants.tests.servers.AdminApi;
import dev.externaltenants.tests.servers.Answer;
import dev.externaltenants.tests.servers.Waits;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Administrators create, change, block, delete and restore customers, and each door of the customer follows. */
final class CustomerAdministrationTest {

    private static final String NEW_PASSWORD = "quite-Another-Secret-7";
    private static final Duration SOON = Duration.ofSeconds(10);

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("customers", MAIL);

    private static RelyingParty app;

    @BeforeAll
    static void anAppWithAUserFlow() {
        TENANT.attribute("loyaltyNumber", "INT");
        TENANT.admin()
                .put(TENANT.path(""), Map.of("usernames", Map.of("enabled", true)))
                .expect(200);
        app = TENANT.app("shop", TENANT.userFlow(FlowSpec.named("default")));
    }

    @Test
    void aGeneratedPasswordIsShownOnceAndChangedAtTheFirstSignIn() {
        String email = Customers.anyone();
        JsonNode created = create(Map.of("email", email, "attributes", Map.of("givenName", "Kim")));
        String temporary = created.path("temporaryPassword").asText();

        Journey journey = Journey.at(app, MAIL);
        FormPage change = journey.passwordGiven(email, temporary).asking("password-new");
        URI returned = InvitedPerson.choosePassword(journey.browser(), change, NEW_PASSWORD)
                .returned();

        assertThat(journey.signIn().redeem(returned).id().getClaims()).containsEntry("given_name", "Kim");
        assertThat(Journey.at(app, MAIL).passwordGiven(email, NEW_PASSWORD).returned())
                .isNotNull();
        assertThat(read(created).body()).doesNotContain(temporary);
    }

    @Test
    void aResetPasswordEndsWhatIsOpenAndIsChangedAtTheNextSignIn() {
        String email = Customers.anyone();
        JsonNode created = customer(email);
        Tokens tokens = signIn(email);

        Answer reset =
                TENANT.admin().post(path(created) + "/password", Map.of()).expect(200);

        assertThat(Journey.at(app, MAIL).signIn().refresh(tokens.refreshToken()).status())
                .isEqualTo(400);
        assertThat(Journey.at(app, MAIL)
                        .passwordGiven(
                                email, reset.json().path("temporaryPassword").asText())
                        .asks("password-new"))
                .isTrue();
    }

    @Test
    void anAppWithTheRoleInItsScopeResetsPasswords() {
        JsonNode created = customer(Customers.anyone());
        String realm = "/" + TENANT.realm();
        JsonNode daemon = TENANT.admin()
                .post(TENANT.path("/applications"), Map.of("type", "daemon", "clientId", "helpdesk"))
                .expect(201)
                .json();
        String client = idOfClient("helpdesk");
        String management = idOfClient("realm-management");
        List<JsonNode> role = List.of(TENANT.admin()
                .get(realm + "/clients/" + management + "/roles/xt-user-administrator")
                .json());
        String account = TENANT.admin()
                .get(realm + "/clients/" + client + "/service-account-user")
                .json()
                .path("id")
                .asText();
        TENANT.admin()
                .post(realm + "/users/" + account + "/role-mappings/clients/" + management, role)
                .expect(204);
        TENANT.admin()
                .post(realm + "/clients/" + client + "/scope-mappings/clients/" + management, role)
                .expect(204);
        String token = RelyingParty.of(TENANT, "helpdesk", daemon.path("secret").asText())
                .tokenRequest(Map.of("grant_type", "client_credentials"))
                .expect(200)
                .json()
                .path("access_token")
                .asText();

        assertThat(TENANT.admin()
                        .withToken(token)
                        .post(path(created) + "/password", Map.of())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aCustomerSignsInWithAUserNameWithOrWithoutAnAddress() {
        create(Map.of("username", "kim.akers", "password", Journey.PASSWORD, "forceChangePasswordNextSignIn", false));
        String email = Customers.anyone();
        JsonNode both = create(Map.of(
                "email",
                email,
                "username",
                "Robin",
                "password",
                Journey.PASSWORD,
                "forceChangePasswordNextSignIn",
                false));

        assertThat(both.path("username").asText()).isEqualTo("robin");
        assertThat(Stream.of("kim.akers", "robin", email)
                        .map(name -> Journey.at(app, MAIL).passwordGiven(name, Journey.PASSWORD)))
                .allSatisfy(page -> assertThat(page.returned()).isNotNull());
        assertThat(attempt(Map.of("email", Customers.anyone(), "username", "ROBIN"))
                        .error())
                .isEqualTo("xt_account_exists");
        assertThat(attempt(Map.of("username", "kim.akers")).error()).isEqualTo("xt_account_exists");
    }

    @Test
    void ofCustomersCreatedAtOnceWithOneUserNameOneIsMade() {
        List<Answer> answers = AtOnce.times(
                8,
                () -> attempt(Map.of(
                        "username", "at.once", "password", Journey.PASSWORD, "forceChangePasswordNextSignIn", false)));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() != 201).allSatisfy(answer -> assertThat(answer.error())
                .isEqualTo("xt_account_exists"));
        assertThat(Journey.at(app, MAIL)
                        .passwordGiven("at.once", Journey.PASSWORD)
                        .returned())
                .isNotNull();
    }

    @Test
    void ofManyCustomersCreatedAtOnceWithOneAddressOneIsMade() {
        Map<String, Object> wanted = Map.of("email", Customers.anyone());

        List<Answer> answers = AtOnce.times(24, () -> attempt(wanted));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() != 201).allSatisfy(answer -> {
            assertThat(answer.status()).as(answer.toString()).isEqualTo(409);
            assertThat(answer.error()).isEqualTo("xt_account_exists");
        });
    }

    @Test
    void ofCustomersGivenOneUserNameAtOnceOneHasIt() {
        List<JsonNode> created =
                Stream.generate(() -> customer(Customers.anyone())).limit(4).toList();

        List<Integer> statuses = AtOnce.all(created.stream()
                .<Callable<Integer>>map(one -> () -> TENANT.admin()
                        .put(path(one), Map.of("email", one.path("email").asText(), "username", "changed.at.once"))
                        .status())
                .toList());

        assertThat(statuses).containsExactlyInAnyOrder(200, 409, 409, 409);
    }

    @Test
    void aUserNameIsFreeAgainAtOnceWhenNobodyHasIt() {
        Map<String, Object> wanted = Map.of("email", Customers.anyone(), "username", "free.again");
        MAIL.downWhile(() -> assertThat(
                        attempt(Map.of("email", Customers.anyone(), "username", "free.again", "invitation", Map.of()))
                                .error())
                .isEqualTo("xt_invitation_not_sent"));

        JsonNode created = create(wanted);
        TENANT.admin().delete(path(created)).expect(204);
        TENANT.admin().delete(path(created) + "?permanent=true").expect(204);

        assertThat(attempt(wanted).status()).isEqualTo(201);
    }

    @Test
    void anInvitedCustomerChoosesAPasswordBehindTheLink() {
        String email = Customers.anyone();
        JsonNode created = create(Map.of(
                "email",
                email,
                "language",
                "de",
                "invitation",
                Map.of("application", "shop", "redirectUri", RelyingParty.CALLBACK.toString())));
        assertThat(created.path("emailVerified").asBoolean()).isFalse();
        assertThat(created.has("temporaryPassword")).isFalse();

        InvitedPerson.followsTheMail(MAIL, email, NEW_PASSWORD);

        assertThat(Journey.at(app, MAIL).passwordGiven(email, NEW_PASSWORD).returned())
                .isNotNull();
        assertThat(read(created).json().path("emailVerified").asBoolean()).isTrue();
    }

    @Test
    void anInvitationFromBeforeADeletionIsGoodNoMore() {
        String email = Customers.anyone();
        JsonNode created = create(Map.of("email", email, "invitation", Map.of()));
        URI link = InvitedPerson.link(MAIL, email);
        assertThat(InvitedPerson.isLetIn(link)).isTrue();

        TENANT.admin().delete(path(created)).expect(204);
        TENANT.admin().post(path(created) + "/restore", null).expect(200);

        assertThat(InvitedPerson.isLetIn(link)).isFalse();
    }

    @Test
    void anInvitationFromBeforeAResetOrABlockIsGoodNoMore() {
        String email = Customers.anyone();
        JsonNode created = create(Map.of("email", email, "invitation", Map.of()));
        URI first = InvitedPerson.link(MAIL, email);

        TENANT.admin().post(path(created) + "/password", Map.of()).expect(200);
        assertThat(InvitedPerson.isLetIn(first)).isFalse();

        TENANT.admin().post(path(created) + "/invitation", Map.of()).expect(204);
        URI second = InvitedPerson.link(MAIL, email);
        assertThat(InvitedPerson.isLetIn(second)).isTrue();
        TENANT.admin()
                .put(path(created), Map.of("email", email, "enabled", false))
                .expect(200);
        TENANT.admin().put(path(created), Map.of("email", email)).expect(200);
        assertThat(InvitedPerson.isLetIn(second)).isFalse();
    }

    @Test
    void onlyTheNewestInvitationIsGood() {
        String email = Customers.anyone();
        JsonNode created = create(Map.of("email", email, "invitation", Map.of()));
        URI older = InvitedPerson.link(MAIL, email);

        TENANT.admin().post(path(created) + "/invitation", Map.of()).expect(204);
        URI newer = InvitedPerson.link(MAIL, email);

        assertThat(InvitedPerson.isLetIn(older)).isFalse();
        assertThat(InvitedPerson.isLetIn(newer)).isTrue();
    }

    @Test
    void anInvitationFromBeforeAllTokensWereRevokedAtKeycloakIsGoodNoMore() {
        String email = Customers.anyone();
        JsonNode created = create(Map.of("email", email, "invitation", Map.of()));
        URI link = InvitedPerson.link(MAIL, email);

        TestSupport.of(TENANT.server()).at(Duration.ofSeconds(5), () -> TENANT.admin()
                .post(userPath(created) + "/logout", null)
                .expect(204));

        assertThat(InvitedPerson.isLetIn(link)).isFalse();
    }

    @Test
    void whileAnInvitationIsOnItsWayTheCustomerCanBeChanged() {
        String email = Customers.anyone();
        MAIL.silentWhile(silent -> {
            CompletableFuture<Answer> invited =
                    CompletableFuture.supplyAsync(() -> attempt(Map.of("email", email, "invitation", Map.of())));
            Waits.until("the mail server to be called", SOON, () -> silent.connections() > 0);

            TENANT.admin()
                    .put(path(TENANT.customer(email)), Map.of("email", email, "language", "de"))
                    .expect(200);
            assertThat(invited).isNotDone();
        });
    }

    @Test
    void anInvitationThatWasNotSentLeavesTheOneBeforeGood() {
        String email = Customers.anyone();
        JsonNode created = create(Map.of("email", email, "invitation", Map.of()));
        URI link = InvitedPerson.link(MAIL, email);

        MAIL.downWhile(() -> assertThat(TENANT.admin()
                        .post(path(created) + "/invitation", Map.of())
                        .error())
                .isEqualTo("xt_invitation_not_sent"));

        assertThat(InvitedPerson.isLetIn(link)).isTrue();
    }

    @Test
    void anAppIsToldOfADeletionWhenItIsDone() {
        String email = Customers.anyone();
        JsonNode created = customer(email);
        BlockingQueue<Boolean> deleted = new LinkedBlockingQueue<>();
        try (LocalServer notified = LocalServer.start(0, request -> {
            deleted.add(read(created).json().has("deletedAt"));
            return Response.json(200, "{}");
        })) {
            RelyingParty told = TENANT.app("told", TENANT.userFlow(FlowSpec.named("told")));
            String path = "/" + TENANT.realm() + "/clients/" + idOfClient("told");
            TENANT.admin()
                    .put(
                            path,
                            Map.of(
                                    "attributes",
                                    Map.of(
                                            "backchannel.logout.url",
                                            notified.url("").toString())))
                    .expect(204);
            Journey journey = Journey.at(told, MAIL);
            journey.signIn()
                    .redeem(journey.passwordGiven(email, Journey.PASSWORD).returned());

            TENANT.admin().delete(path(created)).expect(204);

            assertThat(deleted).containsExactly(true);
        }
    }

    @Test
    void aCustomerWithoutAPasswordSignsInByCode() {
        String email = Customers.anyone();
        RelyingParty byCode =
                TENANT.app("by-code", TENANT.userFlow(FlowSpec.named("by-code").byCode()));
        create(Map.of("email", email, "passwordless", true));

        assertThat(Journey.at(byCode, MAIL).codeGiven(email).returned()).isNotNull();
    }

    @Test
    void refusesWhatTheRulesAndTheProfileRefuse() {
        String taken = Customers.anyone();
        create(Map.of("email", taken));

        assertThat(attempt(Map.of("email", taken)).error()).isEqualTo("xt_account_exists");
        assertThat(attempt(Map.of()).error()).isEqualTo("xt_customer_identity_missing");
        assertThat(attempt(Map.of("email", "no-address")).error()).isEqualTo("xt_account_value_invalid");
        assertThat(attempt(Map.of("username", "a b")).error()).isEqualTo("xt_customer_username_invalid");
        assertThat(attempt(Map.of("email", Customers.anyone(), "language", "fr"))
                        .error())
                .isEqualTo("xt_customer_language_unknown");
        assertThat(attempt(Map.of("email", Customers.anyone(), "password", "short"))
                        .error())
                .isEqualTo("xt_account_password_refused");
        assertThat(attempt(Map.of("username", "codeless", "passwordless", true)).error())
                .isEqualTo("xt_customer_sign_in_invalid");
        assertThat(attempt(Map.of("email", Customers.anyone(), "attributes", Map.of("loyaltyNumber", "many")))
                        .field())
                .isEqualTo("attributes.loyaltyNumber");
        assertThat(attempt(Map.of("email", Customers.anyone(), "attributes", Map.of("xt.deletedAt", "1")))
                        .error())
                .isEqualTo("xt_attribute_unknown");
        assertThat(attempt(Map.of(
                                "email",
                                Customers.anyone(),
                                "invitation",
                                Map.of("application", "shop", "redirectUri", "https://elsewhere.example")))
                        .error())
                .isEqualTo("xt_invitation_redirect_uri_unknown");
    }

    @Test
    void aRefusedValueIsRefusedWithItsReason() {
        Answer password = attempt(Map.of("email", Customers.anyone(), "password", "short"));
        Answer address = attempt(Map.of("email", "no-address"));

        assertThat(password.json().path("error_description").asText())
                .startsWith("The realm's password policy refuses the password. Invalid password:")
                .doesNotContain("short");
        assertThat(address.json().path("error_description").asText())
                .startsWith("The user profile of the realm refuses the value. ")
                .containsIgnoringCase("email");
    }

    @Test
    void anInvitationToAnAppLeadsToItsOnlyRedirectUriOrTheOneThatIsNamed() {
        Map<String, Object> many = Map.of(
                "type", "web", "clientId", "many", "redirectUris", List.of("https://a.example/", "https://b.example/"));
        TENANT.admin().post(TENANT.path("/applications"), many).expect(201);

        Answer dead = attempt(Map.of("email", Customers.anyone(), "invitation", Map.of("application", "many")));
        Answer nameless = attempt(Map.of(
                "email", Customers.anyone(), "invitation", Map.of("redirectUri", RelyingParty.CALLBACK.toString())));

        assertThat(dead.error()).as(dead.toString()).isEqualTo("xt_invitation_redirect_uri_missing");
        assertThat(dead.field()).isEqualTo("invitation.redirectUri");
        assertThat(nameless.error()).isEqualTo("xt_invitation_application_unknown");
        assertThat(nameless.field()).isEqualTo("invitation.application");
        assertThat(attempt(Map.of("email", Customers.anyone(), "invitation", Map.of("application", "shop")))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aRefusedCreationLeavesNoAccount() {
        String email = Customers.anyone();

        MAIL.downWhile(() -> assertThat(
                        attempt(Map.of("email", email, "invitation", Map.of())).error())
                .isEqualTo("xt_invitation_not_sent"));

        assertThat(TENANT.customer(email).isMissingNode()).isTrue();
    }

    @Test
    void aChangeReplacesTheCustomerOfTheVersionThatItWasMadeFrom() {
        JsonNode created = create(
                Map.of("email", Customers.anyone(), "attributes", Map.of("givenName", "Kim", "loyaltyNumber", "7")));
        String path = path(created);
        String version = TENANT.admin().get(path).headers().firstValue("ETag").orElseThrow();
        Map<String, Object> change = Map.of(
                "email", created.path("email").asText(), "attributes", Map.of("surname", "Akers"), "language", "de");

        JsonNode changed = TENANT.admin()
                .call("PUT", path, change, Map.of("If-Match", version))
                .expect(200)
                .json();

        assertThat(changed.path("attributes").properties()).singleElement().satisfies(attribute -> assertThat(
                        attribute.getValue().asText())
                .isEqualTo("Akers"));
        assertThat(changed.path("language").asText()).isEqualTo("de");
        assertThat(TENANT.admin()
                        .call("PUT", path, change, Map.of("If-Match", version))
                        .error())
                .isEqualTo("xt_version_conflict");
    }

    @Test
    void ofManyChangesAtOnceFromOneVersionOneIsMade() {
        JsonNode created = customer(Customers.anyone());
        String version =
                TENANT.admin().get(path(created)).headers().firstValue("ETag").orElseThrow();
        AtomicInteger next = new AtomicInteger();

        List<Integer> statuses = AtOnce.times(8, () -> TENANT.admin()
                .call(
                        "PUT",
                        path(created),
                        Map.of(
                                "email",
                                created.path("email").asText(),
                                "attributes",
                                Map.of("loyaltyNumber", String.valueOf(next.incrementAndGet()))),
                        Map.of("If-Match", version))
                .status());

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(statuses).allMatch(status -> status == 200 || status == 412);
    }

    @Test
    void aBlockedCustomerIsOutAtOnce() {
        String email = Customers.anyone();
        JsonNode created = customer(email);
        Tokens tokens = signIn(email);

        TENANT.admin()
                .put(path(created), Map.of("email", email, "enabled", false))
                .expect(200);

        assertOut(email, tokens);
        assertThat(ids("?disabled=true&search=" + email))
                .containsExactly(created.path("id").asText());
    }

    @Test
    void aDeletedCustomerIsOutAtOnceAndCanBeRestored() {
        String email = Customers.anyone();
        JsonNode created = customer(email);
        Tokens tokens = signIn(email);

        TENANT.admin().delete(path(created)).expect(204);

        assertOut(email, tokens);
        assertThat(ids("?search=" + email)).isEmpty();
        assertThat(ids("?deleted=true&search=" + email))
                .containsExactly(created.path("id").asText());
        assertThat(read(created).json().has("deletedAt")).isTrue();
        assertThat(attempt(Map.of("email", email)).error()).isEqualTo("xt_account_exists");
        assertThat(TENANT.admin().put(path(created), Map.of("email", email)).error())
                .isEqualTo("xt_customer_deleted");

        TENANT.admin().post(path(created) + "/restore", null).expect(200);

        assertThat(Journey.at(app, MAIL).passwordGiven(email, Journey.PASSWORD).returned())
                .isNotNull();
        // What was open before does not come back.
        assertThat(Journey.at(app, MAIL).signIn().refresh(tokens.refreshToken()).status())
                .isEqualTo(400);
        assertThat(TENANT.admin().post(path(created) + "/restore", null).error())
                .isEqualTo("xt_customer_not_deleted");
    }

    @Test
    void aCustomerWhoWasBlockedBeforeTheDeletionStaysBlocked() {
        String email = Customers.anyone();
        JsonNode created = customer(email);
        TENANT.admin()
                .put(path(created), Map.of("email", email, "enabled", false))
                .expect(200);
        TENANT.admin().delete(path(created)).expect(204);

        JsonNode restored = TENANT.admin()
                .post(path(created) + "/restore", null)
                .expect(200)
                .json();

        assertThat(restored.path("enabled").asBoolean()).isFalse();
    }

    @Test
    void onlyADeletedCustomerIsDeletedForGood() {
        JsonNode created = customer(Customers.anyone());

        assertThat(TENANT.admin().delete(path(created) + "?permanent=true").error())
                .isEqualTo("xt_customer_not_deleted");

        TENANT.admin().delete(path(created)).expect(204);
        TENANT.admin().delete(path(created) + "?permanent=true").expect(204);
        assertThat(read(created).status()).isEqualTo(404);
    }

    @Test
    void aDeletedCustomerGoesForGoodAfterThirtyDays() {
        JsonNode deleted = customer(Customers.anyone());
        JsonNode kept = customer(Customers.anyone());
        TENANT.admin().delete(path(deleted)).expect(204);
        TestSupport support = TestSupport.of(TENANT.server());

        support.at(Duration.ofDays(29), () -> support.runTask("xt-customer-purge"));
        assertThat(read(deleted).status()).isEqualTo(200);

        support.at(Duration.ofDays(31), () -> support.runTask("xt-customer-purge"));
        assertThat(read(deleted).status()).isEqualTo(404);
        assertThat(read(kept).status()).isEqualTo(200);
    }

    @Test
    void noCustomerIsRestoredAfterThirtyDaysAlsoBeforeTheTaskCameBy() {
        JsonNode created = customer(Customers.anyone());
        TENANT.admin().delete(path(created)).expect(204);
        TestSupport support = TestSupport.of(TENANT.server());

        support.at(Duration.ofDays(31), () -> assertThat(
                        TENANT.admin().post(path(created) + "/restore", null).error())
                .isEqualTo("xt_customer_not_restorable"));

        assertThat(read(created).json().has("deletedAt")).isTrue();
    }

    @Test
    void whoIsEnabledInTheConsoleIsDeletedNoMore() {
        String email = Customers.anyone();
        JsonNode created = customer(email);
        TENANT.admin().delete(path(created)).expect(204);

        TENANT.admin().put(userPath(created), Map.of("enabled", true)).expect(204);
        TENANT.admin().put(userPath(created), Map.of("enabled", false)).expect(204);

        assertThat(read(created).json().has("deletedAt")).isFalse();
        assertThat(ids("?disabled=true&search=" + email)).hasSize(1);
        TestSupport support = TestSupport.of(TENANT.server());
        support.at(Duration.ofDays(31), () -> support.runTask("xt-customer-purge"));
        assertThat(read(created).status()).isEqualTo(200);
    }

    @Test
    void aChangeInTheConsoleLeavesTheMark() {
        String email = Customers.anyone();
        JsonNode created = customer(email);
        TENANT.admin().delete(path(created)).expect(204);

        TENANT.admin()
                .put(
                        userPath(created),
                        Map.of("email", email, "firstName", "Kim", "attributes", Map.of("loyaltyNumber", List.of("8"))))
                .expect(204);

        assertThat(read(created).json().has("deletedAt")).isTrue();
    }

    @Test
    void customersAreFoundByTheirUserNames() {
        JsonNode created = create(Map.of("email", Customers.anyone(), "username", "found.by.name"));

        assertThat(ids("?search=BY.NAME")).containsExactly(created.path("id").asText());
    }

    @Test
    void aPageIsFullWhoeverIsNoCustomerBetweenThem() {
        for (String name : List.of("a", "b", "c", "d")) {
            customer("page-" + name + "@example.com");
        }
        AdminDoorsTest.grant(TENANT, "page-a@example.com", "xt-reports-reader");
        GivenRoles.byANestedGroup(TENANT, "page-b@example.com", "xt-reports-reader");
        GivenRoles.byACompositeOfAnApp(TENANT, "page-c@example.com", "xt-reports-reader");
        customer("page-e@example.com");

        assertThat(ids("?search=page-&max=2")).hasSize(2);
        assertThat(ids("?search=page-&first=2")).isEmpty();
    }

    @Test
    void anAdministratorIsNoCustomer() {
        String email = Customers.anyone();
        TENANT.existingCustomer(email, Journey.PASSWORD);
        AdminDoorsTest.grant(TENANT, email, "xt-user-administrator");
        String path =
                TENANT.path("/customers/" + TENANT.customer(email).path("id").asText());

        assertThat(ids("?search=" + email)).isEmpty();
        assertThat(TENANT.admin().get(path).error()).isEqualTo("xt_customer_not_found");
        assertThat(TENANT.admin().delete(path).error()).isEqualTo("xt_customer_not_found");
        assertThat(TENANT.admin().post(path + "/password", Map.of()).error()).isEqualTo("xt_customer_not_found");
    }

    /** Keycloak's manage-users could do both, so the role does not hold it. */
    @Test
    void whoManagesCustomersReachesNoAdministratorAndGivesNoRole() {
        String email = Customers.anyone();
        TENANT.existingCustomer(email, Journey.PASSWORD);
        AdminDoorsTest.grant(TENANT, email, "xt-user-administrator");
        String chief = Customers.anyone();
        TENANT.existingCustomer(chief, Journey.PASSWORD);
        AdminDoorsTest.grant(TENANT, chief, "realm-admin");
        AdminApi manager = TENANT.admin().withToken(AdminDoorsTest.tokenOf(TENANT.app("desk", null), email, MAIL));
        String ofChief = TENANT.customer(chief).path("id").asText();
        String management = idOfClient("realm-management");
        JsonNode role = TENANT.admin()
                .get("/" + TENANT.realm() + "/clients/" + management + "/roles/xt-user-flow-administrator")
                .json();
        String self = "/" + TENANT.realm() + "/users/"
                + TENANT.customer(email).path("id").asText();

        assertThat(manager.post(TENANT.path("/customers"), Map.of("email", Customers.anyone()))
                        .status())
                .isEqualTo(201);
        assertThat(manager.put(
                                "/" + TENANT.realm() + "/users/" + ofChief + "/reset-password",
                                Map.of("type", "password", "value", NEW_PASSWORD))
                        .status())
                .isEqualTo(403);
        assertThat(manager.post(TENANT.path("/customers/" + ofChief + "/password"), Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(manager.delete(TENANT.path("/administrators/" + ofChief)).status())
                .isEqualTo(403);
        assertThat(manager.post(self + "/role-mappings/clients/" + management, List.of(role))
                        .status())
                .isEqualTo(403);
    }

    private static void assertOut(String email, Tokens tokens) {
        FormPage refused = Journey.at(app, MAIL).passwordGiven(email, Journey.PASSWORD);
        assertThat(refused.leftFor()).isNull();
        assertThat(Journey.at(app, MAIL).signIn().refresh(tokens.refreshToken()).status())
                .isEqualTo(400);
        assertThat(TENANT.admin()
                        .withToken(tokens.accessToken())
                        .callAt(
                                "GET",
                                "/realms/" + TENANT.realm() + "/protocol/openid-connect/userinfo",
                                null,
                                Map.of())
                        .status())
                .isEqualTo(401);
    }

    private static String idOfClient(String clientId) {
        return TENANT.admin()
                .get("/" + TENANT.realm() + "/clients?clientId=" + clientId)
                .json()
                .at("/0/id")
                .asText();
    }

    private static JsonNode customer(String email) {
        return create(Map.of("email", email, "password", Journey.PASSWORD, "forceChangePasswordNextSignIn", false));
    }

    private static Tokens signIn(String email) {
        Journey journey = Journey.at(app, MAIL);
        return journey.signIn()
                .redeem(journey.passwordGiven(email, Journey.PASSWORD).returned());
    }

    private static JsonNode create(Map<String, Object> customer) {
        return attempt(customer).expect(201).json();
    }

    private static Answer attempt(Map<String, Object> customer) {
        return TENANT.admin().post(TENANT.path("/customers"), customer);
    }

    private static Answer read(JsonNode customer) {
        return TENANT.admin().get(path(customer));
    }

    private static List<String> ids(String query) {
        return TENANT.admin()
                .get(TENANT.path("/customers" + query))
                .expect(200)
                .json()
                .findValuesAsText("id");
    }

    private static String path(JsonNode customer) {
        return TENANT.path("/customers/" + customer.path("id").asText());
    }

    private static String userPath(JsonNode customer) {
        return "/" + TENANT.realm() + "/users/" + customer.path("id").asText();
    }
}
