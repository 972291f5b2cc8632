package dev.externaltenants.userflow.signin;

import java.time.Duration;
import java.util.Map;

import dev.externaltenants.userflow.EventDetails;
import dev.externaltenants.userflow.UserFlowProvider;
import dev.externaltenants.userflow.device.DeviceName;
import dev.externaltenants.userflow.device.NewTrustedDevice;
import dev.externaltenants.userflow.device.TrustedDeviceProvider;
import dev.externaltenants.userflow.proof.SignInDetails;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.KeycloakSession;

/**
 * The box on the page of a second proof by which a customer trusts the device. Only who presses the button there can tick
 * it: it is read from that form, together with the proof, and from no address or cookie.
 */
public final class TrustedDeviceBox {

    private static final String FIELD = "trustDevice";
    private static final String TICKED = "on";

    private final AuthenticationFlowContext context;

    public TrustedDeviceBox(AuthenticationFlowContext context) {
        this.context = context;
    }

    /** Gives the page the box, ticked as the customer left it; where the app's user flow does not offer it, nothing. */
    public void addTo(Map<String, Object> model) {
        int days = days();
        if (days > 0) {
            model.put("trustedDeviceDays", days);
            model.put(FIELD, isTicked());
        }
    }

    /** To be called once the second factor is proven, with the form that proved it. */
    public void take() {
        int days = days();
        if (days > 0 && isTicked()) {
            trust(Duration.ofDays(days));
        }
    }

    private void trust(Duration lifetime) {
        KeycloakSession session = context.getSession();
        DeviceCookie cookie = new DeviceCookie(session, context.getRealm(), context.getUser());
        NewTrustedDevice device = TrustedDeviceProvider.of(session)
                .trust(
                        context.getRealm(),
                        context.getUser(),
                        DeviceName.ofRequest(session),
                        lifetime,
                        cookie.secret().orElse(null));
        cookie.set(device.secret(), lifetime);
        context.getEvent().detail(EventDetails.NEW_TRUSTED_DEVICE, device.id());
        SignInDetails.keep(
                context.getAuthenticationSession(), context.getUser(), EventDetails.NEW_TRUSTED_DEVICE, device.id());
    }

    private boolean isTicked() {
        return TICKED.equals(context.getHttpRequest().getDecodedFormParameters().getFirst(FIELD));
    }

    private int days() {
        return UserFlowProvider.of(context.getSession())
                .trustedDeviceDays(context.getAuthenticationSession().getClient());
    }
}
