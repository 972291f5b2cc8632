package dev.externaltenants.claimsextension;

import java.util.List;
import java.util.Map;

import dev.externaltenants.claimsextension.CustomExtension.BehaviorOnError;
import dev.externaltenants.claimsextension.CustomExtension.ClaimMapping;
import dev.externaltenants.userflow.rest.Json;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CustomExtensionTest {

    @Test
    void putsOnlyMappedClaimsIntoTokensUnderTheirNewNames() {
        CustomExtension extension =
                Extensions.mapping(new ClaimMapping("dateOfBirth", "birthdate"), new ClaimMapping("interests", null));

        Map<String, Object> claims = extension.claimsForToken(
                Map.of("dateOfBirth", "2000-01-01", "interests", List.of("Chess"), "secret", "not mapped"));

        assertThat(claims).isEqualTo(Map.of("birthdate", "2000-01-01", "interests", List.of("Chess")));
    }

    @Test
    void matchesKeysOfTheAnswerWithTheirCase() {
        CustomExtension extension = Extensions.mapping(new ClaimMapping("loyaltyTier", null));

        assertThat(extension.claimsForToken(Map.of("LoyaltyTier", "gold"))).isEmpty();
    }

    @Test
    void setsNoReservedClaimEvenIfOneWereStored() {
        CustomExtension extension = Extensions.mapping(new ClaimMapping("subject", "sub"));

        assertThat(extension.claimsForToken(Map.of("subject", "someone-else"))).isEmpty();
    }

    @Test
    void hasEntrasDefaults() {
        CustomExtension extension =
                Json.read("{\"name\":\"c\",\"targetUrl\":\"https://a.example\"}", CustomExtension.class);

        assertThat(extension.timeoutInMilliseconds()).isEqualTo(1000);
        assertThat(extension.maximumRetries()).isEqualTo(1);
        assertThat(extension.behaviorOnError()).isEqualTo(BehaviorOnError.FAIL);
        assertThat(extension.displayName()).isEqualTo("c");
    }
}
