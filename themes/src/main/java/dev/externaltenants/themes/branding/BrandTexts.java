package dev.externaltenants.themes.branding;

/**
 * What a brand says, in one language; what is null is not said by it.
 *
 * @param resetUrl where a forgotten password is reset, if not here; Graph's {@code customAccountResetCredentialsUrl}
 */
public record BrandTexts(
        String usernameHint,
        String signInText,
        String privacyText,
        String privacyUrl,
        String termsText,
        String termsUrl,
        String resetText,
        String resetUrl) {

    public static final BrandTexts NONE = new BrandTexts(null, null, null, null, null, null, null, null);

    /** Fills what is missing here by what the other says. */
    BrandTexts orElse(BrandTexts other) {
        return new BrandTexts(
                Brand.first(usernameHint, other.usernameHint),
                Brand.first(signInText, other.signInText),
                Brand.first(privacyText, other.privacyText),
                Brand.first(privacyUrl, other.privacyUrl),
                Brand.first(termsText, other.termsText),
                Brand.first(termsUrl, other.termsUrl),
                Brand.first(resetText, other.resetText),
                Brand.first(resetUrl, other.resetUrl));
    }
}
