package dev.externaltenants.claimsextension;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.externaltenants.claimsextension.CallerAuthentication.Means;
import dev.externaltenants.claimsextension.CustomExtension.ClaimMapping;
import dev.externaltenants.claimsextension.listener.AuthenticationEventListenerProvider;
import dev.externaltenants.claimsextension.listener.Listeners;
import dev.externaltenants.compat.KeycloakCompat;
import dev.externaltenants.tests.fakes.Fake;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.UserFlowProvider;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ComponentCustomExtensionProviderTest {

    private final Map<String, ComponentModel> components = new LinkedHashMap<>();
    private final Map<String, ClientModel> apps = new HashMap<>();
    private final RealmModel realm = realm();
    private String usedByAFlow;
    private String usedByAListener;
    private Runnable writerBefore = () -> {};
    private final CustomExtensionProvider extensions =
            new ComponentCustomExtensionProviderFactory().create(sessionWithOneFlow());

    @Test
    void keepsWhatWasCreated() {
        CustomExtension created = extensions.create(realm, Extensions.mapping(new ClaimMapping("a", "b")));

        assertThat(extensions.find(realm, created.id())).contains(created);
        assertThat(created.version()).isEqualTo(1);
        assertThat(created.resourceId()).isEqualTo("api://api.example.org/" + created.id());
        assertThat(created.claims()).containsExactly(new ClaimMapping("a", "b"));
    }

    @Test
    void storesReadableKeys() {
        extensions.create(realm, Extensions.mapping(new ClaimMapping("a", "b")));

        ComponentModel stored = components.values().iterator().next();
        assertThat(stored.get("timeoutInMilliseconds")).isEqualTo("1000");
        assertThat(stored.get("behaviorOnError")).isEqualTo("FAIL");
        assertThat(stored.get("claims")).isEqualTo("[{\"claimIdInApiResponse\":\"a\",\"claim\":\"b\"}]");
    }

    @Test
    void declaresEveryStoredKeySoThatPartialExportKeepsIt() {
        extensions.create(realm, Extensions.calling("https://api.example.org", 1000, 1));

        assertThat(new ComponentCustomExtensionProviderFactory().getConfigProperties())
                .extracting(ProviderConfigProperty::getName)
                .containsAll(components.values().iterator().next().getConfig().keySet());
    }

    @Test
    void keepsHowLongAnswersCountAndWhatCodesAreCalled() {
        CustomExtension cached = extensions.create(realm, Extensions.cached(60));
        CustomExtension naming = extensions.create(realm, Extensions.namingCodes("onetimecode"));

        assertThat(extensions.find(realm, cached.id()).orElseThrow().cacheInSeconds())
                .isEqualTo(60);
        assertThat(extensions.find(realm, cached.id()).orElseThrow().otpCodeName())
                .isEqualTo("oneTimeCode");
        assertThat(extensions.find(realm, naming.id()).orElseThrow().cacheInSeconds())
                .isZero();
        assertThat(extensions.find(realm, naming.id()).orElseThrow().otpCodeName())
                .isEqualTo("onetimecode");
        assertThat(new ComponentCustomExtensionProviderFactory().getConfigProperties())
                .extracting(ProviderConfigProperty::getName)
                .contains("cacheInSeconds", "otpCodeName");
    }

    @Test
    void parsesAStoredExtensionOnce() {
        CustomExtension created = extensions.create(realm, Extensions.named("one"));

        assertThat(extensions.find(realm, created.id()).orElseThrow())
                .isSameAs(extensions.find(realm, created.id()).orElseThrow());
    }

    @Test
    void listsByName() {
        extensions.create(realm, Extensions.named("b"));
        extensions.create(realm, Extensions.named("a"));

        assertThat(extensions.list(realm)).extracting(CustomExtension::name).containsExactly("a", "b");
    }

    @Test
    void refusesANameTwice() {
        extensions.create(realm, Extensions.named("one"));

        refused("xt_extension_name_taken", () -> extensions.create(realm, Extensions.named("one")));
    }

    @Test
    void refusesTheHundredAndFirst() {
        for (int i = 0; i < CustomExtension.LIMIT; i++) {
            extensions.create(realm, Extensions.named("n" + i));
        }

        refused("xt_extension_limit_reached", () -> extensions.create(realm, Extensions.named("more")));
    }

    @Test
    void raisesTheVersionWithEveryChange() {
        CustomExtension created = extensions.create(realm, Extensions.named("one"));

        assertThat(extensions.update(realm, created).version()).isEqualTo(2);
    }

    @Test
    void refusesAChangeOfAnOldVersion() {
        CustomExtension created = extensions.create(realm, Extensions.named("one"));
        extensions.update(realm, created);

        refused("xt_version_conflict", () -> extensions.update(realm, created));
    }

    @Test
    void seesTheNameThatAWriterBeforeHasTaken() {
        writerBefore = () -> store("one", 1L);

        refused("xt_extension_name_taken", () -> extensions.create(realm, Extensions.named("one")));
    }

    @Test
    void seesTheVersionThatAWriterBeforeHasStored() {
        CustomExtension created = extensions.create(realm, Extensions.named("one"));
        writerBefore = () -> store(created.id(), 2L);

        refused("xt_version_conflict", () -> extensions.update(realm, created));
    }

    @Test
    void seesThatAWriterBeforeHasDeleted() {
        CustomExtension created = extensions.create(realm, Extensions.named("one"));
        writerBefore = components::clear;

        refused("xt_extension_not_found", () -> extensions.delete(realm, created.id()));
    }

    @Test
    void refusesToDeleteWhatAUserFlowPointsTo() {
        CustomExtension created = extensions.create(realm, Extensions.named("one"));
        usedByAFlow = created.id();

        refused("xt_extension_in_use", () -> extensions.delete(realm, created.id()));
        assertThat(components).hasSize(1);
    }

    @Test
    void refusesToDeleteWhatAnEventListenerPointsTo() {
        CustomExtension created = extensions.create(realm, Extensions.named("one"));
        usedByAListener = created.id();

        refused("xt_extension_in_use", () -> extensions.delete(realm, created.id()));
        assertThat(components).hasSize(1);
    }

    @Test
    void deletesWhatNoUserFlowPointsTo() {
        CustomExtension created = extensions.create(realm, Extensions.named("one"));

        extensions.delete(realm, created.id());

        assertThat(extensions.find(realm, created.id())).isEmpty();
        refused("xt_extension_not_found", () -> extensions.delete(realm, created.id()));
    }

    @Test
    void keepsASecretThatComesBackMasked() {
        CustomExtension created = extensions.create(realm, Extensions.provenBy(client("https://a.example/", "sesame")));

        CustomExtension updated = extensions.update(realm, masked(created, client("https://a.example/", "**********")));

        assertThat(updated.authentication().secret()).isEqualTo("sesame");
        assertThat(components.values().iterator().next().get("authentication")).doesNotContain("sesame", "secret");
    }

    @Test
    void sendsNoSecretToAPlaceThatWhoeverSetsItMayNotKnowItFor() {
        CustomExtension created = extensions.create(realm, Extensions.provenBy(client("https://a.example/", "sesame")));

        refused(
                "xt_extension_secret_missing",
                () -> extensions.update(realm, masked(created, client("https://thief.example/", "**********"))));
    }

    @Test
    void sendsNoProofToAnotherHostForWhoeverDoesNotKnowTheSecret() {
        CustomExtension created = extensions.create(realm, Extensions.provenBy(client("https://a.example/", "sesame")));
        CustomExtension led = Extensions.provenBy(client("https://a.example/", "**********"), "https://thief.example/a")
                .withId(created.id())
                .withVersion(created.version());

        refused("xt_extension_secret_missing", () -> extensions.update(realm, led));
    }

    @Test
    void sendsNoSecretToAnotherPortOrForAnotherScope() {
        CustomExtension created = extensions.create(realm, Extensions.provenBy(client("https://a.example/", "sesame")));
        CustomExtension otherPort = Extensions.provenBy(
                        client("https://a.example/", "**********"), "https://api.example.org:8443/claims")
                .withId(created.id())
                .withVersion(created.version());
        CustomExtension samePort = Extensions.provenBy(
                        client("https://a.example/", "**********"), "https://API.example.org:443/claims")
                .withId(created.id())
                .withVersion(created.version());
        CustomExtension otherScope = masked(
                created,
                new CallerAuthentication(
                        Means.OAUTH2_CLIENT_CREDENTIALS,
                        null,
                        null,
                        "https://a.example/",
                        "us",
                        "everything",
                        null,
                        null,
                        "**********"));

        refused("xt_extension_secret_missing", () -> extensions.update(realm, otherPort));
        refused("xt_extension_secret_missing", () -> extensions.update(realm, otherScope));
        assertThat(extensions.update(realm, samePort).authentication().secret()).isEqualTo("sesame");
    }

    @Test
    void refusesACallerWhoseClientIdAnAppHas() {
        apps.put(
                "99045fe1-7639-4a75-9d4a-577b6ca3810f",
                Fake.of(ClientModel.class).on("getId", args -> "app-id").get());

        refused("xt_extension_authentication_invalid", () -> extensions.create(realm, Extensions.named("one")));
        refused(
                "xt_extension_authentication_invalid",
                () -> extensions.create(realm, Extensions.provenBy(caller("99045FE1-7639-4a75-9d4a-577b6ca3810f"))));
        assertThat(extensions.create(realm, Extensions.provenBy(caller("11111111-2222-3333-4444-555555555555"))))
                .isNotNull();
    }

    @Test
    void leavesTheIdsThatApisKnowUsByToNoApp() {
        extensions.create(realm, Extensions.provenBy(caller("aaaaaaaa-2222-3333-4444-555555555555")));

        for (String taken : List.of(
                "99045FE1-7639-4a75-9d4a-577b6ca3810f",
                "AAAAAAAA-2222-3333-4444-555555555555",
                "api://api.example.org/" + Extensions.ID)) {
            refused("xt_application_client_id_taken", () -> CallerIdGuard.check(realm, taken));
        }
        assertThatCode(() -> CallerIdGuard.check(realm, "shop")).doesNotThrowAnyException();
    }

    private static CallerAuthentication caller(String appId) {
        return new CallerAuthentication(Means.BEARER, null, appId, null, null, null, null, null, null);
    }

    @Test
    void refusesTheAudienceOfAnAppAndThatOfAnExtensionOnAnotherHost() {
        extensions.create(realm, Extensions.calling("https://one.example/a", 1000, 1));

        refused(
                "xt_extension_resource_id_taken",
                () -> extensions.create(realm, Extensions.calling("https://two.example/a", 1000, 1)));
        apps.put(
                "api://api.example.org/" + Extensions.ID,
                Fake.of(ClientModel.class).on("getId", args -> "app-id").get());
        components.clear();
        refused(
                "xt_extension_resource_id_taken",
                () -> extensions.create(realm, Extensions.calling("https://one.example/a", 1000, 1)));
    }

    @Test
    void takesNoMaskForANewSecret() {
        refused(
                "xt_extension_secret_missing",
                () -> extensions.create(realm, Extensions.provenBy(client("https://a.example/", "**********"))));
    }

    @Test
    void marksTheSecretSoThatExportsMaskIt() {
        assertThat(new ComponentCustomExtensionProviderFactory().getConfigProperties())
                .filteredOn(ProviderConfigProperty::isSecret)
                .extracting(ProviderConfigProperty::getName)
                .containsExactly("secret");
    }

    @Test
    void findsNoComponentOfAnotherKind() {
        ComponentModel other = new ComponentModel();
        other.setId("other");
        other.setProviderType("org.keycloak.keys.KeyProvider");
        components.put("other", other);

        assertThat(extensions.find(realm, "other")).isEmpty();
    }

    @Test
    void refusesAnImportedComponentThatBreaksARule() {
        ComponentModel imported = ExtensionComponent.of(
                realm, Extensions.named("one").withId("id").withVersion(1L));
        imported.put("maximumRetries", "many");

        refused("xt_invalid_value", () -> realm.addComponentModel(imported));
    }

    @Test
    void refusesAUserFlowThatPointsNowhere() {
        refused(
                "xt_extension_unknown",
                () -> ExtensionsExistCheckFactory.check(extensions, realm, flowPointingTo("nowhere")));
    }

    @Test
    void acceptsAUserFlowThatPointsToAnExtension() {
        CustomExtension created = extensions.create(realm, Extensions.named("one"));

        ExtensionsExistCheckFactory.check(extensions, realm, flowPointingTo(created.id()));
        ExtensionsExistCheckFactory.check(extensions, realm, flowPointingTo(null));
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatExceptionOfType(TenantException.class)
                .isThrownBy(work)
                .extracting(TenantException::code)
                .isEqualTo(code);
    }

    private static CallerAuthentication client(String tokenEndpoint, String secret) {
        return new CallerAuthentication(
                Means.OAUTH2_CLIENT_CREDENTIALS, null, null, tokenEndpoint, "us", null, null, null, secret);
    }

    private static CustomExtension masked(CustomExtension stored, CallerAuthentication shown) {
        return Extensions.provenBy(shown).withId(stored.id()).withVersion(stored.version());
    }

    private static UserFlow flowPointingTo(String extensionId) {
        return new UserFlow(
                "flow",
                "default",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new UserFlow.Extensions(extensionId, null, null, null, null),
                1L);
    }

    private KeycloakSession sessionWithOneFlow() {
        UserFlowProvider flows = Fake.of(UserFlowProvider.class)
                .on("list", args -> Stream.of(flowPointingTo(usedByAFlow)))
                .get();
        // Whoever waits for the lock finds what the writer before has stored.
        KeycloakCompat compat = Fake.of(KeycloakCompat.class)
                .on("lockConfiguration", args -> {
                    writerBefore.run();
                    return null;
                })
                .get();
        AuthenticationEventListenerProvider listeners = Fake.of(AuthenticationEventListenerProvider.class)
                .on("list", args -> Stream.ofNullable(usedByAListener).map(Listeners::asking))
                .get();
        Map<Object, Object> providers = Map.of(
                KeycloakCompat.class,
                compat,
                UserFlowProvider.class,
                flows,
                AuthenticationEventListenerProvider.class,
                listeners);
        return Fake.of(KeycloakSession.class)
                .on("getProvider", args -> providers.get(args[0]))
                .get();
    }

    private void store(String id, Long version) {
        components.put(
                id,
                ExtensionComponent.of(realm, Extensions.named("one").withId(id).withVersion(version)));
    }

    private RealmModel realm() {
        ComponentCustomExtensionProviderFactory factory = new ComponentCustomExtensionProviderFactory();
        return Fake.of(RealmModel.class)
                .on("getId", args -> "realm")
                .on("getClientByClientId", args -> apps.get((String) args[0]))
                .on("getComponent", args -> components.get((String) args[0]))
                .on("getComponentsStream", args -> List.copyOf(components.values()).stream())
                .on("addComponentModel", args -> stored(factory, (ComponentModel) args[0]))
                .on("updateComponent", args -> stored(factory, (ComponentModel) args[0]))
                .on("removeComponent", args -> components.remove(((ComponentModel) args[0]).getId()))
                .get();
    }

    private ComponentModel stored(ComponentCustomExtensionProviderFactory factory, ComponentModel component) {
        factory.validateConfiguration(null, realm, component);
        components.put(component.getId(), component);
        return component;
    }
}
