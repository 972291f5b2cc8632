package dev.externaltenants.themes.branding;

import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.externaltenants.tests.fakes.Fake;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.common.util.Time;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.RealmModel;

import static org.assertj.core.api.Assertions.assertThat;

/** What a file costs that a page loads, and what one costs that somebody made up. */
final class ServedFilesTest {

    private static final Brand GREEN = brand("#0f6b62");
    private static final Brand PINK = brand("#b0005a");

    private final FileTable table = new FileTable();
    private final NodeMemory memory = NodeMemory.empty();
    private ServedFiles files;

    @BeforeEach
    void publish() {
        show(GREEN);
    }

    @AfterEach
    void close() {
        Time.setOffset(0);
        table.close();
    }

    @Test
    void aSecondPageTakesTheStylesheetThatTheFirstComputed() {
        BrandFile first = files.stylesheet(GREEN).orElseThrow();

        assertThat(files.stylesheet(brand("#0f6b62")).orElseThrow()).isSameAs(first);
    }

    @Test
    void aChangedBrandHasItsOwnStylesheetOnTheNextPage() {
        BrandFile first = files.stylesheet(GREEN).orElseThrow();
        show(PINK);

        BrandFile next = files.stylesheet(PINK).orElseThrow();

        assertThat(next.hash()).isNotEqualTo(first.hash());
        assertThat(files.find(next.hash()).orElseThrow()).isSameAs(next);
        assertThat(table.statements()).isZero();
    }

    @Test
    void namesThatWereMadeUpCostElevenStatementsASecond() {
        long before = table.statements();

        IntStream.range(0, 1000)
                .forEach(i -> assertThat(files.find("%032x".formatted(i))).isEmpty());

        // It may have become another second meanwhile.
        assertThat(table.statements() - before)
                .isBetween(MissBudget.IN_A_SECOND + 1L, 3L * (MissBudget.IN_A_SECOND + 1));
    }

    /** Of a page that is open, or of a brand whose other pictures are gone. */
    @Test
    void aFileThatIsThereIsFoundWhateverWasMadeUp() {
        BrandFile picture = BrandFile.of("image/png", new byte[] {1});
        store(picture);
        IntStream.range(0, 1000).forEach(i -> files.find("%032x".formatted(i)));

        assertThat(files.find(picture.hash())).isPresent();
    }

    @Test
    void aPictureOfABrandIsFoundWhateverWasMadeUp() {
        BrandFile picture = BrandFile.of("image/png", new byte[] {1});
        store(picture);
        show(GREEN.withImages(Map.of(ImageKind.FAVICON, new BrandImage(picture.hash(), "image/png", 1, 1))));
        IntStream.range(0, 1000).forEach(i -> files.find("%032x".formatted(i)));

        assertThat(files.find(picture.hash())).isPresent();
    }

    @Test
    void aFileThatAnotherNodeHasJustStoredIsFound() {
        BrandFile picture = BrandFile.of("image/png", new byte[] {1});
        assertThat(files.find(picture.hash())).isEmpty();
        store(picture);

        assertThat(files.find(picture.hash())).isPresent();
    }

    /** It is not even looked at; this one is no image. */
    @Test
    void aPictureThatTheTenantHasIsTakenAsItIs() {
        BrandFile picture = BrandFile.of("image/png", new byte[] {1});
        store(picture);
        BrandImage named = new BrandImage(picture.hash(), "image/png", 1, 1);
        show(GREEN.withImages(Map.of(ImageKind.FAVICON, named)));

        assertThat(files.picture(ImageKind.FAVICON, new byte[] {1})
                        .orElseThrow()
                        .image())
                .isEqualTo(named);
        assertThat(files.picture(ImageKind.FAVICON, new byte[] {2})).isEmpty();
        assertThat(files.picture(ImageKind.SQUARE_LOGO, new byte[] {1}))
                .as("other limits")
                .isEmpty();
    }

    @Test
    void aTenantKeepsSoManyFilesAndTheNewestAndWhatItsBrandsName() {
        BrandFile named = BrandFile.of("image/png", new byte[] {1});
        store(named);
        show(GREEN.withImages(Map.of(ImageKind.FAVICON, new BrandImage(named.hash(), "image/png", 1, 1))));

        IntStream.range(0, ServedFiles.MOST_FILES + 50).forEach(i -> {
            Time.setOffset(i);
            table.inTransaction(session -> files.put(draft(i)));
        });

        assertThat(table.hashes("realm-1"))
                .hasSize(ServedFiles.MOST_FILES)
                .contains(
                        named.hash(),
                        draft(ServedFiles.MOST_FILES + 49).hash(),
                        draft(51).hash())
                .doesNotContain(draft(0).hash(), draft(50).hash());
    }

    private static BrandFile draft(int number) {
        return BrandFile.of("image/png", new byte[] {2, (byte) (number >> 8), (byte) number});
    }

    private static Brand brand(String accent) {
        return new Brand(accent, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** Shows the brand to customers from now on, also on a node that has known another one. */
    private void show(Brand brand) {
        ComponentModel model = new ComponentModel();
        BrandComponent.write(StoredBrand.named(null).withPublished(brand, 1), model);
        RealmModel realm = Fake.of(RealmModel.class)
                .on("getId", arguments -> "realm-1")
                .on("getName", arguments -> "contoso")
                .on("getComponentsStream", arguments -> Stream.of(model))
                .get();
        files = new ServedFiles(table.session(), memory, realm);
    }

    private void store(BrandFile file) {
        table.inTransaction(session -> new BrandFiles(session).put("realm-1", file));
    }
}
