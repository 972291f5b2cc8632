package dev.externaltenants.themes.branding;

import org.junit.jupiter.api.Test;
import org.keycloak.TokenCategory;
import org.keycloak.representations.JsonWebToken;
import org.keycloak.util.JsonSerialization;

import static org.assertj.core.api.Assertions.assertThat;

final class PreviewTokenTest {

    private static final StoredBrand SUMMER = StoredBrand.named("summer");
    private static final PreviewToken OF_SUMMER =
            PreviewToken.of("https://id.example/realms/contoso/xt-preview/", "contoso", SUMMER, 4_000_000_000L);

    @Test
    void isForItsRealmOnly() {
        assertThat(OF_SUMMER.isFor("contoso")).isTrue();
        assertThat(OF_SUMMER.isFor("fabrikam")).isFalse();
    }

    @Test
    void keepsItsThemeOnItsWay() throws Exception {
        PreviewToken read =
                JsonSerialization.readValue(JsonSerialization.writeValueAsBytes(OF_SUMMER), PreviewToken.class);

        assertThat(read.theme()).isEqualTo("summer");
        assertThat(read.themeId())
                .isEqualTo(SUMMER.id())
                .isNotEqualTo(StoredBrand.named("summer").id());
        assertThat(read.isFor("contoso")).isTrue();
    }

    @Test
    void aTokenOfAnotherTypeIsNone() throws Exception {
        JsonWebToken other =
                new JsonWebToken().type("Bearer").audience("contoso").exp(4_000_000_000L);

        assertThat(JsonSerialization.readValue(JsonSerialization.writeValueAsBytes(other), PreviewToken.class)
                        .isFor("contoso"))
                .isFalse();
    }

    @Test
    void aTokenWithoutAnEndIsNone() throws Exception {
        JsonWebToken endless = new JsonWebToken().type(PreviewToken.TYPE).audience("contoso");

        assertThat(JsonSerialization.readValue(JsonSerialization.writeValueAsBytes(endless), PreviewToken.class)
                        .isFor("contoso"))
                .isFalse();
    }

    @Test
    void isSignedByASecretAndSpeaksForNobody() {
        assertThat(OF_SUMMER.getCategory()).isEqualTo(TokenCategory.INTERNAL);
        assertThat(OF_SUMMER.getSubject()).isNull();
    }
}
