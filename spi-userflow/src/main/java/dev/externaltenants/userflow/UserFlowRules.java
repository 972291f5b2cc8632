package dev.externaltenants.userflow;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import dev.externaltenants.userflow.UserFlow.SignUpMethod;
import dev.externaltenants.userflow.UserFlow.TrustedDevices;
import dev.externaltenants.userflow.input.AttributeInput;
import dev.externaltenants.userflow.input.AttributeInputRules;
import dev.externaltenants.userflow.username.Username;

/** What must hold of a user flow by itself, whatever door it comes through. */
public final class UserFlowRules {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int MAX_DISPLAY_NAME = 256;
    private static final int MAX_DESCRIPTION = 1000;
    private static final int MAX_IDENTITY_PROVIDERS = 50;
    private static final int MAX_ALIAS = 255;
    private static final int MAX_ATTRIBUTES = 50;

    private UserFlowRules() {}

    /** @throws TenantException naming the first field that breaks a rule */
    public static void check(UserFlow flow) {
        require(
                flow.name() != null && NAME.matcher(flow.name()).matches(),
                "xt_flow_name_invalid",
                "name",
                "A name has 1 to 64 letters, digits, dots, underscores or hyphens.");
        require(
                withinLength(flow.displayName(), MAX_DISPLAY_NAME),
                "xt_flow_display_name_invalid",
                "displayName",
                "A display name has 1 to " + MAX_DISPLAY_NAME + " characters.");
        require(
                flow.description() == null || flow.description().length() <= MAX_DESCRIPTION,
                "xt_flow_description_invalid",
                "description",
                "A description has at most " + MAX_DESCRIPTION + " characters.");
        require(
                flow.signUp().methods().size() == 1,
                "xt_flow_methods_invalid",
                "signUp.methods",
                "Name exactly one sign-up method.");
        // Its second factor is a code by e-mail, which proves nothing after a first one.
        require(
                !flow.requiresMfa() || flow.method() != SignUpMethod.EMAIL_OTP,
                "xt_flow_mfa_method_invalid",
                "mfa",
                "Customers without a password have no second factor: a second code by e-mail proves nothing more.");
        checkTrustedDevices(flow);
        checkIdentityProviders(flow.identityProviders());
        require(
                flow.attributes().size() <= MAX_ATTRIBUTES,
                "xt_flow_attributes_too_many",
                "attributes",
                "A user flow asks for at most " + MAX_ATTRIBUTES + " attributes.");
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < flow.attributes().size(); i++) {
            String path = "attributes[" + i + "]";
            AttributeInput input = flow.attributes().get(i);
            AttributeInputRules.check(input, path);
            require(
                    flow.method() != SignUpMethod.EMAIL_OTP || !Username.ATTRIBUTE.equals(input.name()),
                    "xt_flow_username_method_invalid",
                    path + ".name",
                    "Only customers with a password sign in by user name.");
            require(
                    seen.add(input.name()),
                    "xt_flow_attribute_repeated",
                    path + ".name",
                    "The user flow asks for this attribute twice.");
        }
    }

    private static void checkTrustedDevices(UserFlow flow) {
        int days = flow.trustedDevices().days();
        require(
                days >= 0 && days <= TrustedDevices.MAX_DAYS,
                "xt_flow_trusted_device_days_invalid",
                "trustedDevices.days",
                "A device is trusted for 1 to " + TrustedDevices.MAX_DAYS + " days, or not at all: 0.");
        require(
                days == 0 || flow.requiresMfa(),
                "xt_flow_trusted_device_mfa_missing",
                "trustedDevices.days",
                "A trusted device stands in for a second factor, which this user flow does not require.");
    }

    private static void checkIdentityProviders(List<String> aliases) {
        require(
                aliases.size() <= MAX_IDENTITY_PROVIDERS,
                "xt_flow_identity_providers_too_many",
                "identityProviders",
                "A user flow lists at most " + MAX_IDENTITY_PROVIDERS + " identity providers.");
        for (int i = 0; i < aliases.size(); i++) {
            String alias = aliases.get(i);
            require(
                    withinLength(alias, MAX_ALIAS),
                    "xt_flow_identity_provider_invalid",
                    "identityProviders[" + i + "]",
                    "An identity provider is listed by its alias.");
            require(
                    aliases.indexOf(alias) == i,
                    "xt_flow_identity_provider_repeated",
                    "identityProviders[" + i + "]",
                    "The user flow lists this identity provider twice.");
        }
    }

    private static boolean withinLength(String text, int max) {
        return text != null && !text.isBlank() && text.length() <= max;
    }

    private static void require(boolean holds, String code, String field, String description) {
        if (!holds) {
            throw TenantException.invalid(code, field, description);
        }
    }
}
