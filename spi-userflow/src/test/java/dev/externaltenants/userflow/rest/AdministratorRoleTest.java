package dev.externaltenants.userflow.rest;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

final class AdministratorRoleTest {

    /** A role of Keycloak that changes things, or shows secrets, is the way from one task to all. */
    @Test
    void noRoleHoldsOneOfKeycloaksThatReachesFurtherThanItsTask() {
        assertThat(AdministratorRole.ALL.stream().flatMap(role -> role.ofKeycloak().stream()))
                .allMatch(name -> name.startsWith("view-") || name.startsWith("query-"))
                .doesNotContain("view-clients");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REPORTS")
    void eachTaskHasOneRoleThatManagesIt(AdministratorTask task) {
        assertThat(AdministratorRole.ALL.stream().filter(role -> role.manages(task)))
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void eachTaskCanBeReadByTheSecurityReader(AdministratorTask task) {
        assertThat(AdministratorRole.ALL.stream()
                        .filter(role -> role.views(task))
                        .map(AdministratorRole::roleName))
                .contains("xt-security-reader");
    }

    @Test
    void namesCarryOurPrefixAndOccurOnce() {
        Stream<String> names = AdministratorRole.ALL.stream().map(AdministratorRole::roleName);

        assertThat(names).allMatch(name -> name.startsWith("xt-")).doesNotHaveDuplicates();
    }
}
