package dev.externaltenants.emailotp;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class MaskedEmailTest {

    @ParameterizedTest
    @CsvSource({
        "customer@contoso.com, c***r@co**o.com",
        "ab@contoso.com, a***@co**o.com",
        "a@b.de, a***@b**.de",
        "anna.smith@mail.contoso.co.uk, a***h@m**.co**o.c**.uk",
        "root@localhost, r***t@lo**t",
        "nobody, ***",
        "'', ***"
    })
    void showsWhatItsOwnerRecognises(String address, String masked) {
        assertThat(MaskedEmail.of(address)).isEqualTo(masked);
    }
}
