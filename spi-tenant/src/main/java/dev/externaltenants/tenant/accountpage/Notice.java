package dev.externaltenants.tenant.accountpage;

import java.util.Arrays;
import java.util.Optional;

/** What a page tells of what was done just before. */
enum Notice {
    SAVED("xtAccountSaved", null),
    PASSWORD_CHANGED("xtAccountPasswordChanged", "UPDATE_PASSWORD"),
    EMAIL_CHANGED("xtAccountEmailChanged", "UPDATE_EMAIL"),
    APP_SET_UP("xtAccountFactorAdded", "CONFIGURE_TOTP"),
    PASSKEY_SET_UP("xtAccountFactorAdded", "webauthn-register"),
    RECOVERY_CODES_SET_UP("xtAccountFactorAdded", "CONFIGURE_RECOVERY_AUTHN_CODES"),
    FACTOR_REMOVED("xtAccountFactorRemoved", "delete_credential"),
    CONNECTED("xtAccountConnected", "idp_link"),
    DISCONNECTED("xtAccountDisconnected", null),
    DEVICE_FORGOTTEN("xtAccountDeviceForgotten", null),
    DEVICES_FORGOTTEN("xtAccountDevicesForgotten", null),
    SIGNED_OUT("xtAccountSignedOutElsewhere", null),
    WITHDRAWN("xtAccountWithdrawn", null);

    private final String messageKey;
    private final String action;

    Notice(String messageKey, String action) {
        this.messageKey = messageKey;
        this.action = action;
    }

    /** Finds what to tell after Keycloak's action of this name. */
    static Optional<Notice> ofAction(String action) {
        return Arrays.stream(values())
                .filter(notice -> notice.action != null && notice.action.equals(action))
                .findFirst();
    }

    String messageKey() {
        return messageKey;
    }
}
