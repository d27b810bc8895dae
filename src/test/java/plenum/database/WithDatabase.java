package plenum.database;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import plenum.store.Storage;
import plenum.testing.Product;

/** What is kept in each database, over restarts; tests of one kind of records extend it. */
@ParameterizedClass
@EnumSource(Product.class)
public abstract class WithDatabase {

  @Parameter protected Product product;
  protected Product.Fresh fresh;
  protected Database database;
  protected WriteQueue queue;

  @BeforeEach
  void open() {
    fresh = product.prepared();
    start();
  }

  private void start() {
    database = fresh.open();
    queue = new WriteQueue(database, 20_000, new Storage());
    opened();
  }

  /** The database is open, at first or anew: time to make what keeps things there. */
  protected void opened() {}

  @AfterEach
  void close() {
    queue.close();
    database.close();
  }

  /** All is written, and another run begins. */
  protected void restart() {
    close();
    start();
  }

  /** Waits until all is written. */
  protected void flush() {
    if (!queue.flush(Duration.ofSeconds(60))) {
      throw new AssertionError("not written in time");
    }
  }

  /** What a query in SQL counts. */
  protected long count(String from) {
    flush();
    return database.read(
        manager ->
            ((Number) manager.createNativeQuery("select count(*) from " + from).getSingleResult())
                .longValue());
  }
}
