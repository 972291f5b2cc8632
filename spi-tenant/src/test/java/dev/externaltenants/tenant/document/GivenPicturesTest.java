package dev.externaltenants.tenant.document;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.externaltenants.themes.branding.BrandingProvider;
import dev.externaltenants.themes.branding.ImageKind;
import dev.externaltenants.userflow.TenantException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What is quickly seen to be wrong is refused before any picture is decoded. */
final class GivenPicturesTest {

    private final List<ImageKind> decoded = new ArrayList<>();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'name':'a'},{'name':'b'},{'name':'c'},{'name':'d'},{'name':'e'},{'name':'f'} | xt_theme_limit_reached | themes",
                "{'name':'a'},{'name':'bad name'}                                          | xt_theme_name_invalid | themes[1].name",
                "{'name':'a','images':{'favicon':'%%'}}                                    | xt_invalid_value | themes[0].images.favicon",
                "{'name':'a','images':{'seal':'AAAA'}}                                     | xt_unknown_field | themes[0].images.seal",
            })
    void refusesBeforeAnyPictureIsDecoded(String themes, String code, String field) throws Exception {
        TenantException refused = refusal("{'branding':{'images':{'squareLogo':'AAAA'}},'themes':[" + themes + "]}");

        assertThat(refused.code() + " " + refused.field()).isEqualTo(code + " " + field);
        assertThat(decoded).isEmpty();
    }

    @Test
    void refusesAFileThatIsTooLargeBeforeAnyPictureIsDecoded() throws Exception {
        TenantException refused = refusal("{'branding':{'images':{'squareLogo':'AAAA'}},"
                + "'themes':[{'name':'a','images':{'favicon':'" + "A".repeat(8000) + "'}}]}");

        assertThat(refused.code() + " " + refused.field())
                .isEqualTo("xt_branding_image_too_large themes[0].images.favicon");
        assertThat(decoded).isEmpty();
    }

    @Test
    void decodesThePicturesOfBrandsThatMayBe() throws Exception {
        pictures()
                .ready(document("{'branding':{'images':{'squareLogo':'AAAA','favicon':'AAAA'}},"
                        + "'themes':[{'name':'a','images':{'background':'AAAA'}}]}"));

        assertThat(decoded).containsExactlyInAnyOrder(ImageKind.SQUARE_LOGO, ImageKind.FAVICON, ImageKind.BACKGROUND);
    }

    private TenantException refusal(String document) {
        return catchThrowableOfType(TenantException.class, () -> pictures().ready(document(document)));
    }

    private static ObjectNode document(String json) throws Exception {
        return (ObjectNode) new ObjectMapper().readTree(json.replace('\'', '"'));
    }

    private GivenPictures pictures() {
        BrandingProvider brands = fake(BrandingProvider.class, (self, method, arguments) -> {
            if (arguments.length == 3) {
                decoded.add((ImageKind) arguments[1]);
                return null;
            }
            if ("bad name".equals(arguments[0])) {
                throw TenantException.invalid("xt_theme_name_invalid", "name", "Bad.");
            }
            return null;
        });
        return new GivenPictures(
                fake(KeycloakSession.class, (self, method, arguments) -> brands),
                fake(RealmModel.class, (self, method, arguments) -> null));
    }

    private static <T> T fake(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }
}
