package dev.externaltenants.userflow.circuit;

import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keycloak.common.util.Time;

import static org.assertj.core.api.Assertions.assertThat;

class CircuitTest {

    private static final String API = "api";

    private final Circuit circuit = new Circuit();

    @AfterEach
    void presentTime() {
        Time.setOffset(0);
    }

    @Test
    void opensAtTheFifthFailureInARow() {
        assertThat(IntStream.range(0, 4).anyMatch(i -> circuit.failed(API))).isFalse();
        assertThat(circuit.admits(API)).isTrue();

        assertThat(circuit.failed(API)).isTrue();
        assertThat(circuit.admits(API)).isFalse();
    }

    @Test
    void startsToCountAnewAfterAnAnswer() {
        IntStream.range(0, 4).forEach(i -> circuit.failed(API));
        circuit.answered(API);
        circuit.failed(API);

        assertThat(circuit.admits(API)).isTrue();
    }

    @Test
    void keepsServersApart() {
        open();

        assertThat(circuit.admits("another")).isTrue();
    }

    @Test
    void letsOneCallTryAfterTheTenSeconds() {
        open();
        Time.setOffset(9);
        assertThat(circuit.admits(API)).isFalse();

        Time.setOffset(11);
        assertThat(circuit.admits(API)).isTrue();
        assertThat(circuit.admits(API)).isFalse();
    }

    @Test
    void closesWhenThatCallIsAnswered() {
        open();
        Time.setOffset(11);
        circuit.admits(API);

        assertThat(circuit.answered(API)).isTrue();
        assertThat(circuit.admits(API)).isTrue();
        assertThat(circuit.answered(API)).isFalse();
    }

    @Test
    void staysOpenWhenThatCallFails() {
        open();
        Time.setOffset(11);
        circuit.admits(API);

        assertThat(circuit.failed(API)).isFalse();
        assertThat(circuit.admits(API)).isFalse();
        Time.setOffset(22);
        assertThat(circuit.admits(API)).isTrue();
    }

    @Test
    void letsAnotherTryWhenThatCallNeverEnds() {
        open();
        Time.setOffset(11);
        circuit.admits(API);

        Time.setOffset(22);
        assertThat(circuit.admits(API)).isTrue();
    }

    @Test
    void staysOpenNoLongerForCallsThatBeganBeforeItOpened() {
        open();
        Time.setOffset(4);
        circuit.failed(API);

        Time.setOffset(11);
        assertThat(circuit.admits(API)).isTrue();
    }

    @Test
    void remembersOnlySoManyServers() {
        IntStream.rangeClosed(0, Circuit.MAX_SERVERS).forEach(i -> circuit.failed("server " + i));

        assertThat(circuit.size()).isEqualTo(Circuit.MAX_SERVERS);
    }

    @Test
    void remembersNoServerThatIsWell() {
        circuit.failed(API);
        circuit.answered(API);

        assertThat(circuit.size()).isZero();
    }

    @Test
    void opensNotForFailuresOfOneSubjectAlone() {
        assertThat(IntStream.range(0, 100).anyMatch(i -> circuit.failed(API, "mallory")))
                .isFalse();
        assertThat(circuit.admits(API, "anna")).isTrue();
    }

    @Test
    void opensAtTheFailuresOfFiveSubjects() {
        assertThat(IntStream.range(0, 4).anyMatch(i -> circuit.failed(API, "subject " + i)))
                .isFalse();
        assertThat(circuit.failed(API, "subject 4")).isTrue();

        assertThat(circuit.admits(API, "anna")).isFalse();
    }

    @Test
    void letsOthersTryAfterThePauseThoughTheFirstTryWasOfOneForWhomItFails() {
        open();
        Time.setOffset(11);
        assertThat(circuit.admits(API, "mallory")).isTrue();
        circuit.failed(API, "mallory");

        assertThat(circuit.admits(API, "mallory")).isFalse();
        assertThat(circuit.admits(API, "anna")).isTrue();
        assertThat(circuit.answered(API)).isTrue();
        assertThat(circuit.admits(API, "mallory")).isTrue();
    }

    @Test
    void letsNoMoreSubjectsTryThanHaveToFail() {
        open();
        Time.setOffset(11);

        assertThat(IntStream.range(0, 100)
                        .filter(i -> circuit.admits(API, "subject " + i))
                        .count())
                .isEqualTo(Circuit.FAILURES_TO_OPEN);
    }

    private void open() {
        IntStream.range(0, Circuit.FAILURES_TO_OPEN).forEach(i -> circuit.failed(API));
    }
}
