package dev.externaltenants.themes.sample;

import java.util.List;
import java.util.Map;

/** The pages of Keycloak's base theme, inside our shell. */
final class KeycloakScreens {

    private final Map<String, Sample> samples = BaseSamples.pages();

    static List<ScreenGroup> groups() {
        return new KeycloakScreens().all();
    }

    private List<ScreenGroup> all() {
        return List.of(
                new ScreenGroup("Messages and questions", messages()),
                new ScreenGroup("Authenticator apps, passkeys, recovery codes", secondFactors()),
                new ScreenGroup("Keycloak's own steps", ownSteps()));
    }

    private List<Screen> messages() {
        return List.of(
                screen("error", "Error"),
                screen("info", "Information"),
                screen("login-page-expired", "Page expired"),
                screen("logout-confirm", "Sign out"),
                screen("frontchannel-logout", "Signing out of apps"),
                screen("login-oauth-grant", "Consent to an app"),
                screen("login-oauth2-device-verify-user-code", "Code of a device"),
                screen("login-verify-email", "Verify the address"),
                screen("login-update-password", "New password"),
                screen("terms", "Terms"),
                screen("code", "Code for an app"),
                screen("saml-post-form", "Way back to a SAML app"));
    }

    private List<Screen> secondFactors() {
        return List.of(
                screen("select-authenticator", "Choice"),
                screen("login-otp", "Authenticator app"),
                screen("login-config-totp", "Set up an authenticator app"),
                screen("login-config-totp-manual", "Set up an authenticator app by a key"),
                screen("login-reset-otp", "Reset authenticator apps"),
                screen("webauthn-authenticate", "Passkey"),
                screen("webauthn-register", "Set up a passkey"),
                screen("webauthn-error", "Passkey failed"),
                screen("login-passkeys-conditional-authenticate", "Passkey first"),
                screen("login-recovery-authn-code-input", "Recovery code"),
                screen("login-recovery-authn-code-config", "Set up recovery codes"),
                screen("delete-credential", "Remove a second proof"));
    }

    private List<Screen> ownSteps() {
        return List.of(
                screen("login", "Sign-in"),
                screen("login-error", "Sign-in refused"),
                screen("login-providers", "Sign-in with providers"),
                screen("login-with-passkey", "Sign-in with passkey"),
                screen("login-username", "User name"),
                screen("login-password", "Password"),
                screen("login-reset-password", "Forgotten password"),
                screen("login-x509-info", "Certificate"),
                screen("register", "Registration"),
                screen("login-update-profile", "Profile"),
                screen("idp-review-user-profile", "Profile of a provider"),
                screen("update-email", "Change of address"),
                screen("login-idp-link-confirm", "Link a provider"),
                screen("login-idp-link-confirm-override", "Replace a linked provider"),
                screen("login-idp-link-email", "Link by mail"),
                screen("link-idp-action", "Link from an app"),
                screen("select-organization", "Organization"),
                screen("delete-account-confirm", "Delete the account"));
    }

    private Screen screen(String id, String title) {
        return new Screen(id, title, samples.get(id));
    }
}
