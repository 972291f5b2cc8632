package dev.externaltenants.tenant.apps;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.representations.idm.ClientRepresentation;

import static dev.externaltenants.tenant.apps.Apps.app;
import static org.assertj.core.api.Assertions.assertThat;

class ClientSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "spa,         true,  true,  false, false, S256",
        "web,         false, true,  false, false, S256",
        "mobile,      true,  true,  false, false, S256",
        "native-auth, true,  true,  false, false, S256",
        "daemon,      false, false, true,  false,",
        "api,         false, false, false, true,"
    })
    void letsEachTypeDoWhatItNeeds(
            String type, boolean isPublic, boolean browser, boolean serviceAccount, boolean bearerOnly, String pkce) {
        ClientRepresentation client = ClientSettings.forNew(app("{'clientId':'a','type':'" + type + "'}"));

        assertThat(client.isPublicClient()).isEqualTo(isPublic);
        assertThat(client.isStandardFlowEnabled()).isEqualTo(browser);
        assertThat(client.isServiceAccountsEnabled()).isEqualTo(serviceAccount);
        assertThat(client.isBearerOnly()).isEqualTo(bearerOnly);
        assertThat(client.getAttributes().get("pkce.code.challenge.method")).isEqualTo(pkce);
        assertThat(client.getAttributes()).containsEntry("xt.appType", type);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
    void letsNoTypeTakePasswordsOrTokensFromTheAddressBarOrAllRoles(AppType type) {
        ClientRepresentation client = ClientSettings.forNew(app("{'clientId':'a','type':'" + type + "'}"));

        assertThat(client.isDirectAccessGrantsEnabled()).isFalse();
        assertThat(client.isImplicitFlowEnabled()).isFalse();
        assertThat(client.isFullScopeAllowed()).isFalse();
    }

    @Test
    void aPageMayCallTheServerFromWhereItsRedirectUrisAre() {
        ClientRepresentation client = ClientSettings.forNew(app(
                "{'clientId':'a','type':'spa','redirectUris':['https://shop.example/callback','https://shop.example/silent',"
                        + "'https://store.example:443?a=b','http://localhost:5000/callback']}"));

        assertThat(client.getWebOrigins())
                .containsExactlyInAnyOrder("https://shop.example", "https://store.example", "http://localhost:5000");
    }

    @ParameterizedTest
    @CsvSource({"web", "mobile"})
    void noOtherAppMayCallFromABrowser(String type) {
        ClientRepresentation client = ClientSettings.forNew(
                app("{'clientId':'a','type':'" + type + "','redirectUris':['https://shop.example/callback']}"));

        assertThat(client.getWebOrigins()).isEmpty();
    }

    @Test
    void originsFollowTheRedirectUrisAndThoseThatAnOperatorAddedStay() {
        Application present = app("{'clientId':'a','type':'spa','redirectUris':['https://old.example/callback']}");
        ClientRepresentation client = ClientSettings.forNew(present);
        client.setWebOrigins(List.of("https://old.example", "https://added.example"));

        ClientSettings.change(
                client, present, app("{'clientId':'a','type':'spa','redirectUris':['https://new.example/callback']}"));

        assertThat(client.getWebOrigins()).containsExactlyInAnyOrder("https://added.example", "https://new.example");
        assertThat(client.getRedirectUris()).containsExactly("https://new.example/callback");
    }

    @Test
    void whatIsNotChangedIsNotWritten() {
        Application present = app("{'clientId':'a','type':'web'}");
        ClientRepresentation client = ClientSettings.forNew(present);
        client.setName(null);
        client.setFrontchannelLogout(true);
        client.getAttributes().put("post.logout.redirect.uris", "-");

        ClientSettings.change(client, present, present);

        assertThat(client.getName()).isNull();
        assertThat(client.isFrontchannelLogout()).isTrue();
        assertThat(client.getAttributes()).containsEntry("post.logout.redirect.uris", "-");
    }

    @Test
    void logoutAddressesGoWhereKeycloakLooks() {
        ClientRepresentation client = ClientSettings.forNew(
                app("{'clientId':'a','type':'web','postLogoutRedirectUris':['https://shop.example/bye'],"
                        + "'frontChannelLogoutUrl':'https://shop.example/out'}"));

        assertThat(client.isFrontchannelLogout()).isTrue();
        assertThat(client.getAttributes())
                .containsEntry("frontchannel.logout.url", "https://shop.example/out")
                .containsEntry("post.logout.redirect.uris", "https://shop.example/bye");
    }
}
