package dev.externaltenants.customattributes.consent;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** The network of an address: enough to tell a country or a company by, too little to tell a household by. */
final class SourceNetwork {

    private static final int IPV4_BYTES = 3;
    private static final int IPV6_BYTES = 6;

    /** Only what is an address by its looks: a name would be asked of the DNS. */
    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})(?:\\.(?!$)|$)){4}");

    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*(?:%[A-Za-z0-9]+)?");

    private SourceNetwork() {}

    /** Returns it as prefix and length, or empty where the text is no address. */
    static Optional<String> of(String address) {
        if (address == null
                || (!IPV4.matcher(address).matches() && !IPV6.matcher(address).matches())) {
            return Optional.empty();
        }
        try {
            byte[] bytes = InetAddress.getByName(withoutZone(address)).getAddress();
            int kept = bytes.length == 4 ? IPV4_BYTES : IPV6_BYTES;
            Arrays.fill(bytes, kept, bytes.length, (byte) 0);
            return Optional.of(text(bytes) + "/" + kept * 8);
        } catch (UnknownHostException notAnAddress) {
            return Optional.empty();
        }
    }

    private static String withoutZone(String address) {
        int zone = address.indexOf('%');
        return zone < 0 ? address : address.substring(0, zone);
    }

    private static String text(byte[] bytes) throws UnknownHostException {
        if (bytes.length == 4) {
            return InetAddress.getByAddress(bytes).getHostAddress();
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < IPV6_BYTES; i += 2) {
            text.append(Integer.toHexString(((bytes[i] & 0xff) << 8) | (bytes[i + 1] & 0xff)))
                    .append(':');
        }
        return text.append(':').toString();
    }
}
