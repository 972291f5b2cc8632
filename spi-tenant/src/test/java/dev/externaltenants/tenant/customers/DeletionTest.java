package dev.externaltenants.tenant.customers;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keycloak.common.util.Time;
import org.keycloak.models.UserModel;

import static org.assertj.core.api.Assertions.assertThat;

final class DeletionTest {

    private final Map<String, String> attributes = new HashMap<>();
    private boolean enabled = true;
    private final UserModel user = user();

    @AfterEach
    void clockOfTheMachine() {
        Time.setOffset(0);
    }

    @Test
    void keepsTheCustomerFromSigningIn() {
        Deletion.mark(user);

        assertThat(enabled).isFalse();
        assertThat(Deletion.of(user))
                .hasValueSatisfying(deletion -> assertThat(deletion.isFinal()).isFalse());
    }

    @Test
    void undoneTheCustomerIsAsBefore() {
        Deletion.mark(user);

        Deletion.of(user).orElseThrow().undo(user);

        assertThat(enabled).isTrue();
        assertThat(attributes).isEmpty();
    }

    @Test
    void undoneABlockedCustomerIsBlockedStill() {
        enabled = false;
        Deletion.mark(user);

        Deletion.of(user).orElseThrow().undo(user);

        assertThat(enabled).isFalse();
        assertThat(Deletion.of(user)).isEmpty();
    }

    @Test
    void isFinalAfterThirtyDays() {
        Deletion.mark(user);
        String mark = attributes.values().iterator().next();

        Time.setOffset((int) Deletion.RESTORABLE.toSeconds() + 1);

        assertThat(Deletion.of(user).orElseThrow().isFinal()).isTrue();
        // The database compares them as texts.
        assertThat(mark).isLessThan(Deletion.limit());
    }

    @Test
    void whoIsEnabledElsewhereIsNotDeleted() {
        Deletion.mark(user);

        enabled = true;

        assertThat(Deletion.of(user)).isEmpty();
    }

    @Test
    void aMarkThatNobodyCanReadIsNeverFinal() {
        enabled = false;
        attributes.put("xt.deletedAt", "last summer");

        assertThat(Deletion.of(user).orElseThrow().isFinal()).isFalse();
    }

    private UserModel user() {
        return (UserModel) Proxy.newProxyInstance(
                UserModel.class.getClassLoader(),
                new Class<?>[] {UserModel.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "isEnabled" -> enabled;
                    case "setEnabled" -> {
                        enabled = (boolean) arguments[0];
                        yield null;
                    }
                    case "getFirstAttribute" -> attributes.get((String) arguments[0]);
                    case "setSingleAttribute" -> {
                        attributes.put((String) arguments[0], (String) arguments[1]);
                        yield null;
                    }
                    case "removeAttribute" -> {
                        attributes.remove((String) arguments[0]);
                        yield null;
                    }
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
