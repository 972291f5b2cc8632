package dev.externaltenants.tenant.accountpage;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.externaltenants.userflow.device.TrustedDevice;
import dev.externaltenants.userflow.device.TrustedDeviceProvider;
import dev.externaltenants.userflow.signin.DeviceCookie;
import org.keycloak.events.Details;
import org.keycloak.events.EventType;

/** The devices on which a customer is not asked for the second factor. */
final class OwnDevices {

    /** What the page sends instead of the id of one. */
    private static final String ALL = "all";

    /** What the event log names them as, beside Keycloak's own credentials. */
    private static final String CREDENTIAL_TYPE = "xt-trusted-device";

    private final AccountRequest request;
    private final TrustedDeviceProvider devices;

    OwnDevices(AccountRequest request) {
        this.request = request;
        this.devices = TrustedDeviceProvider.of(request.session());
    }

    /** Returns what the page shows. */
    List<Map<String, Object>> of(Visitor visitor) {
        DateTimeFormatter time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(request.session().getContext().resolveLocale(null))
                .withZone(ZoneOffset.UTC);
        String current = current(visitor);
        return devices.list(request.realm(), visitor.user())
                .map(device -> model(device, time, device.id().equals(current)))
                .toList();
    }

    /** Returns the id of the device that this browser is, or an empty text. */
    private String current(Visitor visitor) {
        return new DeviceCookie(request.session(), request.realm(), visitor.user())
                .secret()
                .flatMap(secret -> devices.find(request.realm(), visitor.user(), secret))
                .map(TrustedDevice::id)
                .orElse("");
    }

    private static Map<String, Object> model(TrustedDevice device, DateTimeFormatter time, boolean current) {
        Map<String, Object> model = new HashMap<>();
        model.put("id", device.id());
        model.put("device", device.name());
        model.put("current", current);
        model.put("since", shown(time, device.trustedSince()));
        model.put("lastUsed", shown(time, device.lastUsedAt()));
        return model;
    }

    private static String shown(DateTimeFormatter time, Instant moment) {
        return time.format(moment) + " UTC";
    }

    /** Returns what goes into the customer's own file. */
    List<Map<String, Object>> data(Visitor visitor) {
        return devices.list(request.realm(), visitor.user())
                .map(OwnDevices::data)
                .toList();
    }

    private static Map<String, Object> data(TrustedDevice device) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("device", device.name());
        data.put("trustedSince", device.trustedSince().toString());
        data.put("lastUsedAt", device.lastUsedAt().toString());
        data.put("expiresAt", device.expiresAt().toString());
        return data;
    }

    /** Returns what to tell of it; empty, and nothing is changed, where the customer has no such device. */
    Optional<Notice> forget(Visitor visitor, String device) {
        if (device.equals(ALL)) {
            devices.revokeAll(request.realm(), visitor.user());
            tell(visitor);
            return Optional.of(Notice.DEVICES_FORGOTTEN);
        }
        if (devices.revoke(request.realm(), visitor.user(), device)) {
            tell(visitor);
            return Optional.of(Notice.DEVICE_FORGOTTEN);
        }
        return Optional.empty();
    }

    private void tell(Visitor visitor) {
        request.event(visitor, EventType.REMOVE_CREDENTIAL)
                .detail(Details.CREDENTIAL_TYPE, CREDENTIAL_TYPE)
                .success();
    }
}
