package dev.externaltenants.emailotp;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SourceAddressTest {

    @Test
    void takesAnIpv6NetworkAsOneSource() {
        assertThat(SourceAddress.group("2001:db8:1:2:3:4:5:6"))
                .isEqualTo(SourceAddress.group("2001:db8:1:2::1"))
                .isNotEqualTo(SourceAddress.group("2001:db8:1:3::1"));
    }

    @Test
    void takesAnIpv4AddressAsItIsHoweverItIsWritten() {
        assertThat(SourceAddress.group("::ffff:192.0.2.1")).isEqualTo(SourceAddress.group("192.0.2.1"));
        assertThat(SourceAddress.group("192.0.2.2")).isNotEqualTo(SourceAddress.group("192.0.2.1"));
    }

    @Test
    void copesWithZonesNonsenseAndNothing() {
        assertThat(SourceAddress.group("fe80::1%eth0")).isEqualTo(SourceAddress.group("fe80::2"));
        assertThat(SourceAddress.group("not:an:address")).isEqualTo("not:an:address");
        assertThat(SourceAddress.group(null)).isEqualTo("unknown");
    }
}
