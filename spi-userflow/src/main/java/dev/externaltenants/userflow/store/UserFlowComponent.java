package dev.externaltenants.userflow.store;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.externaltenants.userflow.AuthenticationEvent;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.UserFlow;
import dev.externaltenants.userflow.UserFlow.Extensions;
import dev.externaltenants.userflow.UserFlow.Mfa;
import dev.externaltenants.userflow.UserFlow.PasswordReset;
import dev.externaltenants.userflow.UserFlow.SignUp;
import dev.externaltenants.userflow.UserFlow.SignUpMethod;
import dev.externaltenants.userflow.UserFlow.TrustedDevices;
import dev.externaltenants.userflow.UserFlowProvider;
import dev.externaltenants.userflow.input.AttributeInput;
import dev.externaltenants.userflow.rest.Json;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.component.ComponentModel;
import org.keycloak.provider.ProviderConfigProperty;

/** A user flow as a Keycloak component: flat readable keys, nested pieces as JSON. */
final class UserFlowComponent {

    private static final String PARSED = "xt.userFlow.parsed";
    private static final String DISPLAY_NAME = "displayName";
    private static final String DESCRIPTION = "description";
    private static final String ENABLED = "enabled";
    private static final String SIGN_UP_ALLOWED = "signUpAllowed";
    private static final String SIGN_UP_METHODS = "signUpMethods";
    private static final String IDENTITY_PROVIDERS = "identityProviders";
    private static final String ATTRIBUTES = "attributes";
    private static final String MFA = "mfa";
    private static final String TRUSTED_DEVICE_DAYS = "trustedDeviceDays";
    private static final String PASSWORD_RESET_ALLOWED = "passwordResetAllowed";
    private static final String VERSION = "version";

    /** The id again: an import that gives new ids leaves this one, and apps are mapped by it. */
    private static final String FLOW_ID = "flowId";

    private static final List<String> SETTINGS = List.of(
            DISPLAY_NAME,
            DESCRIPTION,
            ENABLED,
            SIGN_UP_ALLOWED,
            SIGN_UP_METHODS,
            IDENTITY_PROVIDERS,
            ATTRIBUTES,
            MFA,
            TRUSTED_DEVICE_DAYS,
            PASSWORD_RESET_ALLOWED,
            VERSION,
            FLOW_ID);

    private static final List<String> KEYS = Stream.concat(
                    SETTINGS.stream(), Stream.of(AuthenticationEvent.values()).map(AuthenticationEvent::property))
            .toList();

    private UserFlowComponent() {}

    /** Declares every key: Keycloak's partial export leaves out what a component's factory does not declare. */
    static List<ProviderConfigProperty> properties() {
        return KEYS.stream()
                .map(key -> new ProviderConfigProperty(key, key, null, ProviderConfigProperty.STRING_TYPE, null))
                .toList();
    }

    /** Reads the flow; the parsed form stays on the model, which the realm cache keeps until the component changes. */
    static UserFlow read(ComponentModel model) {
        UserFlow parsed = model.getNote(PARSED);
        if (parsed == null) {
            parsed = parse(model);
            model.setNote(PARSED, parsed);
        }
        return parsed;
    }

    /** Writes the flow over the model's name and configuration. */
    static void write(UserFlow flow, ComponentModel model) {
        model.setProviderType(UserFlowProvider.class.getName());
        model.setProviderId(DefaultUserFlowProviderFactory.ID);
        model.setName(flow.name());
        model.setConfig(new MultivaluedHashMap<>());
        put(model, DISPLAY_NAME, flow.displayName());
        put(model, DESCRIPTION, flow.description());
        put(model, ENABLED, flow.enabled().toString());
        put(model, SIGN_UP_ALLOWED, flow.signUp().allowed().toString());
        put(model, SIGN_UP_METHODS, Json.write(flow.signUp().methods()));
        put(model, IDENTITY_PROVIDERS, Json.write(flow.identityProviders()));
        put(model, ATTRIBUTES, Json.write(flow.attributes()));
        put(model, MFA, flow.mfa().name());
        put(model, TRUSTED_DEVICE_DAYS, flow.trustedDevices().days().toString());
        put(model, PASSWORD_RESET_ALLOWED, flow.passwordReset().allowed().toString());
        for (AuthenticationEvent event : AuthenticationEvent.values()) {
            put(model, event.property(), flow.extensions().at(event));
        }
        put(model, VERSION, flow.version().toString());
        put(model, FLOW_ID, flow.id());
        model.setNote(PARSED, flow);
    }

    /** Returns the id that the flow had when it was written, or null when the file was written by hand. */
    static String writtenId(ComponentModel model) {
        return model.get(FLOW_ID);
    }

    static ComponentModel withIdOfNow(ComponentModel model) {
        ComponentModel changed = new ComponentModel(model);
        changed.put(FLOW_ID, model.getId());
        return changed;
    }

    private static UserFlow parse(ComponentModel model) {
        model.getConfig().keySet().stream()
                .filter(key -> !KEYS.contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw TenantException.invalid("xt_unknown_field", key, "There is no field " + key + ".");
                });
        return new UserFlow(
                model.getId(),
                model.getName(),
                model.get(DISPLAY_NAME),
                model.get(DESCRIPTION),
                flag(model, ENABLED),
                new SignUp(
                        flag(model, SIGN_UP_ALLOWED),
                        json(model, SIGN_UP_METHODS, new TypeReference<List<SignUpMethod>>() {})),
                json(model, IDENTITY_PROVIDERS, new TypeReference<List<String>>() {}),
                json(model, ATTRIBUTES, new TypeReference<List<AttributeInput>>() {}),
                mfa(model),
                new TrustedDevices(trustedDeviceDays(model)),
                new PasswordReset(flag(model, PASSWORD_RESET_ALLOWED)),
                Extensions.of(event -> model.get(event.property())),
                version(model));
    }

    private static void put(ComponentModel model, String key, String value) {
        if (value != null) {
            model.put(key, value);
        }
    }

    private static <T> T json(ComponentModel model, String key, TypeReference<T> type) {
        String value = model.get(key);
        return value == null ? null : Json.read(value, type);
    }

    /** Strict, because a misspelt value in a hand-written realm file must not open what was meant closed. */
    private static Boolean flag(ComponentModel model, String key) {
        String value = model.get(key);
        if (value == null) {
            return null;
        }
        return switch (value) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> throw wrong(key, "Either true or false.");
        };
    }

    private static Mfa mfa(ComponentModel model) {
        String value = model.get(MFA);
        try {
            return value == null ? null : Mfa.valueOf(value);
        } catch (IllegalArgumentException e) {
            throw wrong(
                    MFA,
                    "Allowed are: " + Arrays.stream(Mfa.values()).map(Mfa::name).collect(Collectors.joining(", "))
                            + ".");
        }
    }

    private static Integer trustedDeviceDays(ComponentModel model) {
        return number(model, TRUSTED_DEVICE_DAYS, Integer::valueOf);
    }

    private static Long version(ComponentModel model) {
        return number(model, VERSION, Long::valueOf);
    }

    private static <N> N number(ComponentModel model, String key, Function<String, N> read) {
        String value = model.get(key);
        try {
            return value == null ? null : read.apply(value);
        } catch (NumberFormatException e) {
            throw wrong(key, "A whole number.");
        }
    }

    private static TenantException wrong(String key, String description) {
        return TenantException.invalid("xt_invalid_value", key, description);
    }
}
