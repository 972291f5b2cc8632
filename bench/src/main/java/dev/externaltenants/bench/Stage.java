package dev.externaltenants.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

import dev.externaltenants.bench.load.App;
import dev.externaltenants.bench.load.Customers;
import dev.externaltenants.bench.realm.ClaimsStub;
import dev.externaltenants.bench.realm.MailSink;
import dev.externaltenants.bench.realm.TenantRealm;
import dev.externaltenants.bench.realm.VanillaRealm;
import dev.externaltenants.samples.inbox.SilentSmtpServer;

/** The two realms of one server, and what stands around them in the generator's process. */
final class Stage implements AutoCloseable {

    private static final int CUSTOMERS = 300;
    private static final int OTHERS = 100;

    private final BenchServer server;
    private final MailSink mails;
    private final Deque<Runnable> closing = new ArrayDeque<>();
    private final TenantRealm tenant;
    private final VanillaRealm vanilla;
    private final App tenantApp;

    Stage(BenchServer server) {
        this.server = server;
        mails = mailSink();
        tenant = TenantRealm.create(server.admin(), "tenant", CUSTOMERS, mails.port());
        vanilla = VanillaRealm.create(server.admin(), "vanilla", CUSTOMERS, tenant);
        tenantApp = tenant.app();
    }

    TenantRealm tenant() {
        return tenant;
    }

    /** Returns the tenant's app whose customers sign in with a password. */
    App tenantApp() {
        return tenantApp;
    }

    VanillaRealm vanilla() {
        return vanilla;
    }

    MailSink mails() {
        return mails;
    }

    /** Returns the customers that each realm has but for some. */
    static Customers customers() {
        return Customers.existing(0, CUSTOMERS - OTHERS);
    }

    /** Returns those, for what goes on at the same time. */
    static Customers otherCustomers() {
        return Customers.existing(CUSTOMERS - OTHERS, CUSTOMERS);
    }

    /** Returns an app of the tenant that takes claims from an API that answers after that time. */
    App claimsApp(String name, Duration answer) {
        ClaimsStub api = ClaimsStub.answeringAfter(answer);
        closing.push(api::close);
        return tenant.claimsApp(name, api.url());
    }

    /** Returns another tenant, whose mail arrives. */
    TenantRealm tenantWithMail(String name) {
        return TenantRealm.create(server.admin(), name, CUSTOMERS, mailSink().port());
    }

    /** Returns another tenant, whose mail server accepts connections and never says a word. */
    TenantRealm tenantWithSilentMail(String name) {
        SilentSmtpServer silent = SilentSmtpServer.start(0);
        closing.push(() -> close(silent));
        return TenantRealm.create(server.admin(), name, CUSTOMERS, silent.port());
    }

    @Override
    public void close() {
        closing.forEach(Runnable::run);
    }

    private MailSink mailSink() {
        MailSink sink = MailSink.start();
        closing.push(sink::close);
        return sink;
    }

    private static void close(SilentSmtpServer server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
