package dev.externaltenants.claimsextension;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The hosts that an operator vouches for: they may be internal, and may be called by http. */
public final class AllowedHosts {

    private final Set<String> hosts;

    private AllowedHosts(Set<String> hosts) {
        this.hosts = hosts;
    }

    /** Reads the provider option; null allows none. */
    public static AllowedHosts of(String... option) {
        return new AllowedHosts(
                option == null
                        ? Set.of()
                        : Arrays.stream(option)
                                .map(AllowedHosts::normalized)
                                .filter(host -> !host.isEmpty())
                                .collect(Collectors.toUnmodifiableSet()));
    }

    public boolean contain(String host) {
        return hosts.contains(normalized(host));
    }

    private static String normalized(String host) {
        String bare = host.trim().toLowerCase(Locale.ROOT);
        // URI keeps the brackets of an IPv6 literal, the HTTP client's resolver drops them
        return bare.startsWith("[") && bare.endsWith("]") ? bare.substring(1, bare.length() - 1) : bare;
    }
}
