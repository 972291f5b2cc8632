package dev.externaltenants.tests.support;

import java.util.List;
import java.util.Locale;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;

/** Looks for a text in every textual column of every table; works on H2 and PostgreSQL. */
final class DatabaseSearch {

    private static final String TEXTUAL_COLUMNS =
            """
            SELECT table_name, column_name FROM information_schema.columns
            WHERE table_schema = CURRENT_SCHEMA
              AND (UPPER(data_type) LIKE '%CHARACTER%' OR UPPER(data_type) LIKE '%TEXT%' OR UPPER(data_type) LIKE '%JSON%')
            ORDER BY table_name, column_name""";

    private final EntityManager entities;

    DatabaseSearch(EntityManager entities) {
        this.entities = entities;
    }

    List<String> columnsContaining(String text) {
        List<?> columns = entities.createNativeQuery(TEXTUAL_COLUMNS).getResultList();
        return columns.stream()
                .map(row -> (Object[]) row)
                .filter(column -> contains((String) column[0], (String) column[1], text))
                // PostgreSQL keeps names in lower case.
                .map(column -> (column[0] + "." + column[1]).toUpperCase(Locale.ROOT))
                .toList();
    }

    private boolean contains(String table, String column, String text) {
        Query query = entities.createNativeQuery("SELECT COUNT(*) FROM \"" + table + "\" WHERE CAST(\"" + column
                + "\" AS VARCHAR) LIKE '%' || CAST(?1 AS VARCHAR) || '%'");
        return ((Number) query.setParameter(1, text).getSingleResult()).longValue() > 0;
    }
}
