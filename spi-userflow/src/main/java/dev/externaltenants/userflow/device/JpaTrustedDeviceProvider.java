package dev.externaltenants.userflow.device;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Keeps trusted devices in a table of ours. */
final class JpaTrustedDeviceProvider implements TrustedDeviceProvider {

    /** More than anybody uses, and few enough to read and to list. */
    private static final int MOST = 20;

    private final KeycloakSession session;

    JpaTrustedDeviceProvider(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public NewTrustedDevice trust(RealmModel realm, UserModel customer, String name, Duration lifetime, String before) {
        find(realm, customer, before).ifPresent(device -> revoke(realm, customer, device.id()));
        makeRoom(realm, customer);
        DeviceSecret secret = DeviceSecret.next();
        long now = Time.currentTimeMillis();
        rows().add(new TrustedDeviceEntity(
                secret,
                realm.getId(),
                customer.getId(),
                AccountState.of(session, customer),
                name,
                now,
                now + lifetime.toMillis()));
        return new NewTrustedDevice(secret.id(), secret.text());
    }

    /** Those that are trusted no more go, too: they would never be shown to anybody. */
    private void makeRoom(RealmModel realm, UserModel customer) {
        List<String> kept =
                list(realm, customer).limit(MOST - 1L).map(TrustedDevice::id).toList();
        rows().of(realm, customer.getId()).stream()
                .map(TrustedDeviceEntity::id)
                .filter(id -> !kept.contains(id))
                .forEach(id -> rows().remove(realm, customer.getId(), id));
    }

    @Override
    public Optional<TrustedDevice> use(RealmModel realm, UserModel customer, String secret, Duration maxAge) {
        long now = Time.currentTimeMillis();
        return known(realm, customer, secret)
                .filter(row -> row.isYoungerThan(maxAge.toMillis(), now))
                .filter(row -> rows().isStillThereToUse(row.id(), now))
                .map(TrustedDeviceEntity::device);
    }

    @Override
    public Optional<TrustedDevice> find(RealmModel realm, UserModel customer, String secret) {
        return known(realm, customer, secret).map(TrustedDeviceEntity::device);
    }

    private Optional<TrustedDeviceEntity> known(RealmModel realm, UserModel customer, String secret) {
        return DeviceSecret.parse(secret)
                .flatMap(shown -> rows().find(shown.id()).filter(row -> row.isKnownBy(shown)))
                .filter(row -> row.isOf(realm.getId(), customer.getId()))
                .filter(row -> isTrusted(row, realm, AccountState.of(session, customer)));
    }

    @Override
    public Stream<TrustedDevice> list(RealmModel realm, UserModel customer) {
        String state = AccountState.of(session, customer);
        return rows().of(realm, customer.getId()).stream()
                .filter(row -> isTrusted(row, realm, state))
                .map(TrustedDeviceEntity::device);
    }

    private static boolean isTrusted(TrustedDeviceEntity row, RealmModel realm, String state) {
        return row.isTrusted(state, realm.getNotBefore(), Time.currentTimeMillis());
    }

    @Override
    public boolean revoke(RealmModel realm, UserModel customer, String id) {
        return rows().remove(realm, customer.getId(), id);
    }

    @Override
    public void revokeAll(RealmModel realm, UserModel customer) {
        rows().removeOfUser(realm, customer.getId());
    }

    private TrustedDeviceRows rows() {
        return new TrustedDeviceRows(session);
    }
}
