package dev.externaltenants.emailotp;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class BoundOriginTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://id.example.com/", "https://id.example.com:443/auth", "https://id.example.com"})
    void isTheDomainOfTheFrontend(String frontend) {
        assertThat(BoundOrigin.host(URI.create(frontend))).contains("id.example.com");
    }

    @Test
    void isADomainInPunycodeAsBrowsersCompareIt() {
        assertThat(BoundOrigin.host(URI.create("https://id.xn--bcher-kva.xn--p1ai/")))
                .contains("id.xn--bcher-kva.xn--p1ai");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://id.example.com/",
                "https://id.example.com:8443/",
                "https://192.0.2.1/",
                "https://[2001:db8::1]/",
                "https://localhost/"
            })
    void isNowhereElse(String frontend) {
        assertThat(BoundOrigin.host(URI.create(frontend))).isEmpty();
    }
}
