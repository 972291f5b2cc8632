package dev.externaltenants.tenant.accountpage;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.externaltenants.userflow.username.Username;
import org.keycloak.common.util.Time;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.UserModel;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.util.JsonSerialization;

/** All that an account has of its customer, as a file for them: nothing of a password, and no mark of ours. */
final class DataExport {

    private static final String MARK = "xt.";

    private final AccountRequest request;

    DataExport(AccountRequest request) {
        this.request = request;
    }

    Response file(Visitor visitor) {
        return Response.ok(JsonSerialization.valueAsPrettyString(data(visitor)), MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"account-data.json\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private Map<String, Object> data(Visitor visitor) {
        UserModel user = visitor.user();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("createdAt", Instant.ofEpochMilli(Time.currentTimeMillis()).toString());
        data.put("account", account(user));
        data.put("attributes", attributes(user));
        data.put("identityProviders", identityProviders(user));
        data.put("consents", new Consents(request).data(user));
        data.put("sessions", new OpenSessions(request).data(visitor));
        data.put("trustedDevices", new OwnDevices(request).data(visitor));
        return data;
    }

    private static Map<String, Object> account(UserModel user) {
        Map<String, Object> account = new LinkedHashMap<>();
        account.put("id", user.getId());
        account.put("email", user.getEmail());
        account.put("emailVerified", user.isEmailVerified());
        account.put("username", user.getFirstAttribute(Username.USER_ATTRIBUTE));
        account.put("language", user.getFirstAttribute(UserModel.LOCALE));
        account.put(
                "createdAt",
                user.getCreatedTimestamp() == null
                        ? null
                        : Instant.ofEpochMilli(user.getCreatedTimestamp()).toString());
        return account;
    }

    /** What the user profile keeps to administrators is about their work. */
    private Map<String, List<String>> attributes(UserModel user) {
        Map<String, List<String>> attributes = new TreeMap<>(request.session()
                .getProvider(UserProfileProvider.class)
                .create(UserProfileContext.ACCOUNT, user)
                .getAttributes()
                .getReadable());
        attributes.keySet().removeIf(name -> name.startsWith(MARK));
        attributes.keySet().removeAll(List.of(UserModel.USERNAME, UserModel.EMAIL, UserModel.LOCALE));
        attributes.values().removeIf(List::isEmpty);
        return attributes;
    }

    private List<Map<String, Object>> identityProviders(UserModel user) {
        return request.session()
                .users()
                .getFederatedIdentitiesStream(request.realm(), user)
                .map(DataExport::identityProvider)
                .toList();
    }

    private static Map<String, Object> identityProvider(FederatedIdentityModel link) {
        Map<String, Object> identity = new LinkedHashMap<>();
        identity.put("identityProvider", link.getIdentityProvider());
        identity.put("id", link.getUserId());
        identity.put("userName", link.getUserName());
        return identity;
    }
}
