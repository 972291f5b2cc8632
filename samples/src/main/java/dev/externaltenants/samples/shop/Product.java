package dev.externaltenants.samples.shop;

import java.util.stream.Stream;

import dev.externaltenants.samples.web.Html;

/** A roast that the shop would sell. */
record Product(String name, String taste, String price, String shape) {

    private static final String CARD =
            """
            <li class="card"><svg viewBox="0 0 160 110" aria-hidden="true"><path fill="currentColor" d="{}"/></svg>
            <div><h3>{}</h3><p>{}</p><p class="price">{}</p></div></li>""";

    static Html all() {
        Html cards = Stream.of(
                        new Product("Morning", "Bright, with a little citrus", "€ 11.50", "M20 92a60 60 0 0 1 120 0Z"),
                        new Product("Noon", "Round, hazelnut, milk-proof", "€ 10.90", "M80 17a38 38 0 1 0 .1 0Z"),
                        new Product(
                                "Midnight",
                                "Dark, cocoa, decaffeinated",
                                "€ 12.20",
                                "M98 16a40 40 0 1 0 18 66 34 34 0 1 1-18-66Z"))
                .map(Product::card)
                .collect(Html.joined());
        return Html.of("<h2>This week's roasts</h2>\n<ul class=\"cards\">\n{}\n</ul>", cards);
    }

    private Html card() {
        return Html.of(CARD, shape, name, taste, price);
    }
}
