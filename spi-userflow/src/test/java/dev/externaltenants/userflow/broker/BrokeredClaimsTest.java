package dev.externaltenants.userflow.broker;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BrokeredClaimsTest {

    private static final String EMAIL = "anna@example.com";

    @Test
    void anAddressOfWhichNothingIsSaidIsNotVerified() {
        assertThat(claims(Map.of("email", EMAIL)).emailVerified()).isFalse();
    }

    @Test
    void anAddressOfWhichNothingIsSaidIsVerifiedWhereTheOperatorVouchesForTheProvider() {
        assertThat(trusted(Map.of("email", EMAIL)).emailVerified()).isTrue();
    }

    @Test
    void anAddressThatTheProviderCallsUnverifiedIsSoWhateverTheOperatorSays() {
        assertThat(trusted(Map.of("email", EMAIL, "email_verified", false)).emailVerified())
                .isFalse();
    }

    @Test
    void theProvidersYesCountsAsABooleanAndAsAString() {
        assertThat(claims(Map.of("email", EMAIL, "email_verified", true)).emailVerified())
                .isTrue();
        assertThat(claims(Map.of("email", EMAIL, "email_verified", "true")).emailVerified())
                .isTrue();
    }

    @Test
    void aYesToAnotherAddressOrToNoneDoesNotCount() {
        BrokeredClaims claims = new BrokeredClaims(
                List.of(
                        Map.of("email", EMAIL),
                        Map.of("email", "eve@example.com", "email_verified", true),
                        Map.of("email_verified", true)),
                Map.of(),
                EMAIL,
                false);

        assertThat(claims.emailVerified()).isFalse();
    }

    @Test
    void oneNoOutweighsAYes() {
        BrokeredClaims claims = new BrokeredClaims(
                List.of(
                        Map.of("email", EMAIL, "email_verified", true),
                        Map.of("email", "Anna@Example.com", "email_verified", false)),
                Map.of(),
                EMAIL,
                false);

        assertThat(claims.emailVerified()).isFalse();
    }

    @Test
    void noAddressIsNeverVerified() {
        assertThat(new BrokeredClaims(List.of(Map.of("email_verified", true)), Map.of(), null, true).emailVerified())
                .isFalse();
    }

    @Test
    void thePartsOfAnAddressAreTakenFromTheirOwnClaimsOrFromAddress() {
        BrokeredClaims claims = new BrokeredClaims(
                List.of(
                        Map.of("locality", "Oslo"),
                        Map.of("address", Map.of("locality", "Bergen", "country", "NO"), "name", "Anna")),
                Map.of("given_name", "Anna"),
                EMAIL,
                false);

        assertThat(claims.values())
                .isEqualTo(Map.of("locality", "Oslo", "country", "NO", "name", "Anna", "given_name", "Anna"));
    }

    @Test
    void claimsThatNoUserFlowKnowsAndThoseThatAreNoTextAreLeftOut() {
        assertThat(claims(Map.of("roles", List.of("admin"), "xt.userFlow", "x", "name", List.of("a", "b")))
                        .values())
                .isEmpty();
    }

    private static BrokeredClaims trusted(Map<String, Object> said) {
        return new BrokeredClaims(List.of(said), Map.of(), (String) said.get("email"), true);
    }

    private static BrokeredClaims claims(Map<String, Object> said) {
        return new BrokeredClaims(List.of(said), Map.of(), (String) said.get("email"), false);
    }
}
