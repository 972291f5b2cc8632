package dev.externaltenants.samples.shop;

import java.util.Optional;

import dev.externaltenants.samples.web.Html;
import dev.externaltenants.samples.web.Page;

/** What the shop shows. */
final class ShopPages {

    private static final String FRONT =
            """
            <h1>Coffee, slowly</h1>
            <p class="lead">Small roasts from people we know. Sign in to see your loyalty tier, or create an
            account in a minute.</p>
            {}""";

    private static final String WELCOME =
            """
            <h1>Hello {}</h1>
            <p class="lead">You are signed in. This is what the shop was told about you; both signatures were
            verified with the keys that the tenant publishes.</p>
            {}
            {}
            {}
            {}""";

    private static final String PROBLEM =
            """
            <div class="problem">
              <h1>Sign-in did not succeed</h1>
              <dl>
                <dt>Error</dt><dd id="error">{}</dd>
                <dt>Description</dt><dd id="error-description">{}</dd>
                <dt>Told by</dt><dd id="error-source">{}</dd>
              </dl>
              <p><a href="/">Back to the shop</a></p>
            </div>""";

    private static final Html TERMS = new Html(
            """
            <h1>Terms of use</h1>
            <p class="lead">This shop sells nothing. By creating an account you agree to try it out as often as
            you like.</p>
            <p><a href="/">Back to the shop</a></p>""");

    private static final Html NOT_FOUND =
            new Html("""
            <h1>Not found</h1>
            <p><a href="/">Back to the shop</a></p>""");

    private static final Html SIGN_IN_LINKS = new Html(
            """
            <a class="button plain" href="/create-account">Create an account</a>
            <a class="button" href="/sign-in">Sign in</a>""");

    private static final Html SIGN_OUT = new Html(
            """
            <form method="post" action="/sign-out"><button class="button plain">Sign out</button></form>""");

    private ShopPages() {}

    static Page home(Optional<Customer> customer) {
        return customer.map(ShopPages::welcome).orElseGet(ShopPages::front);
    }

    private static Page front() {
        return page("Home", SIGN_IN_LINKS, Html.of(FRONT, Product.all()));
    }

    private static Page welcome(Customer customer) {
        Html main = Html.of(
                WELCOME,
                customer.name(),
                ClaimsView.loyalty(customer.idTokenClaims()),
                ClaimsView.table("id-token", "Claims of the ID token", customer.idTokenClaims()),
                ClaimsView.table("access-token", "Claims of the access token", customer.accessTokenClaims()),
                Product.all());
        return page("Your account", SIGN_OUT, main);
    }

    static Page problem(SignInRefused refused) {
        Html main = Html.of(PROBLEM, refused.code, refused.description, refused.where.text);
        return page("Sign-in did not succeed", SIGN_IN_LINKS, main);
    }

    static Page terms() {
        return page("Terms of use", Html.NOTHING, TERMS);
    }

    static Page notFound() {
        return page("Not found", SIGN_IN_LINKS, NOT_FOUND);
    }

    private static Page page(String title, Html navigation, Html main) {
        return new Page("Contoso Shop", title, navigation, main);
    }
}
