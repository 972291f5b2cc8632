package dev.externaltenants.compat.selfcheck;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SelfCheckTest {

    private static final Platform KEYCLOAK_26_7 = new Platform("26.7.9", "17.0.15", "postgres", "100000");

    private final List<PackJar> jars = new ArrayList<>(SelfCheck.MODULES.stream()
            .map(module -> new PackJar(module, "1.2.0", "26.7.4"))
            .toList());

    @Test
    void saysInOneLineWhatRunsOnWhat() {
        assertThat(new SelfCheck(jars, KEYCLOAK_26_7).summary())
                .isEqualTo("External Tenants 1.2.0: built for Keycloak 26.7.4, running on 26.7.9, Java 17.0.15,"
                        + " database postgres, modules: keycloak-compat, spi-claims-extension, spi-custom-attributes,"
                        + " spi-email-otp, spi-tenant, spi-userflow, themes");
    }

    @Test
    void isContentWithAllModulesOfOneVersionOnAnyPatchOfItsKeycloak() {
        assertThat(new SelfCheck(jars, KEYCLOAK_26_7).warnings()).isEmpty();
        assertThat(new SelfCheck(jars, KEYCLOAK_26_7).hints()).isEmpty();
    }

    @Test
    void warnsOfMixedVersionsByName() {
        jars.set(5, new PackJar("themes", "1.1.0", "26.7.4"));

        SelfCheck check = new SelfCheck(jars, KEYCLOAK_26_7);

        assertThat(check.warnings())
                .singleElement()
                .asString()
                .contains("different versions", "themes 1.1.0", "spi-tenant 1.2.0");
        assertThat(check.version()).isEqualTo("1.1.0, 1.2.0");
    }

    @Test
    void warnsOfAJarThatAnUpgradeLeftBehind() {
        jars.add(new PackJar("themes", "1.1.0", "26.7.4"));

        assertThat(new SelfCheck(jars, KEYCLOAK_26_7).warnings())
                .singleElement()
                .asString()
                .contains("themes 1.1.0", "themes 1.2.0");
    }

    @Test
    void warnsOfTheSameJarTwice() {
        jars.add(new PackJar("themes", "1.2.0", "26.7.4"));

        assertThat(new SelfCheck(jars, KEYCLOAK_26_7).warnings()).hasSize(1);
    }

    @Test
    void warnsOfMissingModulesByName() {
        jars.removeIf(jar -> jar.module().equals("themes") || jar.module().equals("spi-email-otp"));

        assertThat(new SelfCheck(jars, KEYCLOAK_26_7).warnings())
                .containsExactly("Modules are missing: spi-email-otp, themes. Install the jars of all");
    }

    @Test
    void warnsOfAnotherMinorOfKeycloak() {
        Platform next = new Platform("26.8.0", "17.0.15", "postgres", "100000");

        assertThat(new SelfCheck(jars, next).warnings())
                .containsExactly("Built for Keycloak 26.7.4, running on 26.8.0, which it was not tested with");
    }

    @Test
    void hintsAtARealmCacheOfDefaultSize() {
        Platform untuned = new Platform("26.7.4", "17.0.15", "postgres", null);

        assertThat(new SelfCheck(jars, untuned).hints())
                .singleElement()
                .asString()
                .contains("--cache-embedded-realms-max-count");
    }

    @Test
    void saysThatItKnowsNothingWhereNothingWasPacked() {
        SelfCheck check = new SelfCheck(List.of(), KEYCLOAK_26_7);

        assertThat(check.summary()).contains("External Tenants unknown", "modules: unknown");
        assertThat(check.warnings()).isEmpty();
    }

    @Test
    void tellsTheAdminConsoleTheSame() {
        assertThat(new SelfCheck(jars, KEYCLOAK_26_7).operationalInfo())
                .containsEntry("version", "1.2.0")
                .containsEntry("runningOnKeycloak", "26.7.9")
                .containsEntry("warnings", "none");
    }
}
