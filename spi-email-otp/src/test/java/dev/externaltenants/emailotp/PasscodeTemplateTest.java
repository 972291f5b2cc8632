package dev.externaltenants.emailotp;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

import dev.externaltenants.emailotp.sender.PasscodeMessage;
import org.junit.jupiter.api.Test;
import org.keycloak.email.EmailException;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakUriInfo;
import org.keycloak.models.RealmModel;
import org.keycloak.models.ThemeManager;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.theme.Theme;
import org.keycloak.theme.freemarker.FreeMarkerProvider;
import org.keycloak.urls.HostnameProvider;
import org.keycloak.urls.UrlType;
import org.keycloak.userprofile.UserProfileProvider;

import static dev.externaltenants.emailotp.Tenant.ANNA;
import static org.assertj.core.api.Assertions.assertThat;

class PasscodeTemplateTest {

    private static final String CODE = "48190217";

    private final Map<String, Object> values = new HashMap<>();

    @Test
    void beginsTheSubjectWithTheCodeWhereTheOperatorWantsIt() throws EmailException {
        assertThat(message(true, true).mail().subject()).isEqualTo("48190217 is your Contoso code");
    }

    @Test
    void keepsTheCodeOutOfTheSubjectOtherwise() throws EmailException {
        assertThat(message(true, false).mail().subject()).isEqualTo("Your Contoso code");
    }

    @Test
    void keepsASubjectWithoutCodeWhereTheAddressGetsNone() throws EmailException {
        assertThat(message(false, true).mail().subject()).isEqualTo("No code for Contoso");
    }

    @Test
    void bindsTheCodeToTheDomainOfThePages() throws EmailException {
        message(true, false);

        assertThat(values).containsEntry("boundTo", "id.example.com").containsEntry("code", CODE);
    }

    @Test
    void tellsSendersWhatTheCodeIsAbout() throws EmailException {
        PasscodeMessage message = message(true, false);

        assertThat(message.code()).isEqualTo(CODE);
        assertThat(message.purpose()).isEqualTo(ANNA.purpose());
        assertThat(message.clientId()).isEqualTo("shop");
        assertThat(message.appName()).isEqualTo("Shop");
        assertThat(message.lifetime()).isEqualTo(300);
    }

    @Test
    void givesSendersNoCodeOfAnAddressThatGetsNone() throws EmailException {
        assertThat(message(false, false).code()).isNull();
        assertThat(values).doesNotContainKey("code");
    }

    private PasscodeMessage message(boolean admitting, boolean codeInSubject) throws EmailException {
        IssueRequest request = new IssueRequest(
                ANNA, Locale.ENGLISH, "Shop", "192.0.2.1", null, (session, realm) -> Admission.Answer.of(admitting));
        PasscodeMail mail =
                new PasscodeMail("id", request, CODE, 300, Postage.Paid.withoutPause(List.of()), codeInSubject);
        RealmModel realm = Fake.of(RealmModel.class)
                .returning("getId", "contoso")
                .returning("getName", "contoso")
                .returning("getDisplayName", "Contoso")
                .make();
        return new PasscodeTemplate(session(), realm).write(mail);
    }

    private KeycloakSession session() {
        Properties messages = new Properties();
        messages.putAll(Map.of(
                "xtCodeSubject", "Your {0} code",
                "xtCodeSubjectWithCode", "{0} is your {1} code",
                "xtNoCodeSubject", "No code for {0}"));
        Theme theme = Fake.of(Theme.class)
                .returning("getEnhancedMessages", messages)
                .returning("getProperties", new Properties())
                .make();
        FreeMarkerProvider freeMarker = Fake.of(FreeMarkerProvider.class)
                .answering("processTemplate", arguments -> {
                    ((Map<?, ?>) arguments[0]).forEach((name, value) -> values.put((String) name, value));
                    return "body";
                })
                .make();
        UPConfig noAttributes = new UPConfig();
        noAttributes.setAttributes(List.of());
        Map<Class<?>, Object> providers = Map.of(
                FreeMarkerProvider.class,
                freeMarker,
                HostnameProvider.class,
                Fake.of(HostnameProvider.class)
                        .returning("getBaseUri", URI.create("https://id.example.com/"))
                        .make(),
                UserProfileProvider.class,
                Fake.of(UserProfileProvider.class)
                        .returning("getConfiguration", noAttributes)
                        .make());
        KeycloakSession hostname = Fake.of(KeycloakSession.class)
                .answering("getProvider", of -> providers.get(of[0]))
                .make();
        KeycloakUriInfo pages = new KeycloakUriInfo(hostname, UrlType.FRONTEND, null);
        return Fake.of(KeycloakSession.class)
                .answering("getProvider", of -> providers.get(of[0]))
                .returning(
                        "theme",
                        Fake.of(ThemeManager.class).returning("getTheme", theme).make())
                .returning(
                        "getContext",
                        Fake.of(KeycloakContext.class)
                                .returning("resolveLocale", Locale.ENGLISH)
                                .returning("getUri", pages)
                                .make())
                .make();
    }
}
