package plenum.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import plenum.audit.AuditEntry;
import plenum.audit.AuditTrail;
import plenum.database.Database;
import plenum.database.WriteQueue;
import plenum.database.audit.JpaAuditTrail;
import plenum.settings.DatabaseSettings;
import plenum.store.Storage;
import plenum.testing.Actors;
import plenum.testing.FreePorts;

/**
 * What a large store costs: how long {@code plenum.jar} takes to start on it, in turns with an
 * empty one; the first page of a list; and what adding a record takes of whoever adds it.
 */
public final class StoreBenchmark {

  private static final int STARTS = Integer.getInteger("plenum.bench.starts", 7);
  private static final int PAGES = 2000;
  private static final int RECORDS = 20_000;
  private static final int PAGE = 50;
  private static final Path JAR = Path.of("target", "plenum.jar");

  /** 100,000 records, 10,000 accounts, 1,000 rooms. */
  private static final List<String> MUCH =
      List.of(
          "insert into call_record select lpad(x, 22, 'r'), lpad(mod(x, 2000), 22, 'p'), lpad(x /"
              + " 2, 16, '0'), lpad(mod(x, 1999), 22, 'p'), 'Person ' || mod(x, 1999), case when"
              + " mod(x, 2) = 0 then 'MADE' else 'RECEIVED' end, 'ANSWERED', NOW - x * 1000, 60000,"
              + " NOW - x * 1000, mod(x, 2) = 0 from system_range(1, 60000)",
          "insert into attendance select lpad(x, 22, 'a'), 'run', 'room' || mod(x, 1000), 'Room '"
              + " || mod(x, 1000), lpad(mod(x, 2000), 22, 'p'), 'Person', NOW - x * 2000, NOW - x *"
              + " 1000 from system_range(1, 20000)",
          "insert into audit select lpad(x, 22, 'u'), NOW - x * 1000, lpad(mod(x, 2000), 22, 'p'),"
              + " 'Person', '127.0.0.1', 'login', '', 'DONE', '' from system_range(1, 20000)",
          "insert into account (person, login, name, group_names, role_names, blocked, made) select"
              + " lpad(x, 22, 'p'), 'login' || x, 'Person ' || x, '', '', false, NOW from"
              + " system_range(1, 10000)",
          "insert into room select 'room' || x, x, 'Room ' || x, 'group', lpad(mod(x, 2000), 22,"
              + " 'p'), 'Person' from system_range(1, 1000)");

  private static final List<String> LISTS =
      List.of(
          "select c from CallRow c order by c.kept desc",
          "select a from AttendanceRow a order by a.joined desc",
          "select a from AuditRow a order by a.at desc",
          "select a from AccountRow a order by a.login",
          "select r from RoomRow r order by r.place");

  private StoreBenchmark() {}

  /** Measures, and prints. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path empty = prepared("store-empty-");
    Path full = prepared("store-full-");
    try (Database database = Database.open(settings(), full)) {
      fill(database);
      pages(database);
      adding(database);
    }
    starts(empty, full);
  }

  private static DatabaseSettings settings() {
    return new DatabaseSettings(
        Optional.empty(), "", "", 8, Duration.ofSeconds(10), Duration.ofSeconds(15), 50_000);
  }

  /** As it is from the second start on: unpacked, with its archive, and tables. */
  private static Path prepared(String name) throws IOException, InterruptedException {
    Path bench = Files.createDirectories(MeasuredServer.target("").toAbsolutePath());
    Path data = Files.createTempDirectory(bench, name);
    try (StartRun first = start(data)) {
      System.out.printf(Locale.ROOT, "first start: %.1f s%n", first.seconds());
      JarBenchmark.awaitArchive(data.resolve("cache"));
    }
    return data;
  }

  private static StartRun start(Path data) throws IOException, InterruptedException {
    int port = FreePorts.tcp();
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return StartRun.of(
        List.of(java, "-jar", JAR.toString(), "--data", data.toString(), "--port", port + ""),
        port,
        FreePorts.udp(),
        StartRun::isReady);
  }

  private static void fill(Database database) {
    String now = Long.toString(System.currentTimeMillis());
    for (String statement : MUCH) {
      database.change(
          manager -> manager.createNativeQuery(statement.replace("NOW", now)).executeUpdate());
    }
  }

  private static void pages(Database database) {
    for (String list : LISTS) {
      long[] nanos = new long[PAGES];
      for (int i = 0; i < PAGES; i++) {
        int first = i % 900; // H2 answers the same question from memory.
        long began = System.nanoTime();
        int size =
            database.read(
                manager ->
                    manager
                        .createQuery(list)
                        .setFirstResult(first)
                        .setMaxResults(PAGE)
                        .getResultList()
                        .size());
        nanos[i] = System.nanoTime() - began;
        if (size != PAGE) {
          throw new IllegalStateException(list + " has only " + size);
        }
      }
      report("first " + PAGE + " of: " + list, Arrays.copyOfRange(nanos, PAGES / 2, PAGES));
    }
  }

  private static void adding(Database database) {
    try (WriteQueue queue = new WriteQueue(database, 50_000, new Storage())) {
      AuditTrail trail = new JpaAuditTrail(queue);
      AuditEntry entry = AuditEntry.done(Actors.named("Ada"), "act", "object");
      long[] nanos = new long[RECORDS];
      for (int i = 0; i < RECORDS; i++) {
        long began = System.nanoTime();
        trail.add(entry);
        nanos[i] = System.nanoTime() - began;
      }
      report("to add a record", nanos);
      if (queue.lost() > 0) {
        throw new IllegalStateException("records were lost");
      }
    }
  }

  private static void report(String what, long[] nanos) {
    Arrays.sort(nanos);
    System.out.printf(
        Locale.ROOT,
        "%s: median %.3f ms, p99 %.3f ms, most %.3f ms%n",
        what,
        nanos[nanos.length / 2] / 1e6,
        nanos[nanos.length * 99 / 100] / 1e6,
        nanos[nanos.length - 1] / 1e6);
  }

  private static void starts(Path empty, Path full) throws IOException, InterruptedException {
    Map<String, double[]> seconds = new TreeMap<>();
    Map<String, Path> kinds = Map.of("empty", empty, "full", full);
    kinds.keySet().forEach(kind -> seconds.put(kind, new double[STARTS]));
    for (int turn = 0; turn < STARTS; turn++) {
      MachineLoad.awaitQuiet();
      for (Map.Entry<String, Path> kind : kinds.entrySet()) {
        try (StartRun run = start(kind.getValue())) {
          seconds.get(kind.getKey())[turn] = run.seconds();
        }
      }
    }
    seconds.values().forEach(Arrays::sort);
    double before = seconds.get("empty")[STARTS / 2];
    double after = seconds.get("full")[STARTS / 2];
    System.out.printf(
        Locale.ROOT,
        "start: empty %.2f s, full %.2f s, ratio %.2f (medians of %d)%n",
        before,
        after,
        after / before,
        STARTS);
  }
}
