package dev.externaltenants.claimsextension;

import java.util.List;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.externaltenants.claimsextension.CustomExtension.AnswerUse;
import dev.externaltenants.claimsextension.CustomExtension.BehaviorOnError;
import dev.externaltenants.claimsextension.CustomExtension.ClaimMapping;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.rest.Json;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.RealmModel;

/** An extension as a component of the realm: flat, readable keys, so that an exported realm explains itself. */
final class ExtensionComponent {

    static final String PROVIDER_TYPE = CustomExtensionProvider.class.getName();

    static final String DISPLAY_NAME = "displayName";
    static final String TARGET_URL = "targetUrl";
    static final String RESOURCE_ID = "resourceId";
    static final String TIMEOUT = "timeoutInMilliseconds";
    static final String RETRIES = "maximumRetries";
    static final String BEHAVIOR = "behaviorOnError";
    static final String ENCRYPTION_KEY = "encryptionKey";
    static final String CLAIMS = "claims";
    static final String KEEP_ANSWER_FOR = "keepAnswerFor";
    static final String CACHE = "cacheInSeconds";
    static final String OTP_CODE_NAME = "otpCodeName";
    static final String AUTHENTICATION = "authentication";
    static final String SECRET = "secret";
    static final String VERSION = "version";

    /** The id again: an import that gives new ids leaves this one, and user flows point to it. */
    static final String EXTENSION_ID = "extensionId";

    static final List<String> KEYS = List.of(
            DISPLAY_NAME,
            TARGET_URL,
            RESOURCE_ID,
            TIMEOUT,
            RETRIES,
            BEHAVIOR,
            ENCRYPTION_KEY,
            CLAIMS,
            KEEP_ANSWER_FOR,
            CACHE,
            OTP_CODE_NAME,
            AUTHENTICATION,
            SECRET,
            VERSION,
            EXTENSION_ID);

    private static final String PARSED_NOTE = "xt.customExtension";
    private static final TypeReference<List<ClaimMapping>> CLAIM_LIST = new TypeReference<>() {};
    private static final TypeReference<List<AnswerUse>> USE_LIST = new TypeReference<>() {};

    private ExtensionComponent() {}

    static boolean holdsOne(ComponentModel component) {
        return component != null && PROVIDER_TYPE.equals(component.getProviderType());
    }

    static ComponentModel of(RealmModel realm, CustomExtension extension) {
        ComponentModel component = new ComponentModel();
        component.setId(extension.id());
        component.setParentId(realm.getId());
        component.setProviderType(PROVIDER_TYPE);
        component.setProviderId(ComponentCustomExtensionProviderFactory.ID);
        component.setName(extension.name());
        component.put(DISPLAY_NAME, extension.displayName());
        component.put(TARGET_URL, extension.targetUrl());
        if (extension.resourceId() != null) {
            component.put(RESOURCE_ID, extension.resourceId());
        }
        component.put(TIMEOUT, extension.timeoutInMilliseconds());
        component.put(RETRIES, extension.maximumRetries());
        component.put(BEHAVIOR, extension.behaviorOnError().name());
        if (extension.encryptionKey() != null) {
            component.put(ENCRYPTION_KEY, Json.write(extension.encryptionKey()));
        }
        component.put(CLAIMS, Json.write(extension.claims()));
        if (!extension.keepAnswerFor().isEmpty()) {
            component.put(KEEP_ANSWER_FOR, Json.write(extension.keepAnswerFor()));
        }
        if (extension.cacheInSeconds() != 0) {
            component.put(CACHE, extension.cacheInSeconds());
        }
        if (!CustomExtension.OTP_CODE_NAME.equals(extension.otpCodeName())) {
            component.put(OTP_CODE_NAME, extension.otpCodeName());
        }
        CallerAuthentication authentication = extension.authentication();
        if (authentication != null) {
            component.put(AUTHENTICATION, Json.write(authentication.withSecret(null)));
            if (authentication.secret() != null) {
                component.put(SECRET, authentication.secret());
            }
        }
        component.put(VERSION, extension.version());
        component.put(EXTENSION_ID, extension.id());
        return component;
    }

    /** Returns the stored extension, parsed once per cached component. */
    static CustomExtension read(ComponentModel component) {
        CustomExtension known = component.getNote(PARSED_NOTE);
        if (known != null) {
            return known;
        }
        CustomExtension extension = parse(component).withDefaultResourceId();
        component.setNote(PARSED_NOTE, extension);
        return extension;
    }

    /** @throws TenantException when a value is not of its type, as in a realm file written by hand */
    static CustomExtension parse(ComponentModel component) {
        String claims = component.get(CLAIMS);
        String keepAnswerFor = component.get(KEEP_ANSWER_FOR);
        String encryptionKey = component.get(ENCRYPTION_KEY);
        return new CustomExtension(
                component.getId(),
                component.getName(),
                component.get(DISPLAY_NAME),
                component.get(TARGET_URL),
                component.get(RESOURCE_ID),
                integer(component, TIMEOUT),
                integer(component, RETRIES),
                behavior(component),
                encryptionKey == null ? null : Json.read(encryptionKey, EncryptionKey.class),
                claims == null ? null : Json.read(claims, CLAIM_LIST),
                keepAnswerFor == null ? null : Json.read(keepAnswerFor, USE_LIST),
                integer(component, CACHE),
                component.get(OTP_CODE_NAME),
                authentication(component),
                version(component));
    }

    private static CallerAuthentication authentication(ComponentModel component) {
        String authentication = component.get(AUTHENTICATION);
        return authentication == null
                ? null
                : Json.read(authentication, CallerAuthentication.class).withSecret(component.get(SECRET));
    }

    private static Integer integer(ComponentModel component, String key) {
        Long value = number(component, key);
        return value == null ? null : Math.toIntExact(Math.min(value, Integer.MAX_VALUE));
    }

    private static Long version(ComponentModel component) {
        Long version = number(component, VERSION);
        return version == null ? 1L : version;
    }

    private static Long number(ComponentModel component, String key) {
        String value = component.get(key);
        try {
            return value == null ? null : Long.valueOf(value);
        } catch (NumberFormatException e) {
            throw TenantException.invalid("xt_invalid_value", key, "A whole number.");
        }
    }

    private static BehaviorOnError behavior(ComponentModel component) {
        String value = component.get(BEHAVIOR);
        try {
            return value == null ? null : BehaviorOnError.valueOf(value);
        } catch (IllegalArgumentException e) {
            throw TenantException.invalid("xt_invalid_value", BEHAVIOR, "FAIL or CONTINUE.");
        }
    }
}
