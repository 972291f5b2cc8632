package dev.externaltenants.tests.pages;

import java.util.Map;
import java.util.TreeMap;

import com.microsoft.playwright.Locator;
import dev.externaltenants.tests.harness.BrowserSession;

/** The sample shop. */
public final class ShopPage extends CustomerPage {

    private ShopPage(BrowserSession browser, String name, String mark) {
        super(browser, name, mark);
    }

    /** Waits until the customer is signed in there. */
    public static ShopPage signedIn(BrowserSession browser) {
        return new ShopPage(browser, "shop-signed-in", "table#id-token");
    }

    /** Waits until nobody is signed in there. */
    public static ShopPage signedOut(BrowserSession browser) {
        return new ShopPage(browser, "shop", "a[href='/sign-in']");
    }

    public SignInPage signIn() {
        press("a[href='/sign-in']");
        return new SignInPage(browser());
    }

    public EmailPage createAccount() {
        press("a[href='/create-account']");
        return new EmailPage(browser());
    }

    public ShopPage signOut() {
        press("form[action='/sign-out'] button");
        return signedOut(browser());
    }

    /** Returns the claims that the shop shows of the ID token, by name. */
    public Map<String, String> idTokenClaims() {
        return claims("id-token");
    }

    /** Returns the claims that the shop shows of the access token, by name. */
    public Map<String, String> accessTokenClaims() {
        return claims("access-token");
    }

    private Map<String, String> claims(String table) {
        Map<String, String> claims = new TreeMap<>();
        for (Locator cell : page().locator("table#" + table + " td[data-claim]").all()) {
            claims.put(cell.getAttribute("data-claim"), cell.textContent());
        }
        return claims;
    }
}
