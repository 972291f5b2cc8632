package dev.externaltenants.bench.measure;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StatementLogTest {

    @Test
    void countsWhatIsExecutedAndNotWhatFramesIt() {
        String log =
                """
                2026-11-22 10:53:01.001 UTC [77] LOG:  execute <unnamed>: BEGIN
                2026-11-22 10:53:01.002 UTC [77] LOG:  execute S_1: select u.ID from USER_ENTITY u where u.EMAIL=$1
                2026-11-22 10:53:01.002 UTC [77] DETAIL:  parameters: $1 = 'customer1@example.com'
                2026-11-22 10:53:01.003 UTC [77] LOG:  execute <unnamed>: insert into EVENT_ENTITY (ID)
                \tvalues ($1)
                2026-11-22 10:53:01.004 UTC [77] LOG:  execute S_2: COMMIT
                2026-11-22 10:53:01.005 UTC [78] LOG:  statement: alter system set log_statement = 'none'
                2026-11-22 10:53:01.006 UTC [78] LOG:  statement: select pg_reload_conf()
                2026-11-22 10:53:01.007 UTC [70] LOG:  received SIGHUP, reloading configuration files
                """;

        assertThat(StatementLog.statements(log))
                .containsExactly("select u.ID from USER_ENTITY u where u.EMAIL=$1", "insert into EVENT_ENTITY (ID)");
    }
}
