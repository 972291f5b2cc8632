package dev.externaltenants.themes.branding;

import dev.externaltenants.tests.changelog.ReviewedSql;
import dev.externaltenants.tests.changelog.Vendor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BrandingChangelogTest {

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void isTheSqlThatWasReviewed(Vendor vendor) {
        ReviewedSql.of("META-INF/xt-branding-changelog.xml").assertReviewed(vendor);
    }
}
