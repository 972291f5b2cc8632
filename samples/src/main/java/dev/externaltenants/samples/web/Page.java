package dev.externaltenants.samples.web;

/**
 * The frame that all pages of a sample share.
 *
 * @param site the name in the header
 * @param title of this page; the browser's title is {@code title · site}
 * @param navigation what stands at the right of the header
 * @param main the content, beginning with its {@code h1}
 */
public record Page(String site, String title, Html navigation, Html main) {

    private static final String FRAME =
            """
            <!DOCTYPE html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <meta name="color-scheme" content="light dark">
              <title>{} · {}</title>
              <link rel="icon" href="data:,">
              <link rel="stylesheet" href="/style.css">
            </head>
            <body>
              <header class="bar">
                <a class="brand" href="/">{}</a>
                <nav aria-label="Main">{}</nav>
              </header>
              <main>
            {}
              </main>
              <footer>A sample of External Tenants for Keycloak. It runs on this machine only.</footer>
            </body>
            </html>
            """;

    Html html() {
        return Html.of(FRAME, title, site, site, navigation, main);
    }
}
