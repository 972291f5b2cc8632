package dev.externaltenants.themes.branding;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.externaltenants.userflow.TenantException;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/**
 * The engine of branding. A name of null is the tenant's own brand, which is always there and at first says nothing; any
 * other is a theme's. Writes join the session's transaction; refusals are {@link TenantException}s, after which the caller
 * must let the transaction roll back.
 */
public interface BrandingProvider extends Provider {

    /** The client attribute that names an app's theme: by name, so that it holds through export and import. */
    String CLIENT_ATTRIBUTE = "xt.theme";

    /** How many themes a tenant has at most, as external tenants at Microsoft. */
    int MAX_THEMES = 5;

    static BrandingProvider of(KeycloakSession session) {
        return session.getProvider(BrandingProvider.class);
    }

    /**
     * Refuses more themes than a tenant has at most.
     *
     * @param themes how many there would be
     * @throws TenantException {@code xt_theme_limit_reached}
     */
    static void checkThemeLimit(long themes) {
        if (themes > MAX_THEMES) {
            throw TenantException.conflict(
                    "xt_theme_limit_reached", null, "A tenant has at most " + MAX_THEMES + " themes.");
        }
    }

    /** Returns the tenant's themes ordered by name. */
    Stream<StoredBrand> themes(RealmModel realm);

    /** Returns the theme of this name, or nothing; of null always the tenant's brand. */
    Optional<StoredBrand> find(RealmModel realm, String name);

    /**
     * Creates a theme that says nothing yet.
     *
     * @throws TenantException {@code xt_theme_limit_reached}, {@code xt_theme_name_taken}, {@code xt_theme_name_invalid},
     *     {@code xt_theme_name_reserved}
     */
    StoredBrand create(RealmModel realm, String name);

    /**
     * Replaces the draft; images that the new one does not mention stay.
     *
     * @throws TenantException {@code xt_theme_not_found}, or what is wrong with which field
     */
    StoredBrand draft(RealmModel realm, String name, Brand draft);

    /**
     * Puts an image into the draft.
     *
     * @param image as {@link #check(RealmModel, ImageKind, byte[])} gave it for this kind
     * @throws TenantException {@code xt_theme_not_found}
     */
    StoredBrand putImage(RealmModel realm, String name, ImageKind kind, CheckedImage image);

    /**
     * Takes the image out of the draft.
     *
     * @throws TenantException {@code xt_theme_not_found}, {@code xt_branding_image_not_found}
     */
    StoredBrand removeImage(RealmModel realm, String name, ImageKind kind);

    /**
     * Shows the draft to customers.
     *
     * @throws TenantException {@code xt_theme_not_found}
     */
    StoredBrand publish(RealmModel realm, String name);

    /**
     * Shows customers a brand that was made elsewhere. A draft that somebody works on stays; one that is what customers saw
     * becomes what they see now.
     *
     * @param brand without its images
     * @param images all that it shows
     * @throws TenantException {@code xt_theme_not_found}, or what is wrong with which field
     */
    StoredBrand publish(RealmModel realm, String name, Brand brand, Map<ImageKind, CheckedImage> images);

    /**
     * Refuses what no brand may say, whatever its images; it needs no lock and hardly any time.
     *
     * @param name of the theme, which need not be there, or null for the tenant's own brand
     * @throws TenantException what is wrong with which field
     */
    void check(String name, Brand brand);

    /**
     * Makes of a file one that can be shown. It is decoded and written anew, which takes a while, so this is for before any
     * lock; one that a brand of the tenant has for this kind is taken as it is.
     *
     * @throws TenantException what is wrong with the image
     */
    CheckedImage check(RealmModel realm, ImageKind kind, byte[] file);

    /** Returns the pictures that customers of the brand see; one whose file is gone is none. */
    Map<ImageKind, CheckedImage> pictures(RealmModel realm, StoredBrand brand);

    /**
     * Shows what customers saw before the last change; once more undoes it.
     *
     * @throws TenantException {@code xt_theme_not_found}, {@code xt_branding_no_previous}
     */
    StoredBrand rollBack(RealmModel realm, String name);

    /**
     * Deletes a theme; its apps show the tenant's brand from then on. Of the tenant's own brand, everything is emptied.
     *
     * @throws TenantException {@code xt_theme_not_found}
     */
    void delete(RealmModel realm, String name);

    /**
     * Shows the theme to the app's customers, or none of a null.
     *
     * @throws TenantException {@code xt_theme_not_found}
     */
    void assign(RealmModel realm, String name, ClientModel app);

    /** Returns the apps that show the theme, ordered by client id. */
    Stream<ClientModel> apps(RealmModel realm, String name);

    /**
     * Returns what the app's customers see in a language: the theme, filled by the tenant's brand. No SQL.
     *
     * @param app null for a page of none
     */
    Brand shown(RealmModel realm, ClientModel app, String language);

    /**
     * Returns what customers would see in a language if the draft were published now: it alone, over what is published of
     * the tenant's brand where it is a theme's.
     *
     * @throws TenantException {@code xt_theme_not_found}
     */
    Brand drafted(RealmModel realm, String name, String language);

    /**
     * Makes a link that shows the draft of every page for a quarter of an hour, to whoever has it.
     *
     * @throws TenantException {@code xt_theme_not_found}
     */
    PreviewLink preview(RealmModel realm, String name);

    /**
     * Returns what a preview link shows.
     *
     * @param token what the link has after the address of previews, or null
     * @throws TenantException {@code xt_tenant_not_found}, {@code xt_preview_link_invalid}, {@code xt_preview_link_expired},
     *     {@code xt_theme_not_found}
     */
    BrandPreview previewed(RealmModel realm, String token);

    /** Returns the stylesheet of what {@link #shown} or {@link #drafted} gave, or nothing where it changes nothing. */
    Optional<BrandFile> stylesheet(RealmModel realm, Brand shown);

    /**
     * Returns the file of this hash: an image, or the stylesheet of a brand that is or was shown, or of a draft. From the
     * node's memory if it is there.
     */
    Optional<BrandFile> file(RealmModel realm, String hash);

    @Override
    default void close() {
        // nothing is held beyond the request
    }
}
