package dev.externaltenants.themes.language;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.externaltenants.userflow.TenantException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

final class TextRulesTest {

    private static final String APP = "0123456789abcdef0123456789ABCDEF";

    /** As the page of Microsoft lists them. */
    private static final List<String> ENTRAS =
            List.of(("AttributeCollection_Description AttributeCollection_Title Attribute_City Attribute_Country "
                            + "Attribute_DisplayName Attribute_Email Attribute_Generic_ConfirmationLabel Attribute_GivenName "
                            + "Attribute_JobTitle Attribute_Password Attribute_Password_MismatchErrorString "
                            + "Attribute_PostalCode Attribute_State Attribute_StreetAddress Attribute_Surname "
                            + "SignIn_Description SignIn_Title SignUp_Description SignUp_Title SisuOtc_Title")
                    .split(" "));

    @Test
    void theNamesAreEntras() {
        assertThat(Arrays.stream(FixedText.values()).map(FixedText::key)).containsExactlyInAnyOrderElementsOf(ENTRAS);
    }

    @Test
    void aLabelOfACustomAttributeMayComeFromAnyTenant() {
        assertThatCode(() -> TextRules.check(Map.of("Attribute_extension_" + APP + "_Loyalty_Number", "Number")))
                .doesNotThrowAnyException();
        assertThat(AttributeText.customAttribute("Attribute_extension_" + APP + "_Loyalty_Number"))
                .contains("Loyalty_Number");
    }

    /** They stay in the memory of every node. */
    @Test
    void aLanguageHasFiveHundredTexts() {
        assertThatCode(() -> TextRules.check(labels(500))).doesNotThrowAnyException();
        assertThatExceptionOfType(TenantException.class)
                .isThrownBy(() -> TextRules.check(labels(501)))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("xt_language_texts_too_many"));
    }

    private static Map<String, String> labels(int count) {
        return IntStream.range(0, count)
                .boxed()
                .collect(Collectors.toMap(i -> "Attribute_extension_" + APP + "_Label" + i, i -> "Label"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "signIn_title",
                "SignIn_Title ",
                "xtIdentifyTitle",
                "Attribute_extension_x_Name",
                "Attribute_extension_0123456789abcdef0123456789abcdef_",
                "Attribute_extension_0123456789abcdef0123456789abcdef_a b",
                "Attribute_Username",
                "<script>",
            })
    void anotherNameIsRefused(String name) {
        assertThatExceptionOfType(TenantException.class)
                .isThrownBy(() -> TextRules.check(Map.of(name, "Text")))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("xt_unknown_field"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a\nb",
                "a\tb",
                "a\u0000b",
                "a\u0085b",
                "a\u202eb",
                "a\u2067b",
                "a\u2028b",
                "a\ud800b",
                "<i>",
                "a > b",
                "{1}",
                "{0}",
                "'{'0}",
                "${x}",
            })
    void aTextThatIsMoreThanTextIsRefused(String text) {
        assertThatExceptionOfType(TenantException.class)
                .isThrownBy(() -> TextRules.check(Map.of("SignIn_Title", text)))
                .satisfies(refused -> {
                    assertThat(refused.code()).isEqualTo("xt_language_text_invalid");
                    assertThat(refused.field()).isEqualTo("SignIn_Title");
                });
    }

    @Test
    void noTextIsRefused() {
        Map<String, String> none = Collections.singletonMap("SignIn_Title", null);

        assertThatExceptionOfType(TenantException.class).isThrownBy(() -> TextRules.check(none));
    }

    @Test
    void aTextHasAtMostFiveHundredCharacters() {
        Map<String, String> longest = Map.of("SignIn_Title", "\ud83d\ude00".repeat(500));

        assertThatCode(() -> TextRules.check(longest)).doesNotThrowAnyException();
        assertThatExceptionOfType(TenantException.class)
                .isThrownBy(() -> TextRules.check(Map.of("SignIn_Title", "a".repeat(501))));
    }

    @Test
    void onlyTheRepetitionHasAPlaceholder() {
        assertThatCode(() -> TextRules.check(Map.of("Attribute_Generic_ConfirmationLabel", "{0} (2)")))
                .doesNotThrowAnyException();
        assertThatExceptionOfType(TenantException.class)
                .isThrownBy(() -> TextRules.check(Map.of("Attribute_Generic_ConfirmationLabel", "{0,number}")));
    }
}
