package dev.externaltenants.claimsextension.listener;

import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

import dev.externaltenants.claimsextension.listener.AuthenticationEventListener.Application;
import dev.externaltenants.claimsextension.listener.AuthenticationEventListener.Conditions;
import dev.externaltenants.customattributes.MigrationAttribute;
import dev.externaltenants.userflow.AuthenticationEvent;
import dev.externaltenants.userflow.TenantException;

/** What a well-formed listener is, whatever door it comes through; whether all that it names exists is asked apart. */
final class ListenerRules {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int MAX_APPLICATIONS = 250;

    private ListenerRules() {}

    /** @throws TenantException when a rule is broken; its field is the JSON path in the listener */
    static void check(AuthenticationEventListener listener) {
        require(
                listener.name() != null && NAME.matcher(listener.name()).matches(),
                "xt_listener_name_invalid",
                "name",
                "1 to 64 of A-Z a-z 0-9 . _ -");
        require(
                listener.displayName().length() <= 256,
                "xt_listener_display_name_invalid",
                "displayName",
                "At most 256 characters.");
        require(listener.event() != null, "xt_listener_event_missing", "event", "Say at which event.");
        require(
                listener.priority() >= 0 && listener.priority() <= AuthenticationEventListener.MAX_PRIORITY,
                "xt_listener_priority_invalid",
                "priority",
                "0 to " + AuthenticationEventListener.MAX_PRIORITY + ".");
        require(
                listener.extensionId() != null && !listener.extensionId().isBlank(),
                "xt_listener_extension_missing",
                "extensionId",
                "Name the extension that is asked.");
        Integer timeout = listener.timeoutInMilliseconds();
        require(
                timeout == null || (timeout >= 200 && timeout <= 2000),
                "xt_extension_timeout_invalid",
                "timeoutInMilliseconds",
                "200 to 2000.");
        Integer retries = listener.maximumRetries();
        require(
                retries == null || retries == 0 || retries == 1,
                "xt_extension_retries_invalid",
                "maximumRetries",
                "0 or 1.");
        require(
                listener.migrationAttribute() == null || listener.event() == AuthenticationEvent.PASSWORD_SUBMIT,
                "xt_listener_migration_attribute_unsuitable",
                "migrationAttribute",
                "Only at onPasswordSubmit.");
        require(
                listener.migrationAttribute() == null || MigrationAttribute.is(listener.migrationAttribute()),
                "xt_listener_migration_attribute_unsuitable",
                "migrationAttribute",
                "Only an attribute made for it, whose name begins with " + MigrationAttribute.DEFAULT + ".");
        checkConditions(listener.conditions());
    }

    private static void checkConditions(Conditions conditions) {
        require(conditions != null, "xt_listener_conditions_missing", "conditions", "Say to which apps it applies.");
        List<Application> applications = conditions.includeApplications();
        require(
                applications.size() <= MAX_APPLICATIONS,
                "xt_listener_applications_too_many",
                "conditions.includeApplications",
                "At most " + MAX_APPLICATIONS + "; the apps of a user flow are named by userFlows.");
        requireEachOnce(applications, "conditions.includeApplications");
        requireEachOnce(conditions.userFlows(), "conditions.userFlows");
    }

    private static void requireEachOnce(List<?> named, String path) {
        HashSet<Object> seen = new HashSet<>();
        for (int i = 0; i < named.size(); i++) {
            require(
                    seen.add(named.get(i)),
                    "xt_listener_condition_repeated",
                    path + "[" + i + "]",
                    "It is named already.");
        }
    }

    private static void require(boolean holds, String code, String field, String description) {
        if (!holds) {
            throw TenantException.invalid(code, field, description);
        }
    }
}
