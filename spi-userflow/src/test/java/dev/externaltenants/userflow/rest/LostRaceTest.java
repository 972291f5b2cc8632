package dev.externaltenants.userflow.rest;

import java.sql.BatchUpdateException;
import java.sql.SQLException;

import dev.externaltenants.userflow.TenantException;
import org.junit.jupiter.api.Test;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.ModelException;

import static org.assertj.core.api.Assertions.assertThat;

class LostRaceTest {

    @Test
    void isAnObjectThatAnotherWriterStoredFirst() {
        assertThat(LostRace.is(new ModelDuplicateException("taken"))).isTrue();
    }

    @Test
    void isALockThatAnotherWriterKeptForLong() {
        SQLException timeout = new BatchUpdateException("Timeout trying to lock table", "HYT00", 50200, new int[0]);

        assertThat(LostRace.is(new ModelException("Database operation failed", new RuntimeException(timeout))))
                .isTrue();
    }

    /** As a query says that flushes what is to be stored: past Keycloak's translation. */
    @Test
    void isAKeyThatAnotherWriterTookFirst() {
        SQLException taken = new SQLException("Unique index or primary key violation", "23505");

        assertThat(LostRace.is(new IllegalStateException("could not execute statement", taken)))
                .isTrue();
    }

    @Test
    void isNoOtherFailureOfTheDatabase() {
        assertThat(LostRace.is(new ModelException("Database operation failed", new SQLException("gone", "08006"))))
                .isFalse();
    }

    @Test
    void isNoRefusal() {
        assertThat(LostRace.is(TenantException.conflict("xt_tenant_name_taken", "name", "There is one.")))
                .isFalse();
    }
}
