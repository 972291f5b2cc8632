package dev.externaltenants.tests.harness;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What holds of every page that a test meets. */
final class PageChecks {

    /** A page of a test class is checked once in each variant. */
    private static final Set<String> CHECKED = ConcurrentHashMap.newKeySet();

    private final Page page;
    private final String test;
    private final String variant;
    private final boolean scripts;

    PageChecks(Page page, ExtensionContext test, String variant, boolean scripts) {
        this.page = page;
        this.test = test.getRequiredTestClass().getSimpleName();
        this.variant = variant;
        this.scripts = scripts;
    }

    void check(String pageName) {
        if (CHECKED.add(test + " " + pageName + " " + variant)) {
            screenshot(pageName);
            nothingScrollsSideways(pageName);
            accessible(pageName);
        }
    }

    void screenshot(String pageName) {
        Path file = Settings.target().resolve("screenshots").resolve(test + "-" + pageName + "-" + variant + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }

    private void nothingScrollsSideways(String pageName) {
        Object tooWide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
        if (((Number) tooWide).doubleValue() > 0) {
            throw new AssertionError(pageName + " (" + variant + ") is " + tooWide + " px wider than the window");
        }
    }

    private void accessible(String pageName) {
        if (!scripts) {
            // axe is itself a script; the other variants of the same page are checked by it.
            return;
        }
        String violations = axe().analyze().getViolations().stream()
                .map(PageChecks::describe)
                .collect(Collectors.joining("\n"));
        if (!violations.isEmpty()) {
            throw new AssertionError("axe on " + pageName + " (" + variant + "):\n" + violations);
        }
    }

    /**
     * All of axe's rules, but its report has only what they find wrong, and is put together in the page itself: with what they
     * find right as well, sent to a page of its own, a check takes several times as long. That page is for frames of other
     * hosts, which ours have none of.
     */
    private AxeBuilder axe() {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder(page).options(options).setLegacyMode(true);
    }

    private static String describe(Rule rule) {
        return rule.getId() + " (" + rule.getImpact() + "): " + rule.getHelp() + "\n  "
                + rule.getNodes().stream()
                        .map(node -> String.valueOf(node.getHtml()))
                        .collect(Collectors.joining("\n  "));
    }
}
