package plenum.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import plenum.testing.FreePorts;
import plenum.testing.Front;
import plenum.testing.FrontFiles;
import plenum.testing.PostgresServer;
import plenum.testing.SelfSigned;

/**
 * The memory of Plenum and of what may stand beside it on the same machine: nginx and PostgreSQL,
 * which it starts where they are installed, as they are delivered. Neither has much to do.
 */
final class SmallMemory implements AutoCloseable {

  private final Map<String, Supplier<List<MeasuredProcess>>> processes = new LinkedHashMap<>();
  private final Optional<Front> nginx;
  private final Optional<PostgresServer> database;

  private SmallMemory(SmallServer plenum) throws IOException {
    add("Plenum", plenum.server());
    add("its guard", plenum.guard());
    nginx = nginx(plenum.port());
    nginx.ifPresent(front -> add("nginx", new MeasuredProcess(front.pid())));
    database = database();
    database.ifPresent(started -> processes.put("PostgreSQL", () -> processes(started)));
  }

  static SmallMemory of(SmallServer plenum) throws IOException {
    return new SmallMemory(plenum);
  }

  private static Optional<Front> nginx(int plenum) throws IOException {
    if (Front.find("nginx").isEmpty()) {
      System.out.println("Skipped: the memory of nginx, which is not installed.");
      return Optional.empty();
    }
    Path folder = Files.createTempDirectory(MeasuredServer.target("").toAbsolutePath(), "nginx-");
    return Optional.of(FrontFiles.nginx(SelfSigned.in(folder), FreePorts.tcp(), plenum));
  }

  private static Optional<PostgresServer> database() {
    Optional<String> missing = PostgresServer.missing();
    missing.ifPresent(why -> System.out.println("Skipped: the memory of PostgreSQL. " + why));
    return missing.isPresent() ? Optional.empty() : Optional.of(new PostgresServer());
  }

  private static List<MeasuredProcess> processes(PostgresServer server) {
    return server.processes().stream().map(one -> new MeasuredProcess(one.pid())).toList();
  }

  /** Counts this one, too. */
  void add(String name, MeasuredProcess one) {
    processes.put(name, () -> List.of(one));
  }

  /** Of all together, with what they share counted once. */
  double megabytes() throws IOException {
    double all = 0;
    for (Supplier<List<MeasuredProcess>> some : processes.values()) {
      all += megabytes(some.get());
    }
    return all;
  }

  private static double megabytes(List<MeasuredProcess> some) throws IOException {
    double all = 0;
    for (MeasuredProcess one : some) {
      all += one.proportionalMegabytes();
    }
    return all;
  }

  void print(String when) throws IOException {
    StringBuilder line = new StringBuilder("PSS in MB, " + when + ":");
    for (Map.Entry<String, Supplier<List<MeasuredProcess>>> some : processes.entrySet()) {
      line.append(
          String.format(Locale.ROOT, " %s %.0f,", some.getKey(), megabytes(some.getValue().get())));
    }
    System.out.println(line + String.format(Locale.ROOT, " together %.0f", megabytes()));
  }

  /** Those that it started end. */
  @Override
  public void close() {
    nginx.ifPresent(Front::close);
    database.ifPresent(PostgresServer::close);
  }
}
