package dev.externaltenants.emailotp;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RealmLanesTest {

    private final Queue<Runnable> handedOver = new ArrayDeque<>();
    private final List<String> ran = new ArrayList<>();
    private final RealmLanes lanes = new RealmLanes(
            handedOver::add, new PasscodeSettings(8, 600, 5, 25, 30, 5, 10, 100, 5_000, 4, 8, false, false));

    @Test
    void handsOverNoMoreThanHalfOfTheThreadsForOneRealm() {
        submit("contoso", 5);
        assertThat(handedOver).hasSize(2);

        submit("fabrikam", 1);
        assertThat(handedOver).hasSize(3);
    }

    @Test
    void letsRealmsTakeTurns() {
        submit("contoso", 4);
        submit("fabrikam", 1);

        runAll();

        assertThat(ran).containsExactly("contoso", "contoso", "fabrikam", "contoso", "contoso");
    }

    @Test
    void keepsHalfOfTheRoomForTheOthers() {
        submit("contoso", 6);

        assertThatThrownBy(() -> submit("contoso", 1)).isInstanceOf(RejectedExecutionException.class);
        submit("fabrikam", 1);
    }

    @Test
    void holdsNoMoreThanItsRoomWhateverTheRealms() {
        submit("contoso", 6);
        submit("fabrikam", 6);

        assertThatThrownBy(() -> submit("adatum", 1)).isInstanceOf(RejectedExecutionException.class);

        runAll();
        submit("adatum", 1);
    }

    @Test
    void goesOnWhenTasksFail() {
        lanes.execute("contoso", RealmLanesTest::fail);
        lanes.execute("contoso", RealmLanesTest::fail);
        submit("contoso", 2);

        assertThatThrownBy(this::runAll).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(this::runAll).isInstanceOf(IllegalStateException.class);
        runAll();

        assertThat(ran).containsExactly("contoso", "contoso");
    }

    private static void fail() {
        throw new IllegalStateException();
    }

    private void submit(String realm, int tasks) {
        for (int task = 0; task < tasks; task++) {
            lanes.execute(realm, () -> ran.add(realm));
        }
    }

    private void runAll() {
        while (!handedOver.isEmpty()) {
            handedOver.remove().run();
        }
    }
}
