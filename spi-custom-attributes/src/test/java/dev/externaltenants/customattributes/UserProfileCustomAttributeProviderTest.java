package dev.externaltenants.customattributes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import dev.externaltenants.compat.KeycloakCompat;
import dev.externaltenants.customattributes.purge.ValuePurgeProvider;
import dev.externaltenants.tests.fakes.Fake;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.UserFlowProvider;
import dev.externaltenants.userflow.input.InputType;
import org.junit.jupiter.api.Test;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.ProtocolMapperUtils;
import org.keycloak.protocol.oidc.mappers.UserAttributeMapper;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPAttributePermissions;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.userprofile.config.UPConfigUtils;

import static dev.externaltenants.customattributes.Flows.custom;
import static dev.externaltenants.customattributes.Flows.optional;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class UserProfileCustomAttributeProviderTest {

    private final List<ClientModel> apps = new ArrayList<>();
    private final RealmModel realm = realm();
    private final AtomicReference<RealmModel> contextRealm = new AtomicReference<>(realm);
    private final AtomicReference<UPConfig> profile = new AtomicReference<>(UPConfigUtils.parseSystemDefaultConfig());
    private final List<RealmModel> writtenIn = new ArrayList<>();
    private final List<UserFlow> flows = new ArrayList<>();
    private final List<String> purged = new ArrayList<>();
    private Runnable writerBefore = () -> {};
    private final CustomAttributeProvider attributes = new UserProfileCustomAttributeProvider(Fake.session(Map.of(
                    CustomAttributeProvider.class,
                            Fake.of(CustomAttributeProvider.class)
                                    .on("catalogue", arguments -> this.attributes.catalogue(realm))
                                    .get(),
                    UserProfileProvider.class, profiles(),
                    KeycloakCompat.class, compat(),
                    ValuePurgeProvider.class, purges(),
                    UserFlowProvider.class,
                            Fake.of(UserFlowProvider.class)
                                    .on("list", arguments -> flows.stream())
                                    .get()))
            .on("getContext", arguments -> context())
            .get());

    @Test
    void listsWhatWasDefined() {
        attributes.define(realm, custom("loyaltyNumber", DataType.INT));
        attributes.define(realm, custom("hobby", DataType.STRING));

        assertThat(attributes.list(realm)).extracting(CustomAttribute::name).containsExactly("loyaltyNumber", "hobby");
        assertThat(attributes.find(realm, "hobby")).contains(custom("hobby", DataType.STRING));
    }

    @Test
    void showsBuiltInAttributesFirstInTheCatalogue() {
        attributes.define(realm, custom("hobby", DataType.STRING));

        assertThat(attributes.catalogue(realm))
                .hasSize(BuiltInAttribute.values().length + 1)
                .startsWith(BuiltInAttribute.GIVEN_NAME)
                .endsWith(custom("hobby", DataType.STRING));
    }

    @Test
    void refusesANameThatTheTenantHas() {
        attributes.define(realm, custom("hobby", DataType.STRING));

        assertThatThrownBy(() -> attributes.define(realm, custom("HOBBY", DataType.INT)))
                .hasMessageContaining("xt_attribute_name_taken");
    }

    @Test
    void refusesTheNamesOfBuiltInAttributesInBothSpellings() {
        assertThatThrownBy(() -> attributes.define(realm, custom("city", DataType.STRING)))
                .hasMessageContaining("xt_attribute_name_taken");
        assertThatThrownBy(() -> attributes.define(realm, custom("locality", DataType.STRING)))
                .hasMessageContaining("xt_attribute_name_taken");
    }

    @Test
    void refusesANameThatAnOperatorUsesInTheUserProfile() {
        profile.get().addOrReplaceAttribute(new UPAttribute("department"));

        assertThatThrownBy(() -> attributes.define(realm, custom("department", DataType.STRING)))
                .hasMessageContaining("xt_attribute_name_taken");
    }

    @Test
    void refusesTheHundredAndFirst() {
        for (int i = 1; i <= 100; i++) {
            attributes.define(realm, custom("a" + i, DataType.STRING));
        }

        assertThatThrownBy(() -> attributes.define(realm, custom("a101", DataType.STRING)))
                .hasMessageContaining("xt_attribute_limit_reached");
    }

    @Test
    void changesTheTextsAndKeepsWhatAnOperatorSet() {
        attributes.define(realm, custom("hobby", DataType.STRING));
        profile.get().getAttribute("hobby").setGroup("user-metadata");

        attributes.update(realm, new CustomAttribute("hobby", "Pastime", "What they like", null));

        assertThat(attributes.find(realm, "hobby"))
                .contains(new CustomAttribute("hobby", "Pastime", "What they like", DataType.STRING));
        assertThat(profile.get().getAttribute("hobby").getGroup()).isEqualTo("user-metadata");
    }

    @Test
    void raisesALengthAndNeverLowersIt() {
        attributes.define(realm, custom("hobby", DataType.STRING));

        attributes.update(realm, new CustomAttribute("hobby", null, null, DataType.STRING, 1000));

        assertThat(attributes.find(realm, "hobby").orElseThrow().maxLength()).isEqualTo(1000);
        assertThatThrownBy(
                        () -> attributes.update(realm, new CustomAttribute("hobby", null, null, DataType.STRING, 999)))
                .hasMessageContaining("xt_attribute_max_length_lowered");
        assertThatThrownBy(() -> attributes.update(realm, custom("hobby", DataType.STRING)))
                .hasMessageContaining("xt_attribute_max_length_lowered");
    }

    @Test
    void neverChangesAType() {
        attributes.define(realm, custom("hobby", DataType.STRING));

        assertThatThrownBy(() -> attributes.update(realm, custom("hobby", DataType.INT)))
                .hasMessageContaining("xt_attribute_type_immutable");
    }

    @Test
    void deletesWhatNoFlowCollects() {
        attributes.define(realm, custom("hobby", DataType.STRING));

        attributes.delete(realm, "hobby");

        assertThat(attributes.list(realm)).isEmpty();
    }

    @Test
    void keepsWhatTheTokensOfAnAppCarry() {
        attributes.define(realm, custom("hobby", DataType.STRING));
        ProtocolMapperModel claim = new ProtocolMapperModel();
        claim.setName("xt-claim pastime");
        claim.setProtocolMapper(UserAttributeMapper.PROVIDER_ID);
        claim.setConfig(Map.of(ProtocolMapperUtils.USER_ATTRIBUTE, "hobby"));
        apps.add(Fake.of(ClientModel.class)
                .on("getClientId", arguments -> "shop")
                .on("getProtocol", arguments -> "openid-connect")
                .on("getProtocolMappersStream", arguments -> Stream.of(claim))
                .get());

        assertThatThrownBy(() -> attributes.delete(realm, "hobby"))
                .hasMessageContaining("xt_attribute_in_use")
                .hasMessageContaining("shop");
        assertThat(attributes.list(realm)).hasSize(1);
    }

    @Test
    void keepsWhatAFlowCollects() {
        attributes.define(realm, custom("hobby", DataType.STRING));
        flows.add(Flows.asking(optional("hobby", InputType.TEXT)));

        assertThatThrownBy(() -> attributes.delete(realm, "hobby")).hasMessageContaining("xt_attribute_in_use");
    }

    @Test
    void neitherChangesNorDeletesBuiltInAttributes() {
        assertThatThrownBy(() -> attributes.update(realm, custom("city", DataType.STRING)))
                .hasMessageContaining("xt_attribute_built_in");
        assertThatThrownBy(() -> attributes.delete(realm, "city")).hasMessageContaining("xt_attribute_built_in");
    }

    @Test
    void saysThatAnUnknownAttributeIsNotFound() {
        assertThatThrownBy(() -> attributes.delete(realm, "hobby")).hasMessageContaining("xt_attribute_not_found");
        assertThatThrownBy(() -> attributes.delete(realm, "email")).hasMessageContaining("xt_attribute_not_found");
    }

    @Test
    void seesTheNameThatAWriterBeforeHasTaken() {
        writerBefore = () -> store("hobby");

        assertThatThrownBy(() -> attributes.define(realm, custom("hobby", DataType.STRING)))
                .hasMessageContaining("xt_attribute_name_taken");
    }

    @Test
    void keepsWhatAWriterBeforeHasDefined() {
        writerBefore = () -> store("hobby");

        attributes.define(realm, custom("loyaltyNumber", DataType.INT));

        assertThat(attributes.list(realm)).extracting(CustomAttribute::name).containsExactly("hobby", "loyaltyNumber");
    }

    @Test
    void keepsWhatAWriterBeforeHasDefinedWhenTextsChangeAndAttributesGo() {
        attributes.define(realm, custom("colour", DataType.STRING));
        writerBefore = () -> store("hobby");
        attributes.update(realm, new CustomAttribute("colour", "Favourite colour", null, null));
        writerBefore = () -> store("shoeSize");
        attributes.delete(realm, "colour");

        assertThat(attributes.list(realm)).extracting(CustomAttribute::name).containsExactly("hobby", "shoeSize");
    }

    @Test
    void preparesWhatAWriterBeforeHasStored() {
        writerBefore = () -> store("hobby");

        attributes.prepare(realm);

        assertThat(attributes.find(realm, "hobby")).isPresent();
    }

    /** What a customer could set would have another system decide about her password. */
    @Test
    void onlyAdministratorsWriteWhatMarksAMigration() {
        attributes.define(realm, custom("toBeMigratedShop", DataType.BOOLEAN));
        attributes.define(realm, custom("terms", DataType.BOOLEAN));

        UPAttribute mark = profile.get().getAttribute("toBeMigratedShop");
        assertThat(mark.getPermissions().getEdit()).containsExactly("admin");
        assertThat(mark.getPermissions().getView()).containsExactly("admin");
        assertThat(attributes.marksMigration(realm, "toBeMigratedShop")).isTrue();
        assertThat(attributes.marksMigration(realm, "terms")).isFalse();
        assertThat(attributes.marksMigration(realm, "toBeMigrated")).isFalse();
    }

    @Test
    void preparingTakesTheMarkOfAMigrationFromCustomers() {
        attributes.define(realm, custom("toBeMigrated", DataType.BOOLEAN));
        profile.get()
                .getAttribute("toBeMigrated")
                .setPermissions(new UPAttributePermissions(Set.of("admin", "user"), Set.of("admin", "user")));
        assertThat(attributes.marksMigration(realm, "toBeMigrated")).isFalse();

        attributes.prepare(realm);

        assertThat(attributes.marksMigration(realm, "toBeMigrated")).isTrue();
    }

    @Test
    void preparesOnceOnly() {
        attributes.prepare(realm);
        attributes.prepare(realm);

        assertThat(writtenIn).containsExactly(realm);
    }

    @Test
    void worksInTheRealmItIsAskedForAndPutsTheContextBack() {
        RealmModel master = realm();
        contextRealm.set(master);

        attributes.prepare(realm);

        assertThat(writtenIn).containsExactly(realm);
        assertThat(contextRealm).hasValue(master);
    }

    @Test
    void definesNoNameWhoseValuesAreGoing() {
        attributes.define(realm, custom("hobby", DataType.STRING));
        attributes.deleteWithValues(realm, "hobby");

        assertThatThrownBy(() -> attributes.define(realm, custom("hobby", DataType.STRING)))
                .hasMessageContaining("xt_attribute_purge_running");
        assertThat(attributes.isInUserProfile(realm, "hobby")).isFalse();
    }

    @Test
    void leavesTheValuesOfWhatItDoesNotDelete() {
        assertThatThrownBy(() -> attributes.deleteWithValues(realm, "email"))
                .hasMessageContaining("xt_attribute_not_found");
        assertThat(purged).isEmpty();
    }

    /** Purges that never end. */
    private ValuePurgeProvider purges() {
        return Fake.of(ValuePurgeProvider.class)
                .on("begin", arguments -> {
                    purged.add((String) arguments[1]);
                    return null;
                })
                .on("requireNone", arguments -> {
                    if (purged.contains(arguments[1])) {
                        throw TenantException.conflict("xt_attribute_purge_running", "name", "");
                    }
                    return null;
                })
                .get();
    }

    private UserProfileProvider profiles() {
        return Fake.of(UserProfileProvider.class)
                .on("getConfiguration", arguments -> profile.get().clone())
                .on("setConfiguration", arguments -> {
                    profile.set((UPConfig) arguments[0]);
                    writtenIn.add(contextRealm.get());
                    return null;
                })
                .get();
    }

    /** Whoever waits for the lock finds what the writer before has stored. */
    private KeycloakCompat compat() {
        return Fake.of(KeycloakCompat.class)
                .on("lockConfiguration", arguments -> {
                    writerBefore.run();
                    return null;
                })
                .get();
    }

    private void store(String name) {
        profile.set(profile.get()
                .clone()
                .addOrReplaceAttribute(UserProfileAttributes.write(custom(name, DataType.STRING))));
    }

    private KeycloakContext context() {
        return Fake.of(KeycloakContext.class)
                .on("getRealm", arguments -> contextRealm.get())
                .on("setRealm", arguments -> {
                    contextRealm.set((RealmModel) arguments[0]);
                    return null;
                })
                .get();
    }

    /** No tenant, so one without user names. */
    private RealmModel realm() {
        return Fake.of(RealmModel.class)
                .on("getId", arguments -> "contoso")
                .on("getComponentsStream", arguments -> Stream.empty())
                .on("getClientsStream", arguments -> apps.stream())
                .get();
    }
}
