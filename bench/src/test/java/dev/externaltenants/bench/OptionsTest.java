package dev.externaltenants.bench;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class OptionsTest {

    @Test
    void keepsNoQuickLook() {
        assertThat(Options.parse("page").isWhole()).isTrue();
        assertThat(Options.parse("page", "--rounds", "12").isWhole()).isTrue();
        assertThat(Options.parse("page", "--rounds", "2").isWhole()).isFalse();
        assertThat(Options.parse("page", "--seconds", "1").isWhole()).isFalse();
        assertThat(Options.parse("tenants", "--tenants", "100").isWhole()).isFalse();
    }

    @Test
    void runsAllButTenantsIfNoneIsNamed() {
        Options options = Options.parse();

        assertThat(options.scenarios())
                .contains("page", "sign-in", "mail-stalled")
                .doesNotContain("tenants");
        assertThat(options.rounds()).isEqualTo(6);
        assertThat(options.check()).isFalse();
    }

    @Test
    void takesScenariosAndOptionsInAnyOrder() {
        Options options = Options.parse("--rounds", "2", "tenants", "--check", "page", "--seconds", "1", "--fresh");

        assertThat(options).isEqualTo(new Options(options.scenarios(), 2, 1, 1000, 300, true, true, null));
        assertThat(options.scenarios()).containsExactly("tenants", "page");
    }

    @Test
    void namesTheScenariosThatThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.parse("login"))
                .withMessageContaining("login")
                .withMessageContaining("sign-in-code");
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThatIllegalArgumentException().isThrownBy(() -> Options.parse("--rounds", "0"));
        assertThatIllegalArgumentException().isThrownBy(() -> Options.parse("--rounds"));
    }
}
