package dev.externaltenants.customattributes.consent;

import dev.externaltenants.tests.changelog.ReviewedSql;
import dev.externaltenants.tests.changelog.Vendor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConsentChangelogTest {

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void isTheSqlThatWasReviewed(Vendor vendor) {
        ReviewedSql.of("META-INF/xt-consent-changelog.xml").assertReviewed(vendor);
    }
}
