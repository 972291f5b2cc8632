package dev.externaltenants.userflow.device;

import org.junit.jupiter.api.Test;
import org.keycloak.representations.account.DeviceRepresentation;

import static org.assertj.core.api.Assertions.assertThat;

class DeviceNameTest {

    @Test
    void isBrowserAndSystemWithoutTheFinerVersion() {
        assertThat(DeviceName.of(device("Firefox", "140.0.2", "Linux"))).isEqualTo("Firefox 140, Linux");
    }

    @Test
    void isEmptyWhereNothingIsKnown() {
        assertThat(DeviceName.of(null)).isEmpty();
        assertThat(DeviceName.of(device("Other", "Unknown", "Other"))).isEmpty();
    }

    @Test
    void isNoLongerThanItsColumn() {
        assertThat(DeviceName.of(device("B".repeat(200), "1", "Linux"))).hasSize(100);
    }

    private static DeviceRepresentation device(String browser, String version, String os) {
        DeviceRepresentation device = new DeviceRepresentation();
        device.setBrowser(browser, version);
        device.setOs(os);
        return device;
    }
}
