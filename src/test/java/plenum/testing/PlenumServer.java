package plenum.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * The real application on a real Payara Micro, in a process of its own, as {@code bin/plenum} runs
 * it; one that is only prepared runs on Payara Micro alone, without what Plenum does before it. Its
 * ports are free ones, its data directory is new, and what it prints goes to {@code
 * target/server-N.log}. Everybody may delete every room, so that tests clear away what others left,
 * unless the settings say otherwise.
 */
public final class PlenumServer {

  /** How a server ended. */
  public record Ending(int exit, String output) {}

  private static final Duration STOP = Duration.ofSeconds(120);
  private static final int UNDEPLOYED = 70;

  /**
   * The first compiler alone: half of a start's work, and these servers do not live for long. They
   * leave idle connections as {@code payara/java.options} says.
   */
  static final List<String> QUICK =
      List.of(
          "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djdk.httpclient.keepalive.timeout=3");

  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static PlenumServer shared;
  private static boolean sharedFailed;

  private final Map<String, String> settings;
  private final int port;
  private final int mediaPort = FreePorts.udp();
  private final Path target = Path.of(System.getProperty("plenum.test.target", "target"));
  private Path jar = target.resolve("plenum.jar");
  private final Path data;
  private final Path log;
  private final Optional<RealSrs> srs;
  private boolean checkedBefore;
  private boolean unpacked;
  private Optional<String> contextRoot = Optional.empty();
  private Process process;
  private long logStart;

  private PlenumServer(int port, IntFunction<Map<String, String>> wanted) {
    this.port = port;
    int number = NUMBER.incrementAndGet();
    Map<String, String> all = new HashMap<>(wanted.apply(port));
    all.putIfAbsent("plenum.rooms.delete", "anyone");
    // All tests come from one address.
    all.putIfAbsent("plenum.rooms.per-person", "1000");
    all.putIfAbsent("plenum.rooms.per-address", "1000");
    all.putIfAbsent("plenum.people.per-address", "1000");
    all.putIfAbsent("plenum.pace.names-per-address", "100000");
    all.putIfAbsent("plenum.pace.rooms-per-address", "100000");
    all.putIfAbsent("plenum.http.hosts", Chromium.INSECURE_HOST);
    all.putIfAbsent("plenum.tls.port", "off");
    boolean needsNode = mediaBySrs() && !all.containsKey("plenum.media.nodes");
    this.srs = needsNode ? Optional.of(RealSrs.prepare().hooksTo(port)) : Optional.empty();
    srs.ifPresent(node -> all.putAll(node.access().settings()));
    this.settings = Map.copyOf(all);
    this.log = target.resolve("server-%d-%d.log".formatted(ProcessHandle.current().pid(), number));
    try {
      this.data = Files.createTempDirectory(Files.createDirectories(target), "data-");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /**
   * Whether this is a run in which SRS carries the media, {@code -Dplenum.test.media=srs}: every
   * server whose settings name no node then has a real SRS of its own, given by {@code
   * -Dsrs.binary}.
   */
  static boolean mediaBySrs() {
    return "srs".equals(System.getProperty("plenum.test.media"));
  }

  /** The one server of this test run, with the default settings; it ends with the JVM. */
  public static synchronized PlenumServer shared() {
    if (sharedFailed) {
      throw new IllegalStateException("The shared server did not start before.");
    }
    if (shared == null) {
      sharedFailed = true;
      shared = start(Map.of());
      sharedFailed = false;
    }
    return shared;
  }

  /**
   * A server of its own, ready. Whoever starts it stops it.
   *
   * @param settings by name, such as {@code plenum.rooms.max}
   */
  public static PlenumServer start(Map<String, String> settings) {
    return startAt(port -> settings);
  }

  /**
   * As {@link #start}, for settings that depend on the server's port: whoever calls it must be told
   * first where it is.
   */
  public static PlenumServer startAt(IntFunction<Map<String, String>> settings) {
    return started(prepareAt(FreePorts.tcp(), settings));
  }

  /** As {@link #start}, on this port: whoever calls it, such as a given SRS, knows it already. */
  public static PlenumServer startOn(int port, Map<String, String> settings) {
    return started(prepareAt(port, same -> settings));
  }

  private static PlenumServer started(PlenumServer server) {
    server.unpacked = true;
    server.launch();
    try {
      server.awaitReady();
    } catch (IllegalStateException failed) {
      if (!server.isUndeployed()) {
        throw failed;
      }
      System.out.println("[again] as a service manager would, a server that Payara left empty");
      server.launch();
      server.awaitReady();
    }
    return server;
  }

  /** Whether it ended because Payara Micro came up without it, which is nobody's fault here. */
  private boolean isUndeployed() {
    return !isAlive() && process.exitValue() == UNDEPLOYED;
  }

  /** A server that is not started yet: for one that is not expected to become ready. */
  public static PlenumServer prepare(Map<String, String> settings) {
    return prepareAt(FreePorts.tcp(), port -> settings);
  }

  private static PlenumServer prepareAt(int port, IntFunction<Map<String, String>> settings) {
    PlenumServer server = new PlenumServer(port, settings);
    Runtime.getRuntime().addShutdownHook(new Thread(server::kill));
    return server;
  }

  /**
   * Starts it, from now on, as a site does: by {@code plenum.jar}, which looks before Payara Micro
   * starts.
   */
  public PlenumServer checkedBefore() {
    checkedBefore = true;
    return this;
  }

  /** The same, by this {@code plenum.jar}. */
  public PlenumServer startedBy(Path plenumJar) {
    jar = plenumJar;
    return checkedBefore();
  }

  /** Has {@code plenum.war} deployed there, from now on, on Payara Micro's own jar. */
  public PlenumServer deployedAt(String root) {
    contextRoot = Optional.of(root);
    return this;
  }

  /** The address of a page, a resource or a door. */
  public URI url(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  /** The same by https, for a server whose settings have a {@code plenum.tls.port}. */
  public URI secureUrl(String path) {
    return URI.create("https://localhost:" + settings.get("plenum.tls.port") + path);
  }

  /** The address of a WebSocket. */
  public URI socket(String path) {
    return URI.create("ws://localhost:" + port + path);
  }

  public int port() {
    return port;
  }

  /** Whether it is the one of this test run. */
  public boolean isShared() {
    return this == shared;
  }

  /** Whether SRS carries its media. */
  public boolean hasSrs() {
    return !settings.getOrDefault("plenum.media.nodes", "").isEmpty();
  }

  /** The UDP port of the media engine. */
  public int mediaPort() {
    return mediaPort;
  }

  public Path dataDir() {
    return data;
  }

  /** The server's process id. */
  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process != null && process.isAlive();
  }

  /** Ends it as a service manager does, by SIGTERM, and waits; and its SRS, if it has its own. */
  public Ending stop() {
    Ending ending = end();
    srs.ifPresent(RealSrs::close);
    return ending;
  }

  private Ending end() {
    long before = logLength();
    process.destroy();
    return awaitEnd(before);
  }

  /** Waits until it ends by itself. */
  public Ending awaitEnd() {
    return awaitEnd(logStart);
  }

  /** Ends it as a power cut does. */
  public void kill() {
    if (isAlive()) {
      process.destroyForcibly();
      try {
        process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Stops it if it runs, and starts it again on the same ports and data. An SRS goes on. */
  public void restart() {
    if (isAlive()) {
      end();
    }
    launch();
    awaitReady();
  }

  /** Starts the process, without waiting. */
  public void launch() {
    srs.filter(node -> !node.isAlive()).ifPresent(RealSrs::start);
    logStart = logLength();
    try {
      process =
          new ProcessBuilder(command())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Options of Java and settings. */
  private List<String> java() {
    List<String> java = new ArrayList<>(QUICK);
    java.add(TemporaryFiles.option());
    java.add("-Dplenum.data.dir=" + data);
    java.add("-Dplenum.media.port=" + mediaPort);
    java.add("-Dplenum.http.port=" + port);
    settings.forEach((name, value) -> java.add("-D" + name + "=" + value));
    return java;
  }

  private List<String> command() {
    if (unpacked) {
      return UnpackedJar.in(target).command(java());
    }
    if (!checkedBefore && contextRoot.isEmpty()) {
      return UnpackedJar.in(target).container(java(), payaraRoot(), options("/"));
    }
    List<String> command = new ArrayList<>(List.of(UnpackedJar.java()));
    command.addAll(java());
    command.addAll(checkedBefore ? plenumJar() : payaraMicro(contextRoot.orElseThrow()));
    return command;
  }

  /** A new one for each start: Payara Micro would deploy again what it had deployed before. */
  private Path payaraRoot() {
    try {
      return Files.createTempDirectory(data, "payara-");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Of Payara Micro. */
  private List<String> options(String root) {
    List<String> options = new ArrayList<>(List.of("--port", Integer.toString(port)));
    options.addAll(PayaraOptions.at(root));
    return options;
  }

  private List<String> plenumJar() {
    // The other servers of this build may use the same unpacked files.
    String cache = target.resolve("cache").toString();
    List<String> command = new ArrayList<>(UnpackedJar.archiveOf(target));
    command.addAll(List.of("-jar", jar.toString()));
    command.addAll(List.of("--port", Integer.toString(port), "--cache", cache));
    return command;
  }

  private List<String> payaraMicro(String root) {
    List<String> command = new ArrayList<>();
    command.add("-jar");
    command.add(PayaraOptions.jar(target).toString());
    command.add("--deploy");
    command.add(System.getProperty("plenum.test.war", "target/plenum.war"));
    command.addAll(options(root));
    return command;
  }

  /** Waits for {@code /health/ready}. */
  public void awaitReady() {
    new Readiness(this).await();
  }

  /** Where it prints to. */
  Path log() {
    return log;
  }

  /** Everything it printed since it was last started. */
  public String output() {
    return output(logStart);
  }

  private Ending awaitEnd(long from) {
    try {
      if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("The server did not end in time; see " + log);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
    return new Ending(process.exitValue(), output(from));
  }

  private long logLength() {
    try {
      return Files.exists(log) ? Files.size(log) : 0;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private String output(long from) {
    try {
      byte[] all = Files.readAllBytes(log);
      return new String(all, (int) from, all.length - (int) from);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
