package dev.externaltenants.userflow;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class RequiredModuleTest {

    @Test
    void isContentWithThePackedModules() {
        assertThatCode(() -> RequiredModule.check(getClass().getClassLoader())).doesNotThrowAnyException();
    }

    @Test
    void stopsTheStartWhereTheModuleIsMissing() {
        assertThatIllegalStateException()
                .isThrownBy(() -> RequiredModule.check(ClassLoader.getPlatformClassLoader()))
                .withMessageContaining("external-tenants-keycloak-compat is missing");
    }
}
