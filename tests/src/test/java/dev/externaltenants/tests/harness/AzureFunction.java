package dev.externaltenants.tests.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code samples/functions} as it is delivered, run by Node.js with its own dependencies, in place of Azure's host. */
public final class AzureFunction implements AutoCloseable {

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final Path SAMPLE = REPOSITORY.resolve("samples/functions");
    private static final Path HOST = REPOSITORY.resolve("tests/node/functions-host");
    private static final int MINUTES_TO_INSTALL = 3;

    private final Process node;
    private final URI url;

    /**
     * @param folder an empty one, to run in
     * @param environment the function's settings
     * @throws IllegalStateException when its dependencies cannot be installed, or it does not start
     */
    public AzureFunction(Path folder, Map<String, String> environment) throws InterruptedException {
        try {
            install(folder);
            ProcessBuilder start = new ProcessBuilder("node", "host.mjs")
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT);
            start.environment().putAll(environment);
            node = start.start();
            String port =
                    new BufferedReader(new InputStreamReader(node.getInputStream(), StandardCharsets.UTF_8)).readLine();
            if (port == null) {
                throw new IllegalStateException("The function did not start; see what it said above");
            }
            url = URI.create("http://127.0.0.1:" + port + "/api/extension");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI url() {
        return url;
    }

    private static void install(Path folder) throws IOException, InterruptedException {
        for (String file : List.of("function.mjs", "answers.mjs", "package.json", "package-lock.json", ".npmrc")) {
            Files.copy(SAMPLE.resolve(file), folder.resolve(file));
        }
        Process npm = new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline")
                .directory(folder.toFile())
                .inheritIO()
                .start();
        if (!npm.waitFor(MINUTES_TO_INSTALL, TimeUnit.MINUTES) || npm.exitValue() != 0) {
            npm.destroy();
            throw new IllegalStateException("npm ci failed for samples/functions");
        }
        Path core = Files.createDirectories(folder.resolve("node_modules/@azure/functions-core"));
        Files.copy(HOST.resolve("core.cjs"), core.resolve("index.js"));
        Files.copy(HOST.resolve("host.mjs"), folder.resolve("host.mjs"));
    }

    @Override
    public void close() {
        node.destroy();
    }
}
