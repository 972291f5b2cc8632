package dev.externaltenants.tests.changelog;

import liquibase.change.Change;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.filter.DbmsChangeSetFilter;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.exception.LiquibaseException;
import liquibase.parser.ChangeLogParserFactory;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.ResourceAccessor;
import liquibase.sql.Sql;
import liquibase.sqlgenerator.SqlGeneratorFactory;

/**
 * Writes down what a changelog does to a database, without one. Of what Liquibase would run, only the changes: its own
 * books hold times and host names.
 */
final class ChangelogSql {

    private final String changelog;
    private final ResourceAccessor resources = new ClassLoaderResourceAccessor();

    ChangelogSql(String changelog) {
        this.changelog = changelog;
    }

    String on(Vendor vendor) {
        try {
            Database database =
                    DatabaseFactory.getInstance().openDatabase(vendor.offlineUrl(), null, null, null, resources);
            DbmsChangeSetFilter ofThisVendor = new DbmsChangeSetFilter(database);
            StringBuilder sql = new StringBuilder();
            for (ChangeSet changeSet : parsed(database).getChangeSets()) {
                if (ofThisVendor.accepts(changeSet).isAccepted()) {
                    append(sql, changeSet, database);
                }
            }
            return sql.toString();
        } catch (LiquibaseException e) {
            throw new IllegalStateException(changelog + " cannot be written for " + vendor, e);
        }
    }

    private DatabaseChangeLog parsed(Database database) throws LiquibaseException {
        return ChangeLogParserFactory.getInstance()
                .getParser(changelog, resources)
                .parse(changelog, new ChangeLogParameters(database), resources);
    }

    private static void append(StringBuilder sql, ChangeSet changeSet, Database database) {
        if (!sql.isEmpty()) {
            sql.append('\n');
        }
        // Keycloak does not start on a database where a change set has run whose checksum is another now.
        sql.append("-- %s, checksum %s\n".formatted(changeSet.getId(), changeSet.generateCheckSum(null)));
        for (Change change : changeSet.getChanges()) {
            for (Sql statement : SqlGeneratorFactory.getInstance().generateSql(change, database)) {
                sql.append(statement.toSql()).append(";\n");
            }
        }
    }
}
