package plenum.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import plenum.store.Storage;
import plenum.testing.PostgresServer;
import plenum.testing.Product;
import plenum.testing.Waiting;

@ParameterizedClass
@EnumSource(Product.class)
class WriteQueueTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Parameter Product product;
  private final Storage storage = new Storage();
  private Database database;
  private WriteQueue queue;

  @BeforeEach
  void open() {
    open(product.fresh().open());
  }

  private void open(Database fresh) {
    database = fresh;
    queue = new WriteQueue(database, 100, storage);
    database.change(
        manager ->
            manager
                .createNativeQuery("create table heap (place serial, number integer)")
                .executeUpdate());
  }

  @AfterEach
  void close() {
    queue.close();
    database.close();
  }

  private static WriteQueue.Write number(int number) {
    return manager ->
        manager
            .createNativeQuery("insert into heap (number) values (?1)")
            .setParameter(1, number)
            .executeUpdate();
  }

  private List<Integer> numbers() {
    return database.read(
        manager -> {
          List<Integer> all = new ArrayList<>();
          for (Object one :
              manager.createNativeQuery("select number from heap order by place").getResultList()) {
            all.add(((Number) one).intValue());
          }
          return all;
        });
  }

  private static List<Integer> range(int end) {
    return IntStream.range(0, end).boxed().toList();
  }

  @Test
  void writesInOrder() {
    for (int i = 0; i < 1000; i++) {
      while (queue.size() > 90) {
        assertTrue(queue.flush(PATIENCE));
      }
      queue.add(number(i));
    }
    assertTrue(queue.flush(PATIENCE));

    assertEquals(range(1000), numbers());
    assertEquals(0, queue.lost());
  }

  private void becomesOlder(String sql) {
    database.change(manager -> manager.createNativeQuery(sql).executeUpdate());
  }

  @Test
  void goesOnInAnOlderCopyOfTheDatabase() {
    for (int i = 0; i < 5; i++) {
      queue.add(number(i));
      assertTrue(queue.flush(PATIENCE));
    }
    becomesOlder("update writer set batch = batch - 2");
    becomesOlder("delete from heap where number > 2");
    queue.add(number(5));
    assertTrue(queue.flush(PATIENCE));
    queue.add(number(6));
    assertTrue(queue.flush(PATIENCE));
    assertEquals(List.of(0, 1, 2, 5, 6), numbers());

    becomesOlder("delete from writer");
    queue.add(number(7));
    assertTrue(queue.flush(PATIENCE));
    assertEquals(List.of(0, 1, 2, 5, 6, 7), numbers());
  }

  /** Keeps the writer busy until it is counted down. */
  private CountDownLatch busy() {
    CountDownLatch over = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    queue.add(
        manager -> {
          begun.countDown();
          await(over);
        });
    await(begun);
    return over;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void leavesOutWhatStandsForNothingAnyMore() {
    CountDownLatch busy = busy();
    queue.put("a", number(0));
    queue.put("b", number(1));
    queue.put("a", number(2));
    assertTrue(queue.unwritten().contains("a"));
    busy.countDown();
    assertTrue(queue.flush(PATIENCE));

    assertEquals(List.of(1, 2), numbers());
    assertFalse(queue.unwritten().contains("a"));
  }

  @Test
  void losesRecordsWhenTooManyWaitAndCountsThem() {
    CountDownLatch busy = busy();
    for (int i = 0; i < 110; i++) {
      queue.add(number(i));
    }
    queue.put("a", number(1000));
    assertEquals(11, queue.lost());
    assertEquals(101, queue.size());
    busy.countDown();
    assertTrue(queue.flush(PATIENCE));

    List<Integer> kept = new ArrayList<>(range(99));
    kept.add(1000);
    assertEquals(kept, numbers());
  }

  @Test
  void losesNoOtherRecordByOneThatTheDatabaseDoesNotTake() {
    CountDownLatch busy = busy();
    queue.add(number(0));
    queue.add(
        manager -> manager.createNativeQuery("insert into nowhere values (1)").executeUpdate());
    queue.add(
        manager -> {
          throw new IllegalStateException("a defect");
        });
    queue.add(number(1));
    busy.countDown();
    assertTrue(queue.flush(PATIENCE));

    assertEquals(range(2), numbers());
    assertEquals(2, queue.lost());
    assertEquals(Optional.empty(), storage.problem());
  }

  @Test
  void writesAtTheEndWhatWaits() {
    for (int i = 0; i < 50; i++) {
      queue.add(number(i));
    }
    queue.close();

    assertEquals(range(50), numbers());
  }

  @Test
  void writesEverythingOnceWhenTheDatabaseComesBack() {
    assumeTrue(product == Product.POSTGRESQL, "H2 is in this process");
    close();
    try (PostgresServer server = new PostgresServer()) {
      open(Database.open(Product.settings(Optional.of(server.freshDatabase())), null));
      int next = 0;
      for (int round = 0; round < 3; round++) {
        for (int i = 0; i < 20; i++) {
          queue.add(number(next++));
        }
        server.stop(); // In the midst of it.
        for (int i = 0; i < 20; i++) {
          queue.add(number(next++));
        }
        Waiting.until("a failure", PATIENCE, storage::problem, Optional::isPresent);
        assertTrue(queue.isFailing());
        server.start();
        assertTrue(queue.flush(PATIENCE));
      }
      assertEquals(range(next), numbers());
      assertEquals(Optional.empty(), storage.problem());
      assertFalse(queue.isFailing());
      close();
    }
    open(product.fresh().open());
  }
}
