package dev.externaltenants.themes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.externaltenants.themes.sample.Samples;
import freemarker.template.TemplateMethodModelEx;

/** The mails of Keycloak's base theme, which all pass one sanitised text to our frame. */
final class BaseMails {

    private static final String LINK = "https://id.example.com/realms/contoso/login-actions/action-token?key=1";
    private static final TemplateMethodModelEx CREDENTIAL_TYPE = arguments -> "otp";

    private BaseMails() {}

    static Map<String, Mail> mails() {
        Map<String, Mail> mails = new LinkedHashMap<>();
        for (String event : List.of(
                "login_error",
                "update_password",
                "update_totp",
                "remove_totp",
                "update_credential",
                "remove_credential",
                "user_disabled_by_temporary_lockout",
                "user_disabled_by_permanent_lockout")) {
            mails.put("event-" + event, event("event-" + event + ".ftl"));
        }
        mails.put("email-test", Mail.of("email-test.ftl"));
        mails.put("email-verification", withLink("email-verification.ftl"));
        mails.put(
                "email-verification-with-code",
                Mail.of("email-verification-with-code.ftl").with("code", "48190217"));
        mails.put(
                "email-update-confirmation",
                withLink("email-update-confirmation.ftl").with("newEmail", "jamie@new.example.com"));
        mails.put("password-reset", withLink("password-reset.ftl"));
        mails.put(
                "executeActions",
                withLink("executeActions.ftl").with("requiredActions", List.of("UPDATE_PASSWORD", "CONFIGURE_TOTP")));
        mails.put(
                "identity-provider-link",
                withLink("identity-provider-link.ftl")
                        .with("identityProviderDisplayName", Samples.PROVIDER)
                        .with("identityProviderContext", Map.of("username", "jamie")));
        mails.put(
                "org-invite",
                withLink("org-invite.ftl")
                        .with("organization", Map.of("name", "Contoso North"))
                        .with("firstName", "Jamie")
                        .with("lastName", "Rivera"));
        mails.put(
                "verifiable-credential-offer",
                withLink("verifiable-credential-offer.ftl").with("credentialScopeDisplayName", "Loyalty card"));
        mails.put(
                "workflow-notification",
                Mail.of("workflow-notification.ftl")
                        .with("subjectKey", "accountDisableNotificationSubject")
                        .with("messageKey", "accountDisableNotificationBody")
                        .with("daysRemaining", 3)
                        .with("reason", "inactivity")
                        .with("user", Map.of("firstName", "Jamie", "username", "jamie")));
        return mails;
    }

    private static Mail event(String template) {
        return Mail.of(template)
                .with(
                        "event",
                        Map.of(
                                "date", "31 December 2026",
                                "ipAddress", "2001:db8::8a2e:370:7334",
                                "getDetail", CREDENTIAL_TYPE));
    }

    private static Mail withLink(String template) {
        return Mail.of(template).with("link", LINK).with("linkExpiration", 720L);
    }
}
