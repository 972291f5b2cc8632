package dev.externaltenants.tenant.accountpage;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.keycloak.authentication.requiredactions.DeleteCredentialAction;
import org.keycloak.authentication.requiredactions.WebAuthnRegisterFactory;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.Constants;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserModel.RequiredAction;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/**
 * What a customer has set up besides the code by e-mail to prove a second factor. Keycloak's own actions add and remove it;
 * the sign-in that leads to them asks for two factors of who has two.
 */
final class SecondFactors {

    private static final String APP = "app";
    private static final String PASSKEY = "passkey";
    private static final String RECOVERY = "recovery";

    private static final Map<String, String> KINDS = Map.of(
            OTPCredentialModel.TYPE, APP,
            WebAuthnCredentialModel.TYPE_TWOFACTOR, PASSKEY,
            WebAuthnCredentialModel.TYPE_PASSWORDLESS, PASSKEY,
            RecoveryAuthnCodesCredentialModel.TYPE, RECOVERY);

    private static final Map<String, String> SET_UP = Map.of(
            APP, RequiredAction.CONFIGURE_TOTP.name(),
            PASSKEY, WebAuthnRegisterFactory.PROVIDER_ID,
            RECOVERY, RequiredAction.CONFIGURE_RECOVERY_AUTHN_CODES.name());

    private final AccountRequest request;

    SecondFactors(AccountRequest request) {
        this.request = request;
    }

    /** Returns what the customer has, the oldest first. */
    List<Map<String, Object>> of(UserModel user) {
        DateTimeFormatter day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(request.session().getContext().resolveLocale(null))
                .withZone(ZoneOffset.UTC);
        return stored(user).map(factor -> model(factor, day)).toList();
    }

    /** Returns the kinds that can be added. Recovery codes stand in for something else, so they come second. */
    List<String> addable(UserModel user) {
        List<String> had = stored(user).map(SecondFactors::kind).toList();
        boolean hasMore = had.contains(APP) || had.contains(PASSKEY);
        return Stream.of(APP, PASSKEY, RECOVERY)
                .filter(kind -> !kind.equals(RECOVERY) || (hasMore && !had.contains(RECOVERY)))
                .filter(kind -> isOn(SET_UP.get(kind)))
                .toList();
    }

    Optional<Map<String, String>> toSetUp(Visitor visitor, String kind) {
        return addable(visitor.user()).contains(kind)
                ? Optional.of(Map.of(Constants.KC_ACTION, SET_UP.get(kind)))
                : Optional.empty();
    }

    Optional<Map<String, String>> toRemoval(Visitor visitor, String id) {
        return stored(visitor.user())
                .filter(factor -> factor.getId().equals(id))
                .findFirst()
                .filter(factor -> isOn(DeleteCredentialAction.PROVIDER_ID))
                .map(factor -> Map.of(Constants.KC_ACTION, DeleteCredentialAction.PROVIDER_ID + ":" + factor.getId()));
    }

    private static Stream<CredentialModel> stored(UserModel user) {
        return user.credentialManager().getStoredCredentialsStream().filter(factor -> kind(factor) != null);
    }

    private static String kind(CredentialModel factor) {
        return KINDS.get(factor.getType());
    }

    /** Keycloak passes over an action that the realm has switched off. */
    private boolean isOn(String action) {
        RequiredActionProviderModel known = request.realm().getRequiredActionProviderByAlias(action);
        return known != null && known.isEnabled();
    }

    private static Map<String, Object> model(CredentialModel factor, DateTimeFormatter day) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("id", factor.getId());
        model.put("kind", kind(factor));
        // Recovery codes have none of their own, only Keycloak's word for them.
        model.put("label", kind(factor).equals(RECOVERY) ? "" : PageView.text(factor.getUserLabel()));
        model.put(
                "since",
                factor.getCreatedDate() == null ? "" : day.format(Instant.ofEpochMilli(factor.getCreatedDate())));
        return model;
    }
}
