package dev.externaltenants.themes.language;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.keycloak.component.ComponentModel;

import static org.assertj.core.api.Assertions.assertThat;

final class OverrideComponentTest {

    private final ComponentModel stored = new ComponentModel();

    @Test
    void everyPageAfterTheFirstTakesTheMessagesThatItMade() {
        OverrideComponent.write(Map.of("SignIn_Title", "Say 'hello'"), stored);

        Map<String, String> first = OverrideComponent.messages(stored);

        assertThat(first).containsExactly(Map.entry("xtIdentifyTitle", "Say ''hello''"));
        assertThat(OverrideComponent.messages(stored)).isSameAs(first);
    }

    @Test
    void aChangeMakesThemAnew() {
        OverrideComponent.write(Map.of("SignIn_Title", "Hello"), stored);
        OverrideComponent.messages(stored);
        ComponentModel changed = new ComponentModel(stored);

        OverrideComponent.write(Map.of("SignIn_Title", "Hi"), changed);

        assertThat(OverrideComponent.messages(changed)).containsEntry("xtIdentifyTitle", "Hi");
    }
}
