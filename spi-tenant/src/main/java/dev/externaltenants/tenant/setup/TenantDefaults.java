package dev.externaltenants.tenant.setup;

import java.util.HashMap;
import java.util.Map;

import org.keycloak.models.BrowserSecurityHeaders;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.PasswordPolicy;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;

/**
 * Settings that a realm gets once, when it becomes a tenant; operators may change them afterwards.
 *
 * <p>Source: Entra's smart lock-out (10 failures, 60 s) and password policy (8 to 256 characters of 3 of 4
 * classes, none that is banned, no expiry), and the choice to stay signed in.
 */
final class TenantDefaults {

    static final String THEME = "external-tenant";
    static final String UMA_ROLE = "uma_authorization";

    private static final String PASSWORD_POLICY =
            "length(8) and maxLength(256) and xtCharacterClasses(3) and xtBannedPasswords";
    private static final int LOCK_OUT_FAILURES = 10;
    private static final int LOCK_OUT_SECONDS = 60;
    private static final int LONGEST_LOCK_OUT_SECONDS = 900;

    /** Short, because an access token cannot be called back; apps renew it unseen. */
    private static final int ACCESS_TOKEN_SECONDS = 5 * 60;

    /** Long enough for a break; with the session end the refresh tokens of all its apps. */
    private static final int SESSION_IDLE_SECONDS = 2 * 60 * 60;

    private static final int SESSION_SECONDS = 10 * 60 * 60;

    /** Of customers who chose to stay signed in: 90 days, Entra's figure for a persistent session. */
    static final int STAY_SIGNED_IN_SECONDS = 90 * 24 * 60 * 60;

    private static final long EVENT_RETENTION_SECONDS = 30L * 24 * 60 * 60;

    private TenantDefaults() {}

    static void apply(KeycloakSession session, RealmModel realm) {
        realm.setLoginTheme(THEME);
        realm.setEmailTheme(THEME);
        TenantLanguages.apply(realm, TenantLanguages.DEFAULT);
        realm.setPasswordPolicy(PasswordPolicy.parse(session, PASSWORD_POLICY));
        lockOut(realm);
        sessions(realm);
        securityHeaders(realm);
        events(realm);
        withholdUnusedRoles(realm);
    }

    /** An operator who wants Keycloak's account console chooses its theme. */
    static void ensureAccountTheme(RealmModel realm) {
        if (realm.getAccountTheme() == null || realm.getAccountTheme().isBlank()) {
            realm.setAccountTheme(THEME);
        }
    }

    private static void lockOut(RealmModel realm) {
        realm.setBruteForceProtected(true);
        realm.setPermanentLockout(false);
        realm.setFailureFactor(LOCK_OUT_FAILURES);
        realm.setWaitIncrementSeconds(LOCK_OUT_SECONDS);
        realm.setMaxFailureWaitSeconds(LONGEST_LOCK_OUT_SECONDS);
        // Two failures within a second would lock before the tenth: a double click is no attack.
        realm.setQuickLoginCheckMilliSeconds(0);
        // The wait as well: of two failures at once the later may be counted first, which looks quicker than at once.
        realm.setMinimumQuickLoginWaitSeconds(0);
    }

    private static void sessions(RealmModel realm) {
        realm.setAccessTokenLifespan(ACCESS_TOKEN_SECONDS);
        realm.setSsoSessionIdleTimeout(SESSION_IDLE_SECONDS);
        realm.setSsoSessionMaxLifespan(SESSION_SECONDS);
        realm.setRememberMe(true);
        realm.setSsoSessionIdleTimeoutRememberMe(STAY_SIGNED_IN_SECONDS);
        realm.setSsoSessionMaxLifespanRememberMe(STAY_SIGNED_IN_SECONDS);
    }

    /** A realm in use may have switched some off; one that it set otherwise stays. */
    private static void securityHeaders(RealmModel realm) {
        Map<String, String> headers = new HashMap<>(realm.getBrowserSecurityHeaders());
        for (BrowserSecurityHeaders header : BrowserSecurityHeaders.values()) {
            if (headers.getOrDefault(header.getKey(), "").isBlank()) {
                headers.put(header.getKey(), header.getDefaultValue());
            }
        }
        realm.setBrowserSecurityHeaders(headers);
    }

    private static void events(RealmModel realm) {
        realm.setEventsEnabled(true);
        realm.setEventsExpiration(EVENT_RETENTION_SECONDS);
        realm.setAdminEventsEnabled(true);
    }

    /** Customers act on nobody's resources, so they need neither UMA nor offline sessions without being asked. */
    private static void withholdUnusedRoles(RealmModel realm) {
        withhold(realm, UMA_ROLE);
        withhold(realm, Constants.OFFLINE_ACCESS_ROLE);
    }

    private static void withhold(RealmModel realm, String roleName) {
        RoleModel role = realm.getRole(roleName);
        if (role != null && realm.getDefaultRole() != null) {
            realm.getDefaultRole().removeCompositeRole(role);
        }
    }
}
