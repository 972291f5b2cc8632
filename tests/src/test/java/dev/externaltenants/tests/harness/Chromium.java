package dev.externaltenants.tests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** The browser of this run: one process, a fresh context for each test. */
final class Chromium implements AutoCloseable {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome");

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium() {
        System.setProperty("playwright.cli.dir", driverFolder().toString());
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setArgs(ARGUMENTS));
    }

    /** Returns the one of this run; JUnit closes it after the last test, on the thread that Playwright needs. */
    static Chromium of(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(Chromium.class))
                .getOrComputeIfAbsent("chromium", key -> new Chromium(), Chromium.class);
    }

    /** Starts a browser of its own that keeps what browsers keep in the folder; to be closed. */
    BrowserContext withProfile(Path folder) {
        return playwright
                .chromium()
                .launchPersistentContext(
                        folder,
                        new BrowserType.LaunchPersistentContextOptions()
                                .setExecutablePath(executable())
                                .setArgs(ARGUMENTS));
    }

    BrowserContext newContext(Browser.NewContextOptions options) {
        return browser.newContext(options);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    /** Playwright's driver as it expects it, made of the machine's node and npm's playwright-core. */
    private static Path driverFolder() {
        Path core = Settings.node().resolve("node_modules/playwright-core");
        if (!Files.exists(core)) {
            throw new IllegalStateException("No playwright-core. Run: npm ci --ignore-scripts --prefix tests/node");
        }
        Path folder = Settings.target().resolve("playwright");
        try {
            Files.createDirectories(folder);
            link(
                    folder.resolve("node"),
                    onPath("node").orElseThrow(() -> new IllegalStateException("No node on PATH")));
            link(folder.resolve("package"), core);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void link(Path link, Path target) throws IOException {
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, target);
    }

    private static Path executable() {
        return Optional.ofNullable(System.getenv("XT_CHROMIUM"))
                .filter(path -> !path.isBlank())
                .map(Path::of)
                .or(() -> NAMES.stream().flatMap(name -> onPath(name).stream()).findFirst())
                .orElseThrow(() -> new IllegalStateException(
                        "No Chromium. Install one, name it in XT_CHROMIUM, or let script/test see to it."));
    }

    private static Optional<Path> onPath(String name) {
        return Stream.of(System.getenv("PATH"))
                .flatMap(path -> Arrays.stream(path.split(":")))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
