package dev.externaltenants.emailotp;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Where a request came from, as far as budgets tell sources apart. */
final class SourceAddress {

    /** A /64 is what one connection gets: addresses within it cost its owner nothing. */
    private static final int IPV6_NETWORK_BYTES = 8;

    private SourceAddress() {}

    /** Returns the IPv4 address, the /64 of an IPv6 address, or the text as it is when it is neither. */
    static String group(String address) {
        if (address == null || address.isBlank()) {
            return "unknown";
        }
        if (!address.contains(":")) {
            return address.trim();
        }
        try {
            // A text with a colon is never a host name, so nothing is resolved here.
            InetAddress parsed = InetAddress.getByName(withoutZone(address.trim()));
            return parsed instanceof Inet6Address ? network(parsed) : parsed.getHostAddress();
        } catch (UnknownHostException e) {
            return address.trim();
        }
    }

    private static String network(InetAddress address) {
        return HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), IPV6_NETWORK_BYTES)) + "/64";
    }

    private static String withoutZone(String address) {
        int zone = address.indexOf('%');
        return zone < 0 ? address : address.substring(0, zone);
    }
}
