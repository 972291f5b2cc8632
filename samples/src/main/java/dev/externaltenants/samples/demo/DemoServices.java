package dev.externaltenants.samples.demo;

import dev.externaltenants.samples.claims.ClaimsApi;
import dev.externaltenants.samples.inbox.Inbox;
import dev.externaltenants.samples.shop.Shop;
import dev.externaltenants.samples.shop.ShopConfig;

/** Runs shop, inbox and claims API in one process, until it is ended. */
public final class DemoServices {

    private DemoServices() {}

    /** @param args the base port */
    public static void main(String[] args) {
        DemoPorts ports = DemoPorts.of(args);
        Inbox inbox = Inbox.start(ports.smtp(), ports.inbox());
        ClaimsApi claims = ClaimsApi.start(ports.claimsApi(), ports.issuer(), DemoPorts.CLAIMS_AUDIENCE);
        Shop shop = Shop.start(ports.shop(), ShopConfig.publicClient(ports.issuer(), DemoPorts.CLIENT_ID));
        System.out.printf("Ready: shop %s, inbox %s, claims API %s%n", shop.url(), inbox.url(), claims.url());
    }
}
