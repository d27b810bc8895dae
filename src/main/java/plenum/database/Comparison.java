package plenum.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * How texts are compared in SQL, so that the file and a PostgreSQL of any locale put lists into the
 * same order and find the same. A locale of PostgreSQL may leave punctuation out, or know no more
 * capitals than those of ASCII.
 *
 * @param exact what stands behind an expression to be compared by its characters' numbers
 * @param cased what stands behind one whose letters all have their small ones
 */
public record Comparison(String exact, String cased) {

  private static final Comparison OF_H2 = new Comparison("", "");
  private static final String BY_NUMBERS = " collate \"C\"";
  private static final String OF_ALL_SCRIPTS = "und-x-icu";

  static Comparison in(DataSource database) {
    try (Connection connection = database.getConnection()) {
      boolean file = connection.getMetaData().getDatabaseProductName().equals("H2");
      return file ? OF_H2 : ofPostgres(connection);
    } catch (SQLException failed) {
      throw new DatabaseAway(failed);
    }
  }

  /**
   * One that was built without ICU, or keeps texts in a way that ICU does not know, does as its
   * locale says.
   */
  private static Comparison ofPostgres(Connection connection) throws SQLException {
    String ask =
        "select 1 from pg_collation where collname = '%s' and pg_collation_is_visible(oid)"
            .formatted(OF_ALL_SCRIPTS);
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(ask)) {
      boolean all = found.next();
      return new Comparison(BY_NUMBERS, all ? " collate \"" + OF_ALL_SCRIPTS + "\"" : "");
    }
  }

  /** The expression, to be compared by its characters' numbers. */
  public String exactly(String sql) {
    return exact.isEmpty() ? sql : "(" + sql + ")" + exact;
  }

  /** The expression in small letters, to be compared so, too. */
  public String regardlessOfCase(String sql) {
    return "lower((%s)%s)%s".formatted(sql, cased, exact);
  }
}
