package dev.externaltenants.userflow.device;

import dev.externaltenants.tests.changelog.ReviewedSql;
import dev.externaltenants.tests.changelog.Vendor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeviceChangelogTest {

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void isTheSqlThatWasReviewed(Vendor vendor) {
        ReviewedSql.of("META-INF/xt-device-changelog.xml").assertReviewed(vendor);
    }
}
