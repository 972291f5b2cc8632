package dev.externaltenants.tests.support;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import jakarta.persistence.EntityManager;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import dev.externaltenants.emailotp.OneTimePasscodeProvider;
import dev.externaltenants.emailotp.SecurityNotice;
import dev.externaltenants.emailotp.sender.PasscodeMessage;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.keycloak.common.util.Time;
import org.keycloak.component.ComponentModel;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.resources.admin.RealmsAdminResource;
import org.keycloak.timer.TimerProvider;

/** What a test cannot reach from outside. */
@Produces(MediaType.APPLICATION_JSON)
public final class TestSupportResource {

    private final KeycloakSession session;

    TestSupportResource(KeycloakSession session) {
        this.session = session;
    }

    /** Moves the server's clock this many seconds ahead of the machine's. */
    @PUT
    @Path("time-offset")
    public void moveTime(@QueryParam("seconds") int seconds) {
        Time.setOffset(seconds);
    }

    /** Runs a task of the server's timer now. */
    @PUT
    @Path("task")
    public void runTask(@QueryParam("name") String name) {
        session.getProvider(TimerProvider.class)
                .getTasks()
                .get(name)
                .getRunnable()
                .run();
    }

    /** Has the server's timer run a task as often as this from now on, and returns how often it did before. */
    @PUT
    @Path("task-interval")
    public long runTaskEvery(@QueryParam("name") String name, @QueryParam("millis") long millis) {
        TimerProvider timer = session.getProvider(TimerProvider.class);
        TimerProvider.TimerTaskContext task = timer.getTasks().get(name);
        timer.schedule(task.getRunnable(), millis, name);
        return task.getIntervalMillis();
    }

    /** Returns when Keycloak has booked the proofs that it has answered. */
    @PUT
    @Path("booked-proofs")
    public void awaitBookedProofs() throws ReflectiveOperationException, InterruptedException {
        ProofBookings.of(session).await();
    }

    /** Writes a value into the realm's component of the type, as another version of ours would have left it. */
    @PUT
    @Path("component")
    public void writeIntoComponent(
            @QueryParam("realm") String name,
            @QueryParam("type") String type,
            @QueryParam("key") String key,
            @QueryParam("value") String value) {
        RealmModel realm = session.realms().getRealmByName(name);
        realm.getComponentsStream(realm.getId(), type)
                .map(ComponentModel::new)
                .toList()
                .forEach(component -> {
                    component.put(key, value);
                    realm.updateComponent(component);
                });
    }

    /** Removes a role of the realm's own administrators, which Keycloak's REST lets nobody remove. */
    @DELETE
    @Path("administrator-role")
    public void removeAdministratorRole(@QueryParam("realm") String name, @QueryParam("role") String role) {
        ClientModel management =
                session.realms().getRealmByName(name).getClientByClientId(Constants.REALM_MANAGEMENT_CLIENT_ID);
        management.removeRole(management.getRole(role));
    }

    /** Has Keycloak reach a host of the Internet at a port of this machine. */
    @PUT
    @Path("hosts")
    public void lead(@QueryParam("host") String host, @QueryParam("port") int port) {
        RedirectingHttpClientFactory.lead(host, port);
    }

    /** Sends a notice to each of so many addresses: for one there is a budget. */
    @PUT
    @Path("notices")
    public void sendNotices(
            @QueryParam("realm") String name, @QueryParam("address") String address, @QueryParam("count") int count) {
        RealmModel realm = session.realms().getRealmByName(name);
        session.getContext().setRealm(realm);
        OneTimePasscodeProvider engine = OneTimePasscodeProvider.of(session);
        for (int i = 0; i < count; i++) {
            engine.send(new SecurityNotice(
                    realm.getId(),
                    i + address,
                    Locale.ENGLISH,
                    "Shop",
                    null,
                    SecurityNotice.Change.PASSWORD_CHANGED,
                    ""));
        }
    }

    /** Has Keycloak send a mail of its own in a thread where no request is, as its timer's tasks do. */
    @PUT
    @Path("mail-of-a-task")
    public void sendMailOfATask(@QueryParam("realm") String name, @QueryParam("user") String userId)
            throws InterruptedException, ExecutionException {
        KeycloakSessionFactory factory = session.getKeycloakSessionFactory();
        FutureTask<Void> task = new FutureTask<>(() -> {
            KeycloakModelUtils.runJobInTransaction(factory, own -> mail(own, name, userId));
            return null;
        });
        new Thread(task, "mail-of-a-task").start();
        task.get();
    }

    private static void mail(KeycloakSession own, String realmName, String userId) {
        RealmModel realm = own.realms().getRealmByName(realmName);
        own.getContext().setRealm(realm);
        try {
            own.getProvider(EmailTemplateProvider.class)
                    .setRealm(realm)
                    .setUser(own.users().getUserById(realm, userId))
                    .sendPasswordReset("https://id.example.com/reset", 5);
        } catch (EmailException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lists what the sender of the tests' own has kept. */
    @GET
    @Path("kept-messages")
    public List<PasscodeMessage> keptMessages(@QueryParam("realm") String name) {
        return KeepingSender.keptFor(name);
    }

    /** Lists every REST method of ours. */
    @GET
    @Path("rest-methods")
    public List<RestMethod> restMethods() {
        return new OurResources(session).methods();
    }

    /** Lists every method of Keycloak's own admin REST. */
    @GET
    @Path("admin-methods")
    public List<RestMethod> adminMethods() {
        return RestMethods.ofKeycloakUnder("/admin/realms", RealmsAdminResource.class);
    }

    /** Says how many SQL statements were prepared since it was first asked. */
    @GET
    @Path("statements")
    public long statements() {
        Statistics statistics = session.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .getEntityManagerFactory()
                .unwrap(SessionFactory.class)
                .getStatistics();
        statistics.setStatisticsEnabled(true);
        return statistics.getPrepareStatementCount();
    }

    /** Names the columns, as {@code TABLE.COLUMN}, in which the text occurs. */
    @GET
    @Path("database-search")
    public List<String> searchDatabase(@QueryParam("text") String text) {
        EntityManager entities =
                session.getProvider(JpaConnectionProvider.class).getEntityManager();
        return new DatabaseSearch(entities).columnsContaining(text);
    }
}
