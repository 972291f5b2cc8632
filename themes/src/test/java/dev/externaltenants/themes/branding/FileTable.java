package dev.externaltenants.themes.branding;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import dev.externaltenants.tests.fakes.Fake;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.Transaction;
import org.hibernate.cfg.Configuration;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakTransactionManager;
import org.keycloak.models.KeycloakUriInfo;
import org.keycloak.models.RealmProvider;
import org.keycloak.urls.HostnameProvider;
import org.keycloak.urls.UrlType;

/** The table of brands' files in a database in memory, and sessions of Keycloak that know it and their host's name. */
final class FileTable implements AutoCloseable {

    private static final HostnameProvider HOST = Fake.of(HostnameProvider.class)
            .on("getBaseUri", arguments -> URI.create("https://id.example/"))
            .get();

    private final SessionFactory database = new Configuration()
            .addAnnotatedClass(BrandFileEntity.class)
            .setProperty("hibernate.connection.url", "jdbc:h2:mem:" + UUID.randomUUID())
            .setProperty("hibernate.hbm2ddl.auto", "create")
            .setProperty("hibernate.generate_statistics", "true")
            .buildSessionFactory();
    private final Session entities = database.openSession();

    KeycloakSession session() {
        JpaConnectionProvider jpa = Fake.of(JpaConnectionProvider.class)
                .on("getEntityManager", arguments -> entities)
                .get();
        KeycloakUriInfo uri = new KeycloakUriInfo(
                Fake.session(Map.of(HostnameProvider.class, HOST)).get(), UrlType.FRONTEND, null);
        KeycloakContext context =
                Fake.of(KeycloakContext.class).on("getUri", arguments -> uri).get();
        return Fake.session(Map.of(JpaConnectionProvider.class, jpa))
                .on("getContext", arguments -> context)
                .get();
    }

    /** Returns a session that ends its transaction when it is closed, as those of Keycloak's tasks do. */
    KeycloakSession transactional(Map<Class<?>, Object> others, RealmProvider realms) {
        Session own = database.openSession();
        JpaConnectionProvider jpa = Fake.of(JpaConnectionProvider.class)
                .on("getEntityManager", arguments -> own)
                .get();
        KeycloakTransactionManager transaction = Fake.of(KeycloakTransactionManager.class)
                .on("begin", arguments -> own.beginTransaction())
                .on("setRollbackOnly", arguments -> {
                    own.getTransaction().setRollbackOnly();
                    return null;
                })
                .get();
        return Fake.of(KeycloakSession.class)
                .on(
                        "getProvider",
                        arguments -> arguments[0] == JpaConnectionProvider.class ? jpa : others.get(arguments[0]))
                .on("realms", arguments -> realms)
                .on("getTransactionManager", arguments -> transaction)
                .on("getAttribute", arguments -> null)
                .on("setAttribute", arguments -> null)
                .on("close", arguments -> {
                    end(own);
                    return null;
                })
                .get();
    }

    private static void end(Session own) {
        Transaction transaction = own.getTransaction();
        if (transaction.isActive() && !transaction.getRollbackOnly()) {
            transaction.commit();
        } else if (transaction.isActive()) {
            transaction.rollback();
        }
        own.close();
    }

    void inTransaction(Consumer<KeycloakSession> work) {
        entities.beginTransaction();
        work.accept(session());
        entities.getTransaction().commit();
        entities.clear();
    }

    /** Returns what is stored of a realm. */
    List<String> hashes(String realmId) {
        return entities.createSelectionQuery(
                        "select i.hash from XtBrandingImage i where i.realmId = :realm", String.class)
                .setParameter("realm", realmId)
                .getResultList();
    }

    /** Returns how many statements were sent so far. */
    long statements() {
        return database.getStatistics().getPrepareStatementCount();
    }

    @Override
    public void close() {
        entities.close();
        database.close();
    }
}
