package plenum.database;

import java.io.EOFException;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import plenum.store.Reasons;

/**
 * Whether a failure is the database's own, such as a full disk, and not that of what was to be
 * written: the same can be written when that is mended, although the database answers meanwhile.
 */
final class Fault {

  /**
   * The classes of SQLSTATE (ISO 9075-2, and the table in PostgreSQL's appendix A): no connection,
   * a transaction that was rolled back, too few resources, somebody intervened, an error of the
   * system, damaged data.
   */
  private static final Set<String> CLASSES = Set.of("08", "40", "53", "57", "58", "XX");

  /**
   * Of PostgreSQL, one that may only be read; and of H2, where each error is a state of its own.
   */
  private static final Set<String> STATES =
      Set.of("25006", "HYT00", "90007", "90020", "90097", "90098", "90121");

  private Fault() {}

  /** Why, in the words of the system where it said something; empty for a fault of what came. */
  static Optional<String> of(Throwable failed) {
    return chain(failed).anyMatch(Fault::isFault)
        ? Optional.of(bySystem(failed).orElseGet(() -> bySql(failed)))
        : Optional.empty();
  }

  private static boolean isFault(Throwable one) {
    return one instanceof IOException && !(one instanceof EOFException)
        || one instanceof SQLNonTransientConnectionException
        || one instanceof SQLTransientException
        || one instanceof SQLRecoverableException
        || one instanceof SQLException sql && isState(String.valueOf(sql.getSQLState()));
  }

  private static boolean isState(String state) {
    return STATES.contains(state) || state.length() == 5 && CLASSES.contains(state.substring(0, 2));
  }

  /** Of a file in the words of the system, of a server in its own. */
  static String said(Throwable failed) {
    return chain(failed).anyMatch(one -> one.getClass().getName().startsWith("org.h2."))
        ? bySystem(failed).orElseGet(() -> bySql(failed))
        : bySql(failed);
  }

  private static Optional<String> bySystem(Throwable failed) {
    return chain(failed)
        .filter(IOException.class::isInstance)
        .map(IOException.class::cast)
        .reduce((outer, inner) -> inner)
        .map(Reasons::of);
  }

  /** What the database, or the way to it, said; what is farthest in is what happened. */
  static String bySql(Throwable failed) {
    return chain(failed)
        .filter(SQLException.class::isInstance)
        .map(Throwable::getMessage)
        .filter(said -> said != null && !said.isBlank())
        .reduce((outer, inner) -> inner)
        .map(said -> said.lines().findFirst().orElse(said).strip())
        .orElseGet(() -> failed.getClass().getSimpleName());
  }

  /** From the outside inwards; of H2, some name each other as cause. */
  private static Stream<Throwable> chain(Throwable failed) {
    return Stream.iterate(failed, one -> one != null, Throwable::getCause).limit(20);
  }
}
