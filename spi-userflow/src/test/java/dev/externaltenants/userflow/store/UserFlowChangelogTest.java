package dev.externaltenants.userflow.store;

import dev.externaltenants.tests.changelog.ReviewedSql;
import dev.externaltenants.tests.changelog.Vendor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UserFlowChangelogTest {

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void isTheSqlThatWasReviewed(Vendor vendor) {
        ReviewedSql.of("META-INF/xt-user-flow-changelog.xml").assertReviewed(vendor);
    }
}
