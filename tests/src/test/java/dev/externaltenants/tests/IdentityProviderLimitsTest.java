package dev.externaltenants.tests;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.StandInProvider;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.AdminApi;
import dev.externaltenants.tests.servers.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Who holds only the role of the identity providers comes to no other rights by it. */
final class IdentityProviderLimitsTest {

    private static final String PROVIDERS = "/identity-providers";

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    @RegisterExtension
    static final Tenant TENANT = Tenant.named("provider-limits", MAIL);

    @RegisterExtension
    static final StandInProvider PROVIDER = new StandInProvider();

    private static AdminApi holder;

    @BeforeAll
    static void holderOfTheRole() {
        String email = customer();
        AdminDoorsTest.grant(TENANT, email, "xt-identity-provider-administrator");
        holder = TENANT.admin().withToken(AdminDoorsTest.tokenOf(TENANT.app("admin", null), email, MAIL));
    }

    @Test
    void namesNoEntryOfTheVault() {
        Map<String, Object> wanted = openId("vault");
        wanted.put("clientSecret", "${vault.smtp}");

        assertForbidden(holder.post(TENANT.path(PROVIDERS), wanted), "xt_identity_provider_vault_forbidden");

        TENANT.admin().post(TENANT.path(PROVIDERS), wanted).expect(201);
        assertForbidden(holder.put(TENANT.path(PROVIDERS + "/vault"), wanted), "xt_identity_provider_vault_forbidden");
        // Who changes something else leaves the reference as it is.
        wanted.remove("clientSecret");
        wanted.put("displayName", "Renamed");
        holder.put(TENANT.path(PROVIDERS + "/vault"), wanted).expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"realm-admin", "xt-reports-reader"})
    void leadsNoProviderElsewhereThatOpensTheAccountOfAnAdministrator(String role) {
        String alias = "of-" + role;
        Map<String, Object> wanted = openId(alias);
        holder.post(TENANT.path(PROVIDERS), wanted).expect(201);
        String email = customer();
        link(email, alias);
        holder.put(TENANT.path(PROVIDERS + "/" + alias), ledElsewhere(alias)).expect(200);
        holder.put(TENANT.path(PROVIDERS + "/" + alias), wanted).expect(200);

        AdminDoorsTest.grant(TENANT, email, role);

        assertThatOnlyTheNameChanges(alias);
        TENANT.admin()
                .put(TENANT.path(PROVIDERS + "/" + alias), ledElsewhere(alias))
                .expect(200);
    }

    @Test
    void leadsNoProviderElsewhereThatOpensTheAccountOfAMemberBelowAGroupOfAdministrators() {
        holder.post(TENANT.path(PROVIDERS), openId("grouped")).expect(201);
        String email = customer();
        link(email, "grouped");
        String staff = group("/groups", "staff");
        String nights = group("/groups/" + staff + "/children", "nights");
        JsonNode role = AdminDoorsTest.administratorRole(TENANT, "manage-users");
        TENANT.admin()
                .post(
                        at("/groups/" + staff + "/role-mappings/clients/"
                                + role.path("containerId").asText()),
                        List.of(role))
                .expect(204);

        TENANT.admin()
                .put(at("/users/" + id(email) + "/groups/" + nights), Map.of())
                .expect(204);

        assertThatOnlyTheNameChanges("grouped");
    }

    @Test
    void findsNoLinksAtAProviderThatIsMadeAnew() {
        holder.post(TENANT.path(PROVIDERS), openId("anew")).expect(201);
        String email = customer();
        link(email, "anew");
        AdminDoorsTest.grant(TENANT, email, "realm-admin");

        holder.delete(TENANT.path(PROVIDERS + "/anew")).expect(204);
        holder.post(TENANT.path(PROVIDERS), openId("anew")).expect(201);

        assertThat(TENANT.admin()
                        .get(at("/users/" + id(email) + "/federated-identity"))
                        .json())
                .isEmpty();
    }

    private static void assertThatOnlyTheNameChanges(String alias) {
        Map<String, Object> renamed = openId(alias);
        renamed.put("displayName", "Renamed");
        holder.put(TENANT.path(PROVIDERS + "/" + alias), renamed).expect(200);
        assertForbidden(
                holder.put(TENANT.path(PROVIDERS + "/" + alias), ledElsewhere(alias)),
                "xt_identity_provider_administrators_linked");
    }

    private static void assertForbidden(Answer answer, String code) {
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.error()).isEqualTo(code);
    }

    private static Map<String, Object> openId(String alias) {
        return new HashMap<>(Map.of(
                "type",
                "oidc",
                "alias",
                alias,
                "displayName",
                alias,
                "clientId",
                StandInProvider.CLIENT_ID,
                "clientSecret",
                StandInProvider.CLIENT_SECRET,
                "wellKnownEndpoint",
                PROVIDER.issuer() + "/.well-known/openid-configuration",
                "issuer",
                PROVIDER.issuer()));
    }

    private static Map<String, Object> ledElsewhere(String alias) {
        Map<String, Object> wanted = openId(alias);
        wanted.put("wellKnownEndpoint", PROVIDER.issuer() + "/.well-known/openid-configuration?elsewhere");
        return wanted;
    }

    private static String customer() {
        String email = Customers.anyone();
        TENANT.existingCustomer(email, Journey.PASSWORD);
        return email;
    }

    private static void link(String email, String alias) {
        TENANT.admin()
                .post(
                        at("/users/" + id(email) + "/federated-identity/" + alias),
                        Map.of("userId", email, "userName", email))
                .expect(204);
    }

    private static String group(String path, String name) {
        return TENANT.admin().post(at(path), Map.of("name", name)).createdId();
    }

    private static String id(String email) {
        return TENANT.customer(email).path("id").asText();
    }

    private static String at(String path) {
        return "/" + TENANT.realm() + path;
    }
}
