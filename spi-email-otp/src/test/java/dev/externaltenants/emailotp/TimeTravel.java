package dev.externaltenants.emailotp;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.keycloak.common.util.Time;

/** Moves Keycloak's clock and puts it back after each test. */
final class TimeTravel implements AfterEachCallback {

    void forward(int seconds) {
        Time.setOffset(Time.getOffset() + seconds);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Time.setOffset(0);
    }
}
