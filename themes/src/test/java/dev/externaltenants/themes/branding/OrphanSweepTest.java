package dev.externaltenants.themes.branding;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import dev.externaltenants.tests.fakes.Fake;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keycloak.cluster.ClusterProvider;
import org.keycloak.common.util.Time;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RealmProvider;

import static org.assertj.core.api.Assertions.assertThat;

/** What goes a week after it was shown last, and what stays. */
final class OrphanSweepTest {

    private static final BrandFile OLD = BrandFile.of("image/png", new byte[] {1});
    private static final BrandFile SHOWN = BrandFile.of("image/png", new byte[] {2});
    private static final int DAY = 24 * 60 * 60;

    private final FileTable table = new FileTable();
    private final Map<String, RealmModel> realms = new HashMap<>();
    private final OrphanSweep sweep = new OrphanSweep(Fake.of(KeycloakSessionFactory.class)
            .on("create", arguments -> session())
            .get());

    @AfterEach
    void close() {
        Time.setOffset(0);
        table.close();
    }

    @Test
    void whatNoBrandNamesGoesAfterAWeek() {
        realm("contoso", branded());
        store("contoso", OLD, SHOWN);

        Time.setOffset(6 * DAY);
        sweep.run();
        assertThat(table.hashes("contoso")).hasSize(2);

        Time.setOffset(8 * DAY);
        sweep.run();
        assertThat(table.hashes("contoso")).containsExactly(SHOWN.hash());
    }

    @Test
    void filesOfARealmThatIsGoneGo() {
        store("gone", OLD);

        Time.setOffset(8 * DAY);
        sweep.run();

        assertThat(table.hashes("gone")).isEmpty();
    }

    /** Whichever comes first. */
    @Test
    void aRealmWhoseBrandsCannotBeReadKeepsItsFilesAndStopsNobody() {
        for (String realm : new String[] {"a-broken", "contoso", "z-broken"}) {
            realm(realm, realm.equals("contoso") ? branded() : broken());
            store(realm, OLD);
        }

        Time.setOffset(8 * DAY);
        sweep.run();

        assertThat(table.hashes("contoso")).isEmpty();
        assertThat(table.hashes("a-broken")).containsExactly(OLD.hash());
        assertThat(table.hashes("z-broken")).containsExactly(OLD.hash());
        table.inTransaction(session -> assertThat(
                        new BrandFiles(session).realmsWithUnused(Time.currentTimeMillis() - 7L * DAY * 1000, 100))
                .as("realms that the next sweep looks at")
                .isEmpty());
    }

    private void realm(String id, ComponentModel brand) {
        realms.put(
                id,
                Fake.of(RealmModel.class)
                        .on("getId", arguments -> id)
                        .on("getComponentsStream", arguments -> Stream.of(brand))
                        .get());
    }

    private static ComponentModel branded() {
        ComponentModel model = new ComponentModel();
        Brand shown =
                Brand.NEUTRAL.withImages(Map.of(ImageKind.FAVICON, new BrandImage(SHOWN.hash(), "image/png", 1, 1)));
        BrandComponent.write(StoredBrand.named(null).withPublished(shown, 1), model);
        return model;
    }

    private static ComponentModel broken() {
        ComponentModel model = new ComponentModel();
        model.setName("summer");
        model.put("draft", "{");
        return model;
    }

    private void store(String realm, BrandFile... files) {
        table.inTransaction(session -> {
            for (BrandFile file : files) {
                new BrandFiles(session).put(realm, file);
            }
        });
    }

    /** One that is the only one in the cluster. */
    private KeycloakSession session() {
        RealmProvider provider = Fake.of(RealmProvider.class)
                .on("getRealm", arguments -> realms.get((String) arguments[0]))
                .get();
        ClusterProvider cluster = Fake.of(ClusterProvider.class)
                .on("executeIfNotExecuted", arguments -> {
                    try {
                        return ((Callable<?>) arguments[2]).call();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                })
                .get();
        return table.transactional(Map.of(ClusterProvider.class, cluster), provider);
    }
}
