package dev.externaltenants.tests.harness;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A person's browser for one test, with no past. Nothing may be loaded from elsewhere than this machine: such a request
 * finds no host and fails the test. It is not held up on its way to ask whether it may pass: the browser would keep nothing in
 * its cache, and no form would leave while a test waits for its mail.
 */
public final class BrowserSession implements BeforeEachCallback, AfterEachCallback {

    /** Ends as soon as what is waited for is there, so that only a busy machine takes it. */
    private static final int PATIENCE_MILLIS = 30_000;

    private static final Pattern THIS_MACHINE = Pattern.compile("127[.]0[.]0[.]1|localhost");

    private final String variant;
    private final Browser.NewContextOptions options;
    private final boolean scripts;
    private final List<String> requestsElsewhere = new CopyOnWriteArrayList<>();
    private final List<String> refusedByPolicy = new CopyOnWriteArrayList<>();
    private BrowserContext context;
    private Page page;
    private PageChecks checks;

    private BrowserSession(String variant, boolean scripts, Browser.NewContextOptions options) {
        this.variant = variant;
        this.scripts = scripts;
        this.options = options.setJavaScriptEnabled(scripts);
    }

    public static BrowserSession desktop() {
        return new BrowserSession("desktop", true, english().setViewportSize(1280, 900));
    }

    public static BrowserSession darkDesktop() {
        return new BrowserSession(
                "dark", true, english().setViewportSize(1280, 900).setColorScheme(ColorScheme.DARK));
    }

    /** As narrow as a page may be asked to be without scrolling sideways (WCAG 1.4.10). */
    public static BrowserSession narrow() {
        return new BrowserSession("320px", true, english().setViewportSize(320, 640));
    }

    public static BrowserSession withoutJavaScript() {
        return new BrowserSession("no-js", false, english().setViewportSize(1280, 900));
    }

    public static BrowserSession german() {
        return new BrowserSession(
                "de", true, new Browser.NewContextOptions().setLocale("de-DE").setViewportSize(1280, 900));
    }

    private static Browser.NewContextOptions english() {
        return new Browser.NewContextOptions().setLocale("en-GB");
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        context = Chromium.of(test).newContext(options);
        context.setDefaultTimeout(PATIENCE_MILLIS);
        context.onRequest(this::noteRequestElsewhere);
        page = context.newPage();
        page.onConsoleMessage(this::noteWhatThePolicyRefused);
        checks = new PageChecks(page, test, variant, scripts);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        test.getExecutionException().ifPresent(failure -> checks.screenshot("failed"));
        context.close();
        if (!requestsElsewhere.isEmpty()) {
            throw new AssertionError("The pages loaded from elsewhere: " + requestsElsewhere);
        }
    }

    /** Returns what the Content-Security-Policy of the pages refused until now, as the browser says it. */
    public List<String> refusedByPolicy() {
        return List.copyOf(refusedByPolicy);
    }

    public Page page() {
        return page;
    }

    public void open(URI uri) {
        page.navigate(uri.toString());
    }

    /**
     * To be told by each page object, so that no page goes unchecked. Returns once the whole page is there: a slow machine
     * shows the beginning of one before it has read the rest, and what a test looks for at once would be missing.
     */
    public void arrivedAt(String pageName) {
        page.waitForLoadState();
        checks.check(pageName);
    }

    private void noteWhatThePolicyRefused(ConsoleMessage message) {
        if (message.text().contains("Content Security Policy")) {
            refusedByPolicy.add(message.location() + " " + message.text());
        }
    }

    private void noteRequestElsewhere(Request request) {
        URI uri = URI.create(request.url());
        String host = String.valueOf(uri.getHost());
        if (!THIS_MACHINE.matcher(host).matches() && !"data".equals(uri.getScheme())) {
            requestsElsewhere.add(uri.toString());
        }
    }
}
