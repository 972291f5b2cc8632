package dev.externaltenants.userflow.broker;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.IdentityProviderModel;

import static org.assertj.core.api.Assertions.assertThat;

class ProviderHintsTest {

    @ParameterizedTest
    @CsvSource({
        "google, Google, true",
        "google, google, false",
        "google, GOOGLE, false",
        "facebook, Facebook, true",
        "facebook, Google, false",
        "xt-apple, Apple, true",
        "xt-apple, apple, false",
        "oidc, Google, false"
    })
    void aTypeIsNamedInEntrasSpelling(String providerId, String hint, boolean answered) {
        assertThat(hints(providerId, Map.of()).answersTo(hint)).isEqualTo(answered);
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.linkedin.example/oauth, www.linkedin.example, true",
        "https://www.linkedin.example/oauth, WWW.LinkedIn.example, true",
        "https://www.linkedin.example/oauth, https://www.linkedin.example/oauth, true",
        "https://www.linkedin.example/oauth, linkedin.example, false",
        "not a uri, not a uri, true",
        "urn:adatum, adatum, false"
    })
    void anIssuerIsNamedByItsHostOrWhole(String issuer, String hint, boolean answered) {
        assertThat(hints("oidc", Map.of("issuer", issuer)).answersTo(hint)).isEqualTo(answered);
        assertThat(hints("saml", Map.of("idpEntityId", issuer)).answersTo(hint)).isEqualTo(answered);
    }

    @Test
    void aDomainIsNamedInAnyCase() {
        ProviderHints hints = hints("saml", Map.of("xtDomains", "adatum.example contoso.example"));

        assertThat(hints.answersTo("Contoso.Example")).isTrue();
        assertThat(hints.answersTo("example")).isFalse();
        assertThat(hints.domains()).containsExactly("adatum.example", "contoso.example");
        assertThat(hints("saml", Map.of("xtDomains", " ")).domains()).isEmpty();
    }

    private static ProviderHints hints(String providerId, Map<String, String> config) {
        IdentityProviderModel model = new IdentityProviderModel();
        model.setProviderId(providerId);
        model.setConfig(new HashMap<>(config));
        return new ProviderHints(model);
    }
}
