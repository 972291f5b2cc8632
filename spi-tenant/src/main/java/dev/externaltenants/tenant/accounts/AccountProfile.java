package dev.externaltenants.tenant.accounts;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import dev.externaltenants.userflow.TenantException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.UserModel;
import org.keycloak.services.messages.Messages;
import org.keycloak.userprofile.UserProfile;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.userprofile.ValidationException;

/** Accounts by Keycloak's user profile, whose rules hold here as they do at its own REST. */
public final class AccountProfile {

    private final KeycloakSession session;
    private final UserProfileProvider profiles;
    private final UnaryOperator<String> field;

    /** @param field names the field of the call by the attribute of the user */
    public AccountProfile(KeycloakSession session, UnaryOperator<String> field) {
        this.session = session;
        this.profiles = session.getProvider(UserProfileProvider.class);
        this.field = field;
    }

    /** @throws TenantException {@code xt_account_exists}, {@code xt_account_value_invalid} */
    public UserModel create(Map<String, ?> values) {
        UserProfile profile = profiles.create(UserProfileContext.USER_API, values);
        validate(profile, values.containsKey(UserModel.EMAIL));
        try {
            return profile.create(false);
        } catch (ModelDuplicateException lostRace) {
            throw exists(null);
        }
    }

    /**
     * Changes the given values; an empty one removes what the user has.
     *
     * @param collections names of attributes that have any number of values. Of others one is given and compared, and what
     *     an operator may have stored beside it stays with it
     * @throws TenantException {@code xt_account_exists}, {@code xt_account_value_invalid}
     */
    public void change(UserModel user, Map<String, List<String>> values, Set<String> collections) {
        UserProfile profile = profiles.create(UserProfileContext.USER_API, values, user);
        validate(profile, !values.get(UserModel.EMAIL).isEmpty());
        for (Map.Entry<String, List<String>> entry : values.entrySet()) {
            String name = entry.getKey();
            // As the profile spells them, addresses in lower case.
            List<String> known = profile.getAttributes().get(name);
            List<String> wanted = entry.getValue().isEmpty() || known == null ? List.of() : known;
            List<String> present = user.getAttributeStream(name).toList();
            boolean same = collections.contains(name)
                    ? Set.copyOf(present).equals(Set.copyOf(wanted))
                    : wanted.equals(present.stream().limit(1).toList());
            if (wanted.isEmpty()) {
                user.removeAttribute(name);
            } else if (!same) {
                user.setAttribute(name, wanted);
            }
        }
    }

    /** An address is the user name in a tenant, so Keycloak wants one of everybody; who has a user name needs none. */
    private void validate(UserProfile profile, boolean withAddress) {
        try {
            profile.validate();
        } catch (ValidationException refused) {
            List<ValidationException.Error> errors = refused.getErrors().stream()
                    .filter(error -> withAddress || !UserModel.EMAIL.equals(error.getAttribute()))
                    .toList();
            if (!errors.isEmpty()) {
                throw translated(errors.get(0));
            }
        }
    }

    private TenantException translated(ValidationException.Error refused) {
        String where = field.apply(refused.getAttribute());
        return List.of(Messages.EMAIL_EXISTS, Messages.USERNAME_EXISTS).contains(refused.getMessage())
                ? exists(where)
                : TenantException.invalid(
                        "xt_account_value_invalid",
                        where,
                        KeycloaksReason.after(
                                "The user profile of the realm refuses the value.",
                                session,
                                session.getContext().getRealm(),
                                refused.getMessage(),
                                refused.getMessageParameters()));
    }

    /** The refusal of an address or a name that somebody has. */
    public static TenantException exists(String where) {
        return TenantException.conflict(
                "xt_account_exists", where, "An account of the tenant has this address or user name already.");
    }
}
