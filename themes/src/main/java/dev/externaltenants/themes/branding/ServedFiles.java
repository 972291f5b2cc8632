package dev.externaltenants.themes.branding;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The files that pages of a tenant load: pictures out of the table, stylesheets as they are written anew at each node. */
final class ServedFiles {

    /**
     * That a tenant has in the table. Its brands name 108 at most: six kinds of picture of six brands in three states. A
     * document brings 36 more before they are named; the others are of drafts and pages of before.
     */
    static final int MOST_FILES = 200;

    private final KeycloakSession session;
    private final NodeMemory memory;
    private final RealmModel realm;
    private final TenantBrands brands;

    ServedFiles(KeycloakSession session, NodeMemory memory, RealmModel realm) {
        this.session = session;
        this.memory = memory;
        this.realm = realm;
        this.brands = new TenantBrands(realm);
    }

    Optional<BrandFile> stylesheet(Brand shown) {
        return memory.stylesheets().of(shown, FileAddress.of(session, realm));
    }

    /** @param hash anything that somebody asks for */
    Optional<BrandFile> find(String hash) {
        if (!ContentHash.is(hash)) {
            return Optional.empty();
        }
        return memory.files().get(realm.getId(), hash, () -> written(hash).or(() -> stored(hash)));
    }

    /** Of every brand as it is shown and drafted now; a draft is not stored, because it may change with each call. */
    private Optional<BrandFile> written(String hash) {
        String files = FileAddress.of(session, realm);
        return Stream.concat(brands.allShown(), brands.allDrafted())
                .flatMap(brand -> memory.stylesheets().of(brand, files).stream())
                .filter(css -> css.hash().equals(hash))
                .findFirst();
    }

    /** Returns the picture that a brand has for the kind, if it is this file. */
    Optional<CheckedImage> picture(ImageKind kind, byte[] file) {
        String hash = ContentHash.of(file);
        return brands.images(kind)
                .filter(image -> hash.equals(image.hash()))
                .findFirst()
                .flatMap(image -> table().find(realm.getId(), hash)
                        // All of it, for the hash is half of one.
                        .filter(stored -> Arrays.equals(stored.content(), file))
                        .map(stored -> new CheckedImage(image, stored)));
    }

    /** Returns a picture that a brand names, at whatever cost: it is asked for by those who may change it. */
    Optional<BrandFile> named(BrandImage image) {
        return table().find(realm.getId(), image.hash());
    }

    private Optional<BrandFile> stored(String hash) {
        String realmId = realm.getId();
        if (!memory.misses().allows(realmId, hash, () -> table().hashes(realmId))) {
            return Optional.empty();
        }
        Optional<BrandFile> found = table().find(realmId, hash);
        if (found.isEmpty()) {
            memory.misses().spend(realmId);
        }
        return found;
    }

    /** Pages that were written before name files of before, so those stay for a while. */
    void keepForOpenPages(StoredBrand stored) {
        keepStylesheets();
        Set<String> shown = stored.shown().pictures().values().stream()
                .map(BrandImage::hash)
                .collect(Collectors.toSet());
        table().touch(realm.getId(), shown);
    }

    /** The next page may be another node's, and ask this one or a third, which has not heard of the change yet. */
    void keepStylesheets() {
        String files = FileAddress.of(session, realm);
        brands.allShown()
                .flatMap(brand -> memory.stylesheets().of(brand, files).stream())
                .forEach(this::put);
    }

    /** Stores it unless it is there. To be called under the configuration lock of the realm. */
    void put(BrandFile file) {
        if (table().put(realm.getId(), file)) {
            Set<String> kept = brands.images().map(BrandImage::hash).collect(Collectors.toSet());
            kept.add(file.hash());
            table().removeBeyond(MOST_FILES, realm.getId(), kept);
        }
    }

    private BrandFiles table() {
        return new BrandFiles(session);
    }
}
