package dev.externaltenants.tests.harness;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A person's browser that is closed and started again within one test: its process ends, its profile stays. It starts with
 * the first page that a test opens.
 */
public final class RestartedBrowser implements BeforeEachCallback, AfterEachCallback {

    private Chromium chromium;
    private Path profile;
    private BrowserContext running;
    private Page page;

    @Override
    public void beforeEach(ExtensionContext test) throws IOException {
        chromium = Chromium.of(test);
        profile = Files.createTempDirectory(Settings.target(), "profile");
    }

    @Override
    public void afterEach(ExtensionContext test) {
        close();
    }

    /** Closes it; the next page that is opened starts it again. */
    public void close() {
        if (running != null) {
            running.close();
            running = null;
        }
    }

    public Page page() {
        return page;
    }

    /** Returns where it ends; the app's address is one where nobody answers, so a page need not come of it. */
    public String open(URI uri) {
        if (running == null) {
            running = chromium.withProfile(profile);
            page = running.newPage();
        }
        String[] asked = {""};
        page.onRequest(request -> asked[0] = request.isNavigationRequest() ? request.url() : asked[0]);
        try {
            page.navigate(uri.toString());
        } catch (PlaywrightException nobodyAnswers) {
            if (!asked[0].startsWith(RelyingParty.CALLBACK.toString())) {
                throw nobodyAnswers;
            }
        }
        return asked[0];
    }
}
