package dev.externaltenants.themes.sample;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.keycloak.forms.login.MessageType;

/** What Keycloak gives to pages of its base theme that only some tenants show: passkeys, consent, devices, profiles, providers, logouts. */
final class RarerBaseSamples {

    private static final String PROVIDER = "idpDisplayName";

    private RarerBaseSamples() {}

    static Map<String, Sample> pages() {
        Map<String, Sample> pages = new LinkedHashMap<>();
        pages.put("webauthn-register", passkeyMade().with("isAppInitiatedAction", true));
        pages.put("webauthn-authenticate", passkeyAsked("webauthn-authenticate.ftl"));
        pages.put(
                "webauthn-error",
                Sample.of("webauthn-error.ftl")
                        .with("execution", "2")
                        .with("isAppInitiatedAction", true)
                        .message(MessageType.ERROR, "webauthn-error-user-not-found"));
        pages.put(
                "login-passkeys-conditional-authenticate", passkeyAsked("login-passkeys-conditional-authenticate.ftl"));
        pages.put("login-with-passkey", passkeyAsked("login.ftl").with("enableWebAuthnConditionalUI", true));
        pages.put("login-username", passkeyAsked("login-username.ftl").with("enableWebAuthnConditionalUI", true));
        pages.put(
                "login-password",
                Sample.of("login-password.ftl").signingInAs(Samples.EMAIL).error("password", "invalidPasswordMessage"));
        pages.put(
                "login-providers",
                Sample.of("login.ftl")
                        .with("social", Map.of("providers", List.of(provider("google", "Google"))))
                        .message(MessageType.WARNING, "expiredActionMessage"));
        pages.put(
                "register", Sample.of("register.ftl").with("profile", profile()).with("passwordRequired", true));
        pages.put("login-update-profile", profilePage("login-update-profile.ftl"));
        pages.put("idp-review-user-profile", profilePage("idp-review-user-profile.ftl"));
        pages.put("update-email", profilePage("update-email.ftl").with("isAppInitiatedAction", true));
        pages.put("login-oauth-grant", consent());
        pages.put(
                "login-oauth2-device-verify-user-code",
                Sample.of("login-oauth2-device-verify-user-code.ftl")
                        .message(MessageType.ERROR, "oauth2DeviceInvalidUserCodeMessage"));
        pages.put("login-idp-link-confirm", linking("login-idp-link-confirm.ftl", MessageType.WARNING));
        pages.put(
                "login-idp-link-confirm-override", linking("login-idp-link-confirm-override.ftl", MessageType.WARNING));
        pages.put("login-idp-link-email", linking("login-idp-link-email.ftl", MessageType.INFO));
        pages.put("link-idp-action", Sample.of("link-idp-action.ftl").with(PROVIDER, Samples.PROVIDER));
        pages.put(
                "login-verify-email",
                Sample.of("login-verify-email.ftl")
                        .with("user", Map.of("email", Samples.EMAIL))
                        .with("verifyEmail", Samples.EMAIL)
                        .message(MessageType.WARNING, "verifyEmailMessage"));
        pages.put("login-reset-otp", Sample.of("login-reset-otp.ftl").with("configuredOtpCredentials", devices()));
        pages.put("login-x509-info", Sample.of("login-x509-info.ftl").with("x509", Map.of("formData", certificate())));
        pages.put(
                "select-organization",
                Sample.of("select-organization.ftl").with("user", Map.of("organizations", organizations())));
        pages.put(
                "delete-account-confirm",
                Sample.of("delete-account-confirm.ftl").with("triggered_from_aia", true));
        pages.put("frontchannel-logout", Sample.of("frontchannel-logout.ftl").with("logout", logout()));
        pages.put(
                "saml-post-form",
                Sample.of("saml-post-form.ftl")
                        .with("samlPost", Map.of("url", "about:blank", "SAMLResponse", "PHNhbWw+")));
        pages.put("code", Sample.of("code.ftl").with("code", Map.of("success", true, "code", "8f1c-77aa-4b0e")));
        return pages;
    }

    private static Sample passkeyMade() {
        return Sample.of("webauthn-register.ftl")
                .with("challenge", "AAAA")
                .with("userid", "AAAA")
                .with("username", Samples.EMAIL)
                .with("signatureAlgorithms", List.of(-7L, -257L))
                .with("rpEntityName", "Contoso")
                .with("rpId", "id.example.com")
                .with("attestationConveyancePreference", "not specified")
                .with("authenticatorAttachment", "not specified")
                .with("requireResidentKey", "Yes")
                .with("residentKey", "required")
                .with("userVerificationRequirement", "required")
                .with("createTimeout", 60)
                .with("excludeCredentialIds", "");
    }

    private static Sample passkeyAsked(String template) {
        return Sample.of(template)
                .with("isUserIdentified", "true")
                .with("challenge", "AAAA")
                .with("userVerification", "required")
                .with("rpId", "id.example.com")
                .with("createTimeout", 60)
                .with("mediation", "conditional")
                .with("authenticatorAttachment", "not specified")
                .with("shouldDisplayAuthenticators", true)
                .with(
                        "authenticators",
                        Map.of("authenticators", List.of(passkey("1", "Kim's key"), passkey("2", "Phone"))));
    }

    private static Map<String, Object> passkey(String id, String label) {
        return Map.of(
                "credentialId",
                id,
                "label",
                label,
                "createdAt",
                "31 December 2026",
                "transports",
                Map.of("displayNameProperties", List.of("usb")));
    }

    private static Sample consent() {
        Map<String, Object> client = Map.of(
                "name",
                "Contoso Shop",
                "clientId",
                "shop",
                "attributes",
                Map.of("tosUri", Sample.NOWHERE, "logoUri", Sample.NOWHERE));
        return Sample.of("login-oauth-grant.ftl")
                .with("client", client)
                .with(
                        "oauth",
                        Map.of(
                                "code",
                                "1",
                                "clientScopesRequested",
                                List.of(
                                        Map.of("consentScreenText", "${profileScopeConsentText}"),
                                        Map.of("consentScreenText", "${emailScopeConsentText}"))));
    }

    private static Sample linking(String template, MessageType type) {
        return Sample.of(template)
                .with(PROVIDER, Samples.PROVIDER)
                .with("brokerContext", Map.of("username", "jamie"))
                .message(type, "federatedIdentityConfirmLinkMessage", "email", Samples.EMAIL);
    }

    private static Sample profilePage(String template) {
        return Sample.of(template).with("profile", profile()).error("lastName", "missingLastNameMessage");
    }

    private static Map<String, Object> profile() {
        return Map.of(
                "attributes",
                List.of(
                        attribute("email", "${email}", Samples.EMAIL, Map.of()),
                        attribute(
                                "firstName",
                                "${firstName}",
                                "Jamie",
                                Map.of("inputHelperTextBefore", "As in your papers")),
                        attribute("lastName", "${lastName}", "", Map.of())),
                "html5DataAnnotations",
                Map.of());
    }

    private static Map<String, Object> attribute(
            String name, String label, String value, Map<String, Object> annotations) {
        Map<String, Object> attribute = new HashMap<>(Map.of("name", name, "displayName", label, "value", value));
        attribute.putAll(Map.of("required", true, "readOnly", false, "multivalued", false, "annotations", annotations));
        attribute.put("html5DataAnnotations", Map.of());
        return attribute;
    }

    private static Map<String, Object> provider(String alias, String name) {
        return Map.of("alias", alias, "displayName", name, "loginUrl", Sample.NOWHERE, "iconClasses", "");
    }

    private static Map<String, Object> devices() {
        return Map.of(
                "selectedCredentialId",
                "1",
                "userOtpCredentials",
                List.of(Map.of("id", "1", "userLabel", "Phone"), Map.of("id", "2", "userLabel", "Tablet")));
    }

    private static Map<String, Object> certificate() {
        return Map.of("subjectDN", "CN=Jamie Rivera, O=Contoso", "isUserEnabled", true, "username", "jamie");
    }

    private static List<Map<String, String>> organizations() {
        return List.of(
                Map.of("alias", "north", "name", "Contoso North"), Map.of("alias", "south", "name", "Contoso South"));
    }

    private static Map<String, Object> logout() {
        return Map.of(
                "clients",
                List.of(Map.of("name", "Contoso Shop", "frontChannelLogoutUrl", "about:blank")),
                "logoutRedirectUri",
                Sample.NOWHERE);
    }
}
