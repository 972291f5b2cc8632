package dev.externaltenants.tenant.setup;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.externaltenants.userflow.rest.Json;
import org.keycloak.models.RealmModel;

/**
 * A setting of the realm that we overwrite when it becomes a tenant.
 *
 * @param read answers it as text, empty when it is not set
 */
record RealmSetting(String key, Function<RealmModel, String> read, BiConsumer<RealmModel, String> write) {

    private static final TypeReference<Map<String, String>> TEXT_BY_KEY = new TypeReference<>() {};

    static final String ACCOUNT_THEME = "accountTheme";

    static final List<RealmSetting> ALL = List.of(
            text("loginTheme", RealmModel::getLoginTheme, RealmModel::setLoginTheme),
            text(ACCOUNT_THEME, RealmModel::getAccountTheme, RealmModel::setAccountTheme),
            text("emailTheme", RealmModel::getEmailTheme, RealmModel::setEmailTheme),
            flag(
                    "internationalizationEnabled",
                    RealmModel::isInternationalizationEnabled,
                    RealmModel::setInternationalizationEnabled),
            new RealmSetting("supportedLocales", RealmSetting::locales, RealmSetting::setLocales),
            text("defaultLocale", RealmModel::getDefaultLocale, RealmModel::setDefaultLocale),
            flag("rememberMe", RealmModel::isRememberMe, RealmModel::setRememberMe),
            flag("registrationAllowed", RealmModel::isRegistrationAllowed, RealmModel::setRegistrationAllowed),
            flag(
                    "registrationEmailAsUsername",
                    RealmModel::isRegistrationEmailAsUsername,
                    RealmModel::setRegistrationEmailAsUsername),
            flag("loginWithEmailAllowed", RealmModel::isLoginWithEmailAllowed, RealmModel::setLoginWithEmailAllowed),
            flag("duplicateEmailsAllowed", RealmModel::isDuplicateEmailsAllowed, RealmModel::setDuplicateEmailsAllowed),
            flag("verifyEmail", RealmModel::isVerifyEmail, RealmModel::setVerifyEmail),
            flag("updateEmail", EmailChangeAction::isEnabled, EmailChangeAction::setEnabled),
            flag("resetPasswordAllowed", RealmModel::isResetPasswordAllowed, RealmModel::setResetPasswordAllowed),
            flag("bruteForceProtected", RealmModel::isBruteForceProtected, RealmModel::setBruteForceProtected),
            flag("permanentLockout", RealmModel::isPermanentLockout, RealmModel::setPermanentLockout),
            number("failureFactor", RealmModel::getFailureFactor, RealmModel::setFailureFactor),
            number("waitIncrementSeconds", RealmModel::getWaitIncrementSeconds, RealmModel::setWaitIncrementSeconds),
            number("maxFailureWaitSeconds", RealmModel::getMaxFailureWaitSeconds, RealmModel::setMaxFailureWaitSeconds),
            text(
                    "quickLoginCheckMilliSeconds",
                    realm -> String.valueOf(realm.getQuickLoginCheckMilliSeconds()),
                    (realm, value) -> realm.setQuickLoginCheckMilliSeconds(Long.parseLong(value))),
            number(
                    "minimumQuickLoginWaitSeconds",
                    RealmModel::getMinimumQuickLoginWaitSeconds,
                    RealmModel::setMinimumQuickLoginWaitSeconds),
            number("accessTokenLifespan", RealmModel::getAccessTokenLifespan, RealmModel::setAccessTokenLifespan),
            number("ssoSessionIdleTimeout", RealmModel::getSsoSessionIdleTimeout, RealmModel::setSsoSessionIdleTimeout),
            number("ssoSessionMaxLifespan", RealmModel::getSsoSessionMaxLifespan, RealmModel::setSsoSessionMaxLifespan),
            number(
                    "ssoSessionIdleTimeoutRememberMe",
                    RealmModel::getSsoSessionIdleTimeoutRememberMe,
                    RealmModel::setSsoSessionIdleTimeoutRememberMe),
            number(
                    "ssoSessionMaxLifespanRememberMe",
                    RealmModel::getSsoSessionMaxLifespanRememberMe,
                    RealmModel::setSsoSessionMaxLifespanRememberMe),
            text(
                    "browserSecurityHeaders",
                    realm -> Json.write(realm.getBrowserSecurityHeaders()),
                    (realm, value) -> realm.setBrowserSecurityHeaders(Json.read(value, TEXT_BY_KEY))),
            flag("eventsEnabled", RealmModel::isEventsEnabled, RealmModel::setEventsEnabled),
            text(
                    "eventsExpiration",
                    realm -> String.valueOf(realm.getEventsExpiration()),
                    (realm, value) -> realm.setEventsExpiration(Long.parseLong(value))),
            flag("adminEventsEnabled", RealmModel::isAdminEventsEnabled, RealmModel::setAdminEventsEnabled));

    private static RealmSetting text(
            String key, Function<RealmModel, String> read, BiConsumer<RealmModel, String> write) {
        return new RealmSetting(
                key,
                realm -> Objects.requireNonNullElse(read.apply(realm), ""),
                (realm, value) -> write.accept(realm, value.isEmpty() ? null : value));
    }

    private static RealmSetting flag(
            String key, Function<RealmModel, Boolean> read, BiConsumer<RealmModel, Boolean> write) {
        return new RealmSetting(
                key,
                realm -> String.valueOf(read.apply(realm)),
                (realm, value) -> write.accept(realm, Boolean.parseBoolean(value)));
    }

    private static RealmSetting number(
            String key, Function<RealmModel, Integer> read, BiConsumer<RealmModel, Integer> write) {
        return new RealmSetting(
                key,
                realm -> String.valueOf(read.apply(realm)),
                (realm, value) -> write.accept(realm, Integer.parseInt(value)));
    }

    private static String locales(RealmModel realm) {
        return realm.getSupportedLocalesStream().sorted().collect(Collectors.joining(","));
    }

    private static void setLocales(RealmModel realm, String locales) {
        realm.setSupportedLocales(locales.isEmpty() ? Set.of() : Set.copyOf(Arrays.asList(locales.split(",", -1))));
    }
}
