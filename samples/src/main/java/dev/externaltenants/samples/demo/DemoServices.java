package dev.externaltenants.samples.demo;

import java.net.InetSocketAddress;

import dev.externaltenants.samples.claims.ClaimsApi;
import dev.externaltenants.samples.claims.OldUsers;
import dev.externaltenants.samples.inbox.Inbox;
import dev.externaltenants.samples.shop.Shop;
import dev.externaltenants.samples.shop.ShopConfig;
import dev.externaltenants.samples.web.BindAddress;

/** Runs shop, inbox and claims API in one process, until it is ended. */
public final class DemoServices {

    private DemoServices() {}

    /** @param args the base port */
    public static void main(String[] args) {
        DemoPlaces places = DemoPlaces.of(args);
        Inbox inbox = Inbox.start(places.smtpPort(), places.inboxPort());
        ClaimsApi claims = ClaimsApi.start(
                new ClaimsApi.Settings(
                        new InetSocketAddress(BindAddress.ofSamples(), places.claimsPort()),
                        places.issuer(),
                        places.issuerOnBackChannel(),
                        DemoPlaces.CLAIMS_AUDIENCE),
                new OldUsers(),
                new CodesToInbox(inbox.smtpPort()));
        claims.oldUsers().add(DemoPlaces.OLD_CUSTOMER, DemoPlaces.OLD_PASSWORD);
        ShopConfig config =
                ShopConfig.publicClient(places.issuer(), DemoPlaces.CLIENT_ID).reachedAt(places.issuerOnBackChannel());
        Shop shop = Shop.start(places.shopPort(), config);
        System.out.printf("Ready: shop %s, inbox %s, claims API %s%n", shop.url(), inbox.url(), claims.url());
    }
}
