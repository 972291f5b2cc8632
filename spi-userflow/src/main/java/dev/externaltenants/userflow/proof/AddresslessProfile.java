package dev.externaltenants.userflow.proof;

import java.util.List;
import java.util.function.BiFunction;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import dev.externaltenants.userflow.TenantRealm;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.validation.Validation;
import org.keycloak.userprofile.EventAuditingAttributeChangeListener;
import org.keycloak.userprofile.UserProfile;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.userprofile.ValidationException;

/**
 * The profile of a customer who has no address and signs in by a user name. As long as customers can change their address,
 * Keycloak's profile pages demand a first one and take it as it is typed, and as user name, too.
 */
final class AddresslessProfile {

    private final RequiredActionContext context;
    private final UserProfileProvider profiles;

    private AddresslessProfile(RequiredActionContext context) {
        this.context = context;
        this.profiles = context.getSession().getProvider(UserProfileProvider.class);
    }

    static boolean isOf(RequiredActionContext context) {
        return TenantRealm.is(context.getRealm()) && context.getUser().getEmail() == null;
    }

    static AddresslessProfile of(RequiredActionContext context) {
        return new AddresslessProfile(context);
    }

    /** Returns whether something else is missing than the address. */
    boolean isIncomplete() {
        try {
            profiles.create(UserProfileContext.UPDATE_PROFILE, context.getUser())
                    .validate();
            return false;
        } catch (ValidationException refused) {
            return refused.getErrors().stream().anyMatch(error -> !UserModel.EMAIL.equals(error.getAttribute()));
        }
    }

    /** Takes all but the address, which is proven next if one was typed. */
    void save(BiFunction<MultivaluedMap<String, String>, List<FormMessage>, Response> page) {
        MultivaluedMap<String, String> typed =
                new MultivaluedHashMap<>(context.getHttpRequest().getDecodedFormParameters());
        MultivaluedMap<String, String> rest = new MultivaluedHashMap<>(typed);
        rest.remove(UserModel.EMAIL);
        rest.remove(UserModel.USERNAME);
        EventBuilder event = context.getEvent()
                .event(EventType.UPDATE_PROFILE)
                .detail(Details.CONTEXT, UserProfileContext.UPDATE_PROFILE.name());
        // In this context an address is neither demanded nor taken.
        UserProfile profile = profiles.create(UserProfileContext.ACCOUNT, rest, context.getUser());
        try {
            profile.update(false, new EventAuditingAttributeChangeListener(profile, event));
        } catch (ValidationException refused) {
            context.challenge(page.apply(typed, Validation.getFormErrorsFromValidation(refused.getErrors())));
            return;
        }
        if (!Validation.isBlank(typed.getFirst(UserModel.EMAIL))) {
            context.getAuthenticationSession().addRequiredAction(UserModel.RequiredAction.UPDATE_EMAIL);
        }
        context.success();
    }
}
