package dev.externaltenants.tests;

import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.externaltenants.tests.harness.Journey;
import dev.externaltenants.tests.harness.KeycloakTools;
import dev.externaltenants.tests.harness.MailServer;
import dev.externaltenants.tests.harness.RelyingParty;
import dev.externaltenants.tests.harness.Tenant;
import dev.externaltenants.tests.servers.Distribution;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A tenant goes through {@code kc.sh import} and {@code kc.sh export}, on a server of the embedded database that never knew it. */
@Tag("any-database")
final class KeycloakExportTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    static final MailServer MAIL = new MailServer();

    private final Tenant tenant = Tenant.named("kc-export", MAIL);
    private final Tenant copy = Tenant.named("kc-copy", MAIL);

    @AfterEach
    void deleteTenants() {
        tenant.delete();
        copy.delete();
    }

    @Test
    void theTenantIsTheSameAfterwardsUnderAnotherNameAndWithNewIds(@TempDir Path folder) throws Exception {
        tenant.create();
        AnyTenant any = new AnyTenant(4);
        String document;
        do {
            tenant.admin().put(tenant.path("/document"), any.next()).expect(200);
            document = document(tenant);
        } while (!document.contains("onTokenIssuanceStart") || !document.contains("\"userFlow\""));
        tenant.admin()
                .put(tenant.path("/document"), withPage(JSON.readTree(document)))
                .expect(200);
        document = document(tenant);
        Path file = folder.resolve("tenant.json");
        Path exported = folder.resolve("exported.json");
        Files.writeString(file, withCustomer(partialExport()));

        Distribution elsewhere = KeycloakTools.withoutServer();
        KeycloakTools.run(elsewhere, "import", "--optimized", "--file", file.toString());
        KeycloakTools.run(elsewhere, "export", "--optimized", "--realm", tenant.realm(), "--file", exported.toString());

        ObjectNode realm = (ObjectNode) JSON.readTree(exported.toFile());
        assertThat(ThirtyAttributes.of(realm.at("/users/0"))).isEqualTo(ThirtyAttributes.all());
        realm.put("realm", copy.realm());
        withoutIds(realm);
        copy.importRealm(realm).expect(201);
        assertThat(withoutPictures(document(copy))).isEqualTo(withoutPictures(document));
        copy.existingCustomer("kim@contoso.example", Journey.PASSWORD);
        Journey.at(RelyingParty.of(copy, "page"), MAIL)
                .passwordGiven("kim@contoso.example", Journey.PASSWORD)
                .asking("code");
    }

    private static JsonNode withPage(JsonNode document) {
        ((ObjectNode) document)
                .withArray("userFlows")
                .addObject()
                .put("name", "page")
                .put("mfa", "REQUIRED")
                .<ObjectNode>set("passwordReset", JSON.createObjectNode().put("allowed", false))
                .putObject("trustedDevices")
                .put("days", 30);
        ((ObjectNode) document)
                .withArray("applications")
                .addObject()
                .put("clientId", "page")
                .put("type", "spa")
                .put("userFlow", "page")
                .putArray("redirectUris")
                .add(RelyingParty.CALLBACK.toString());
        return document;
    }

    private static String withCustomer(String file) throws JsonProcessingException {
        ObjectNode realm = (ObjectNode) JSON.readTree(file);
        realm.putArray("users")
                .addObject()
                .put("username", "robin@contoso.example")
                .put("email", "robin@contoso.example")
                .put("enabled", true)
                .put("firstName", "Kim")
                .put("lastName", "Akers")
                .set("attributes", JSON.valueToTree(ThirtyAttributes.values()));
        return realm.toString();
    }

    private String partialExport() {
        return tenant.admin()
                .post("/" + tenant.realm() + "/partial-export?exportClients=true&exportGroupsAndRoles=true", null)
                .expect(200)
                .body();
    }

    private static String document(Tenant of) {
        return of.admin().get(of.path("/document")).expect(200).body();
    }

    /** Those are in the database only. */
    private static String withoutPictures(String document) throws JsonProcessingException {
        ObjectNode tenant = (ObjectNode) JSON.readTree(document);
        ((ObjectNode) tenant.path("branding")).remove("images");
        tenant.path("themes").forEach(theme -> ((ObjectNode) theme).remove("images"));
        return tenant.toPrettyString();
    }

    private static void withoutIds(JsonNode file) {
        if (file instanceof ObjectNode object) {
            object.remove("id");
        }
        file.forEach(KeycloakExportTest::withoutIds);
    }
}
