package dev.externaltenants.tenant.setup;

import dev.externaltenants.tenant.TenantProvider;
import dev.externaltenants.userflow.TenantSettings;
import org.junit.jupiter.api.Test;
import org.keycloak.provider.ProviderConfigProperty;

import static org.assertj.core.api.Assertions.assertThat;

class TenantComponentTest {

    @Test
    void isTheOneThatSignInReadsSettingsFrom() {
        assertThat(TenantSettings.COMPONENT_TYPE).isEqualTo(TenantProvider.class.getName());
    }

    @Test
    void declaresTheSettingsThatExportsMustCarry() {
        assertThat(TenantComponent.properties())
                .extracting(ProviderConfigProperty::getName)
                .contains(
                        TenantSettings.CODE_CUSTOMERS,
                        "testApp",
                        "selfDeletion",
                        "bannedPasswords",
                        "before",
                        "schemaVersion");
    }
}
