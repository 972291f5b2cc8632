package dev.externaltenants.claimsextension;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import dev.externaltenants.claimsextension.CustomExtension.BehaviorOnError;
import dev.externaltenants.claimsextension.CustomExtension.ClaimMapping;
import dev.externaltenants.claimsextension.mapping.ClaimNames;
import dev.externaltenants.userflow.ReservedClaimNames;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.rest.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CustomExtensionTest {

    @Test
    void putsOnlyMappedClaimsIntoTokensUnderTheirNewNames() {
        CustomExtension extension =
                Extensions.mapping(new ClaimMapping("dateOfBirth", "birthdate"), new ClaimMapping("interests", null));

        Map<String, Object> claims = extension
                .answeredClaims()
                .permitted(
                        Map.of("dateOfBirth", "2000-01-01", "interests", List.of("Chess"), "secret", "not mapped"),
                        ClaimNames.TOKEN::permit);

        assertThat(claims).isEqualTo(Map.of("birthdate", "2000-01-01", "interests", List.of("Chess")));
    }

    @Test
    void matchesKeysOfTheAnswerWithTheirCase() {
        CustomExtension extension = Extensions.mapping(new ClaimMapping("loyaltyTier", null));

        assertThat(extension.answeredClaims().permitted(Map.of("LoyaltyTier", "gold"), ClaimNames.TOKEN::permit))
                .isEmpty();
    }

    static Stream<String> reservedNames() {
        return ReservedClaimNames.all().flatMap(name -> Stream.of(name, name.toUpperCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @MethodSource("reservedNames")
    void setsNoReservedClaimEvenIfOneWereStored(String reserved) {
        CustomExtension extension =
                Extensions.mapping(new ClaimMapping("answered", reserved), new ClaimMapping(reserved, null));

        assertThat(extension
                        .answeredClaims()
                        .permitted(Map.of("answered", "forged", reserved, "forged"), ClaimNames.TOKEN::permit))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("reservedNames")
    void mapsNothingToAReservedClaim(String reserved) {
        assertThatExceptionOfType(TenantException.class)
                .isThrownBy(() -> new ExtensionRules(AllowedHosts.of())
                        .check(Extensions.mapping(new ClaimMapping("answered", reserved))))
                .extracting(TenantException::code)
                .isEqualTo("xt_extension_claim_reserved");
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
