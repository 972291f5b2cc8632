package dev.externaltenants.tenant.apps;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RedirectUriTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://shop.example",
                "https://shop.example/callback",
                "https://shop.example:8443/callback?tenant=a%20b",
                "http://127.0.0.1:5000/callback",
                "http://localhost/callback",
                "http://[::1]:5000/callback"
            })
    void takesPagesThatNobodyElseHearsOf(String uri) {
        assertThat(RedirectUri.ofPage(uri)).isPresent();
        assertThat(RedirectUri.ofDevice(uri)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "shop.example",
                "/callback",
                "*",
                "https://*",
                "https://shop.example/*",
                "https://*.shop.example/callback",
                "https://shop.example/callback?to=*",
                "http://shop.example/callback",
                "http://127.0.0.1.shop.example/callback",
                "http://localhost.shop.example/callback",
                "HTTPS://shop.example/callback",
                "https:///callback",
                "https:shop.example",
                "https://shop_1.example/callback",
                "https://kim@shop.example/callback",
                "https://shop.example/callback#there",
                "https://shop.example/call back",
                "https://shop.example\\@other.example",
                "https://shöp.example/callback",
                "https://shop.example/callback?code=1",
                "https://shop.example/callback?a=b&STATE=1",
                "https://shop.example/callback?st%61te=1",
                "javascript:alert(1)",
                "javascript://shop.example/%0aalert(1)",
                "data:text/html,hello",
                "file:///etc/passwd",
                "intent://shop.example/callback",
                "urn:ietf:wg:oauth:2.0:oob",
                "com.example.shop:callback",
                "com.example.shop://callback/*"
            })
    void refusesWhatIsNotExactOrNotTheAppsOwn(String uri) {
        assertThat(RedirectUri.ofPage(uri)).isEmpty();
        assertThat(RedirectUri.ofDevice(uri)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.example.shop:/callback",
                "com.example.shop://callback",
                "msauth.com.example.shop://auth",
                "msal6a3f0a52-7c07-4f0e-9c0f-0d4f7f6f1a01://auth"
            })
    void takesSchemesOfTheAppsOwnOnADeviceOnly(String uri) {
        assertThat(RedirectUri.ofDevice(uri)).isPresent();
        assertThat(RedirectUri.ofPage(uri)).isEmpty();
    }

    @Test
    void takesNoMoreThanKeycloaksColumnHolds() {
        String longest = "https://shop.example/" + "a".repeat(255 - "https://shop.example/".length());

        assertThat(RedirectUri.ofPage(longest)).isPresent();
        assertThat(RedirectUri.ofPage(longest + "a")).isEmpty();
    }
}
