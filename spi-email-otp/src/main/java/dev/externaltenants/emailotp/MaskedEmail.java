package dev.externaltenants.emailotp;

/** An e-mail address that its owner recognises and nobody else learns, such as {@code c***r@co**o.com}. */
public final class MaskedEmail {

    /** Always three, so that the mask does not tell how long the name is. */
    private static final String STARS = "***";

    private MaskedEmail() {}

    public static String of(String address) {
        int at = address == null ? -1 : address.lastIndexOf('@');
        if (at < 1) {
            return STARS;
        }
        return name(address.substring(0, at)) + "@" + domain(address.substring(at + 1));
    }

    private static String name(String name) {
        int last = name.codePointBefore(name.length());
        boolean showsLast = name.codePointCount(0, name.length()) > 2;
        return first(name, 1) + STARS + (showsLast ? Character.toString(last) : "");
    }

    /** Masks every label but the top-level domain. */
    private static String domain(String domain) {
        int dot = domain.lastIndexOf('.');
        if (dot < 1) {
            return label(domain);
        }
        StringBuilder masked = new StringBuilder();
        for (String label : domain.substring(0, dot).split("\\.", -1)) {
            masked.append(label(label)).append('.');
        }
        return masked + domain.substring(dot + 1);
    }

    private static String label(String label) {
        int length = label.codePointCount(0, label.length());
        if (length < 5) {
            return first(label, 1) + "**";
        }
        return first(label, 2) + "**" + Character.toString(label.codePointBefore(label.length()));
    }

    private static String first(String text, int count) {
        return text.isEmpty() ? "" : text.substring(0, text.offsetByCodePoints(0, count));
    }
}
