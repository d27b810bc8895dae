package plenum.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plenum.database.Database;
import plenum.database.records.RecordColumn;
import plenum.database.records.RecordLists;
import plenum.database.records.RecordQuery;
import plenum.database.records.RecordTable;
import plenum.database.records.WordSet;
import plenum.testing.PostgresServer;
import plenum.testing.Product;

/**
 * What administration's pages cost with a {@link LargeStore}: every table by every column, sorted
 * and filtered, as the store answers; then every page, the page of one person, the search and the
 * exports, as a browser asks a server for them.
 */
public final class TablesBenchmark {

  /** So many times each; as many before, up to fifty, are not counted. */
  static final int TIMES = Integer.getInteger("plenum.bench.pages", 200);

  /** Milliseconds that a page of a table may take. */
  static final double TARGET = 150;

  private static final int PAGE = 25;

  /** Are in exports alone. */
  private static final Set<String> HIDDEN = Set.of("person", "with", "room");

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private static final List<String> MISSED = new ArrayList<>();

  /** One question of many that are alike. */
  interface Question {
    void ask(int number) throws Exception;
  }

  private TablesBenchmark() {}

  /** Measures, and prints. */
  public static void main(String[] arguments) throws Exception {
    for (Product product : products()) {
      if (product == Product.POSTGRESQL && PostgresServer.missing().isPresent()) {
        System.out.println(PostgresServer.missing().get());
        continue;
      }
      System.out.println(product);
      try (TablesSite site = TablesSite.prepare(product)) {
        try (Database database = site.open()) {
          LargeStore.fill(database, product == Product.POSTGRESQL);
          tables(new RecordLists(database));
        }
        site.measure();
      }
    }
    System.out.println(MISSED.isEmpty() ? "all within the target" : "missed: " + MISSED);
  }

  /** All, or the one that {@code -Dplenum.bench.product} names. */
  private static List<Product> products() {
    return Optional.ofNullable(System.getProperty("plenum.bench.product"))
        .map(name -> List.of(Product.valueOf(name)))
        .orElse(List.of(Product.values()));
  }

  private static void tables(RecordLists lists) throws Exception {
    for (RecordTable table : RecordTable.values()) {
      String name = table.name().toLowerCase(Locale.ROOT);
      measure(name, i -> lists.page(table, query(Optional.empty(), false, Map.of(), i)));
      for (RecordColumn column : table.columns()) {
        if (HIDDEN.contains(column.name())) {
          continue;
        }
        Optional<String> by = Optional.of(column.name());
        measure(
            name + " by " + column.name(),
            i -> lists.page(table, query(by, i % 2 == 0, Map.of(), i)));
        for (String word : column.words().map(WordSet::words).orElse(List.of())) {
          Map<String, String> chosen = Map.of(column.name(), word);
          measure(
              name + " with " + column.name() + " " + word,
              i -> lists.page(table, query(Optional.empty(), false, chosen, i % 90)));
        }
        if (column.kind() == RecordColumn.Kind.TEXT && column.words().isEmpty()) {
          measure(
              name + " with a part of " + column.name(),
              i -> lists.page(table, query(Optional.empty(), false, part(column, i % 90), i)));
          measure(
              name + " with " + column.name() + " that nobody has",
              i -> lists.page(table, query(Optional.empty(), false, part(column, -1 - i), 0)));
        }
      }
    }
  }

  private static Map<String, String> part(RecordColumn column, int number) {
    return Map.of(column.name(), Integer.toString(number));
  }

  private static RecordQuery query(
      Optional<String> sort, boolean ascending, Map<String, String> filters, int number) {
    return new RecordQuery(sort, ascending, filters, number, PAGE);
  }

  /**
   * Asks, and tells how long the answers took, and how long the asking thread itself computed: with
   * the file of H2 that is all of it, and on a busy machine what an idle one would take; {@code
   * number} is another at each time.
   */
  static void measure(String what, Question question) throws Exception {
    int warm = Math.min(TIMES, 50);
    int[] micros = new int[TIMES];
    int[] computed = new int[TIMES];
    for (int i = -warm; i < TIMES; i++) {
      long began = System.nanoTime();
      long cpu = THREADS.getCurrentThreadCpuTime();
      question.ask(i + warm);
      if (i >= 0) {
        micros[i] = (int) ((System.nanoTime() - began) / 1000);
        computed[i] = (int) ((THREADS.getCurrentThreadCpuTime() - cpu) / 1000);
      }
    }
    report(what, Latencies.of(micros), Latencies.of(computed));
  }

  private static void report(String what, Latencies found, Latencies computed) {
    boolean missed = found.p99() > TARGET;
    if (missed) {
      MISSED.add(what);
    }
    System.out.printf(
        Locale.ROOT,
        "%-50s median %7.2f  p99 %7.2f  most %7.2f ms; computed %7.2f, p99 %7.2f ms%s%n",
        what,
        found.median(),
        found.p99(),
        found.worst(),
        computed.median(),
        computed.p99(),
        missed ? "  MISSED" : "");
  }
}
