package dev.externaltenants.tests.changelog;

/** A database that Keycloak supports, in the oldest version that we mean to run on. */
public enum Vendor {
    H2("h2", "2.3"),
    POSTGRESQL("postgresql", "15.0"),
    MARIADB("mariadb", "10.11"),
    SQL_SERVER("mssql", "16.0"),
    ORACLE("oracle", "19.0");

    private final String liquibaseName;
    private final String version;

    Vendor(String liquibaseName, String version) {
        this.liquibaseName = liquibaseName;
        this.version = version;
    }

    /** Returns the address of a database of this kind that is not there. */
    String offlineUrl() {
        return "offline:" + liquibaseName + "?version=" + version;
    }
}
