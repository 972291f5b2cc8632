package dev.externaltenants.userflow.device;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.keycloak.device.DeviceRepresentationProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.account.DeviceRepresentation;

/** How a customer recognises a device: browser and system as they named themselves, without the finer version. */
public final class DeviceName {

    private static final String UNKNOWN = "Other";
    private static final int LONGEST = 100;

    private DeviceName() {}

    /** Returns the name of the browser that sent this request, empty where it named none. */
    public static String ofRequest(KeycloakSession session) {
        DeviceRepresentationProvider devices = session.getProvider(DeviceRepresentationProvider.class);
        return devices == null ? "" : of(devices.deviceRepresentation());
    }

    /** @param device may be null */
    public static String of(DeviceRepresentation device) {
        if (device == null) {
            return "";
        }
        String name = Stream.of(device.getBrowser(), device.getOs())
                .filter(part -> part != null && !part.startsWith(UNKNOWN))
                .map(part -> part.replaceAll("/(\\d+).*", " $1"))
                .collect(Collectors.joining(", "));
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST);
    }
}
