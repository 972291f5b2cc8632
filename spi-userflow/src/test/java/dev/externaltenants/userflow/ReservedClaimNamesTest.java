package dev.externaltenants.userflow;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReservedClaimNamesTest {

    @ParameterizedTest
    @ValueSource(strings = {"sub", "preferred_username", "upn", "unique_name", "oid", "tid", "idp", "OID"})
    void keepsTheClaimsByWhichAppsKnowWhoTheCustomerIs(String claim) {
        assertThat(ReservedClaimNames.isReserved(claim)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"loyaltyNumber", "owner", "idps"})
    void leavesTheOthers(String claim) {
        assertThat(ReservedClaimNames.isReserved(claim)).isFalse();
    }
}
