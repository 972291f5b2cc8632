package dev.externaltenants.tenant.accountpage;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import dev.externaltenants.userflow.device.DeviceName;
import org.keycloak.device.DeviceActivityManager;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;

/** Where a customer is signed in. */
final class OpenSessions {

    private final AccountRequest request;
    private final KeycloakSession session;

    OpenSessions(AccountRequest request) {
        this.request = request;
        this.session = request.session();
    }

    /** Returns what the page shows, this session first. */
    List<Map<String, Object>> of(Visitor visitor) {
        Locale language = session.getContext().resolveLocale(null);
        DateTimeFormatter time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(language)
                .withZone(ZoneOffset.UTC);
        return all(visitor)
                .sorted((one, other) -> rank(visitor, one) - rank(visitor, other))
                .map(open -> model(visitor, open, time))
                .toList();
    }

    /** Returns what goes into the customer's own file. */
    List<Map<String, Object>> data(Visitor visitor) {
        return all(visitor).map(this::data).toList();
    }

    void endOthers(Visitor visitor) {
        // Collected first, because each end removes from what the stream reads.
        all(visitor).filter(open -> !isCurrent(visitor, open)).toList().forEach(open -> {
            AuthenticationManager.backchannelLogout(session, open, true);
            request.event(visitor, EventType.LOGOUT).session(open).success();
        });
    }

    private Stream<UserSessionModel> all(Visitor visitor) {
        return Stream.concat(
                session.sessions().getUserSessionsStream(request.realm(), visitor.user()),
                session.sessions().getOfflineUserSessionsStream(request.realm(), visitor.user()));
    }

    private static int rank(Visitor visitor, UserSessionModel open) {
        return isCurrent(visitor, open) ? 0 : 1;
    }

    private static boolean isCurrent(Visitor visitor, UserSessionModel open) {
        return open.getId().equals(visitor.session().getId()) && !open.isOffline();
    }

    private Map<String, Object> model(Visitor visitor, UserSessionModel open, DateTimeFormatter time) {
        Map<String, Object> model = new HashMap<>();
        model.put("current", isCurrent(visitor, open));
        model.put("device", device(open));
        model.put("address", PageView.text(open.getIpAddress()));
        model.put("lastUsed", time.format(Instant.ofEpochSecond(open.getLastSessionRefresh())) + " UTC");
        return model;
    }

    private Map<String, Object> data(UserSessionModel open) {
        Map<String, Object> data = new HashMap<>();
        data.put("startedAt", Instant.ofEpochSecond(open.getStarted()).toString());
        data.put(
                "lastUsedAt",
                Instant.ofEpochSecond(open.getLastSessionRefresh()).toString());
        data.put("address", PageView.text(open.getIpAddress()));
        data.put("device", device(open));
        data.put("applications", applications(open));
        return data;
    }

    private List<String> applications(UserSessionModel open) {
        return open.getAuthenticatedClientSessions().keySet().stream()
                .map(request.realm()::getClientById)
                .filter(Objects::nonNull)
                .map(ClientModel::getClientId)
                .sorted()
                .toList();
    }

    /** Returns the browser and the system as they named themselves; empty where they did not. */
    private static String device(UserSessionModel open) {
        return DeviceName.of(DeviceActivityManager.getCurrentDevice(open));
    }
}
