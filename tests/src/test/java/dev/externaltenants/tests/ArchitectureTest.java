package dev.externaltenants.tests;

import java.time.Instant;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** The house of the design holds: dependencies go down the layers, and engines know neither HTTP nor HTML. */
@Tag("any-database")
final class ArchitectureTest {

    private static JavaClasses shipped;

    @BeforeAll
    static void readShippedCode() {
        shipped = new ClassFileImporter().withImportOption(new ShippedCode()).importPackages("dev.externaltenants");
    }

    @Test
    void dependenciesGoDownTheLayers() {
        ArchRule rule = layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("compat")
                .definedBy("dev.externaltenants.compat..")
                .layer("user flow")
                .definedBy("dev.externaltenants.userflow..")
                .layer("custom attributes")
                .definedBy("dev.externaltenants.customattributes..")
                .layer("e-mail passcodes")
                .definedBy("dev.externaltenants.emailotp..")
                .layer("claims extension")
                .definedBy("dev.externaltenants.claimsextension..")
                .layer("themes")
                .definedBy("dev.externaltenants.themes..")
                .layer("tenant")
                .definedBy("dev.externaltenants.tenant..")
                .whereLayer("tenant")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("custom attributes")
                .mayOnlyBeAccessedByLayers("claims extension", "tenant")
                .whereLayer("e-mail passcodes")
                .mayOnlyBeAccessedByLayers("claims extension", "tenant")
                .whereLayer("claims extension")
                .mayOnlyBeAccessedByLayers("tenant")
                .whereLayer("themes")
                .mayOnlyBeAccessedByLayers("tenant")
                .whereLayer("compat")
                .mayOnlyBeAccessedByLayers(
                        "user flow", "custom attributes", "e-mail passcodes", "claims extension", "themes", "tenant")
                .whereLayer("user flow")
                .mayOnlyBeAccessedByLayers(
                        "custom attributes", "e-mail passcodes", "claims extension", "themes", "tenant");

        rule.check(shipped);
    }

    @Test
    void modulesHaveNoCycles() {
        ArchRule rule = slices().matching("dev.externaltenants.(*)..").should().beFreeOfCycles();

        rule.check(shipped);
    }

    /** An engine is what stands behind a provider interface of ours, and the factory's product, not a resource of REST. */
    @Test
    void enginesKnowNoHttpAndNoHtml() {
        ArchRule rule = noClasses()
                .that()
                .haveNameMatching(".*\\.[A-Za-z]*Provider")
                .and(not(assignableTo("org.keycloak.services.resource.RealmResourceProvider")))
                .and(not(assignableTo("org.keycloak.services.resources.admin.ext.AdminRealmResourceProvider")))
                .should()
                .dependOnClassesThat(resideInAPackage("jakarta.ws.rs..")
                        .or(nameMatching("org\\.keycloak\\.authentication\\.AuthenticationFlowContext"))
                        .or(nameMatching("org\\.keycloak\\.forms\\.login\\.LoginFormsProvider")));

        rule.check(shipped);
    }

    /** Where the thinking of a module lives: its engine packages, whatever the classes are called. */
    @Test
    void enginePackagesKnowNoHttpAndNoHtml() {
        ArchRule rule = noClasses()
                .that(resideInAnyPackage(
                        "dev.externaltenants.userflow",
                        "dev.externaltenants.userflow.store..",
                        "dev.externaltenants.customattributes",
                        "dev.externaltenants.customattributes.signup..",
                        "dev.externaltenants.customattributes.hook..",
                        "dev.externaltenants.emailotp",
                        "dev.externaltenants.claimsextension",
                        "dev.externaltenants.claimsextension.callout..",
                        "dev.externaltenants.claimsextension.listener..",
                        "dev.externaltenants.claimsextension.trial..",
                        "dev.externaltenants.claimsextension.contract..",
                        "dev.externaltenants.themes.branding",
                        "dev.externaltenants.themes.language",
                        "dev.externaltenants.tenant",
                        "dev.externaltenants.tenant.document..",
                        "dev.externaltenants.tenant.setup.."))
                .should()
                .dependOnClassesThat(resideInAPackage("jakarta.ws.rs..")
                        .or(nameMatching("org\\.keycloak\\.authentication\\.AuthenticationFlowContext"))
                        .or(nameMatching("org\\.keycloak\\.forms\\.login\\.LoginFormsProvider")));

        rule.check(shipped);
    }

    @Test
    void randomnessIsSecure() {
        ArchRule rule = noClasses()
                .should()
                .dependOnClassesThat(nameMatching("java\\.util\\.Random"))
                .orShould()
                .dependOnClassesThat(nameMatching("java\\.util\\.concurrent\\.ThreadLocalRandom"))
                .orShould()
                .callMethod(Math.class, "random");

        rule.check(shipped);
    }

    /** Wall time comes from Keycloak's clock, so that tests can move it; {@code System.nanoTime} measures durations. */
    @Test
    void timeComesFromKeycloaksClock() {
        ArchRule rule = noClasses()
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Instant.class, "now");

        rule.check(shipped);
    }

    @Test
    void nothingIsPrintedPastTheLog() {
        ArchRule rule = noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace");

        rule.check(shipped);
    }

    @Test
    void authenticatorsAreAdaptersInPackagesOfSteps() {
        ArchRule rule = classes()
                .that()
                .haveSimpleNameEndingWith("Authenticator")
                .should()
                .resideInAnyPackage("..signin..", "..signup..", "..collection..", "..broker..");

        rule.check(shipped);
    }

    /** The provider jars: neither the samples nor anything of the tests. */
    static final class ShippedCode implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return !location.contains("samples")
                    && !location.contains("/tests/")
                    && !location.contains("external-tenants-tests");
        }
    }
}
