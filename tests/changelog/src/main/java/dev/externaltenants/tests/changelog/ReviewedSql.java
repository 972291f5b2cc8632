package dev.externaltenants.tests.changelog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A changelog's SQL as somebody has read it, for databases that no test runs on. It lies in the module's
 * {@code src/test/resources/changelog}, one file per database.
 */
public final class ReviewedSql {

    private static final String UPDATE = "xt.golden.update";

    private final String changelog;
    private final Path folder;

    private ReviewedSql(String changelog, Path folder) {
        this.changelog = changelog;
        this.folder = folder;
    }

    /** @param changelog on the class path, such as {@code META-INF/xt-user-flow-changelog.xml} */
    public static ReviewedSql of(String changelog) {
        String file = Path.of(changelog).getFileName().toString();
        String name = file.substring(0, file.lastIndexOf('.'));
        return new ReviewedSql(changelog, Path.of("src/test/resources/changelog", name));
    }

    /** Fails when the changelog is other SQL now than what was read, or, when asked to, writes the new one for reading. */
    public void assertReviewed(Vendor vendor) {
        Path reviewed = folder.resolve(vendor.name().toLowerCase(Locale.ROOT) + ".sql");
        String sql = new ChangelogSql(changelog).on(vendor);
        try {
            if (Boolean.getBoolean(UPDATE)) {
                Files.createDirectories(folder);
                Files.writeString(reviewed, sql);
            }
            assertThat(sql)
                    .as(
                            "%s on %s is not the SQL in %s. Of a released change set never change anything: write another."
                                    + " Where the change is meant, renew the files with `mvn -pl %s -am test -D%s=true`"
                                    + " and read what git diff shows.",
                            changelog,
                            vendor,
                            reviewed,
                            Path.of("").toAbsolutePath().getFileName(),
                            UPDATE)
                    .isEqualTo(Files.exists(reviewed) ? Files.readString(reviewed) : "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
