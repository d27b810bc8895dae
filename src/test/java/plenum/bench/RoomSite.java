package plenum.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import plenum.testing.FreePorts;
import plenum.testing.RealSrs;

/**
 * A build that runs, and what carries its media.
 *
 * @param name in tables
 * @param layers whether publishers offer their picture in several sizes, as its pages do
 */
record RoomSite(String name, MeasuredServer server, Optional<RealSrs> srs, boolean layers)
    implements AutoCloseable {

  private static final Path SRS = Path.of("srs-conf", "plenum-minimal.conf");
  private static final Map<String, String> LIMITS =
      Map.of(
          "plenum.rooms.members", "200",
          "plenum.people.per-address", "1000",
          "plenum.people.names-per-address", "10000",
          "plenum.media.max-sessions", "2000",
          "plenum.media.max-sessions-per-address", "2000",
          "plenum.media.max-handshakes", "500");

  /** With the embedded engine, ready. */
  static RoomSite engine(String name, Path war) throws IOException, InterruptedException {
    return engine(name, war, Map.of());
  }

  /** The same with these settings. */
  static RoomSite engine(String name, Path war, Map<String, String> more)
      throws IOException, InterruptedException {
    Map<String, String> settings = new HashMap<>(LIMITS);
    settings.putAll(more);
    settings.put("plenum.media.port", Integer.toString(FreePorts.udp()));
    settings.put("plenum.media.candidates", "127.0.0.1");
    String file = "room-" + name.replace(' ', '-');
    MeasuredServer server = MeasuredServer.launch(file, war, settings);
    return new RoomSite(name, server, Optional.empty(), true).ready();
  }

  /** With an SRS of its own, ready. */
  static RoomSite srs(String name, Path war) throws IOException, InterruptedException {
    int port = FreePorts.tcp();
    RealSrs srs = RealSrs.prepare(SRS).with("CANDIDATE", "127.0.0.1").hooksTo(port).start();
    Map<String, String> settings = new HashMap<>(LIMITS);
    settings.putAll(srs.access().settings());
    String file = "room-" + name.replace(' ', '-');
    MeasuredServer server = MeasuredServer.launch(file, war, port, settings);
    return new RoomSite(name, server, Optional.of(srs), false).ready();
  }

  private RoomSite ready() throws IOException, InterruptedException {
    server.awaitReady("/health/ready", "");
    return this;
  }

  /** CPU time of Plenum and of what carries its media, in nanoseconds. */
  long cpuNanos() throws IOException {
    return server.cpuNanos()
        + (srs.isPresent() ? new MeasuredProcess(srs.get().pid()).cpuNanos() : 0);
  }

  @Override
  public void close() {
    server.close();
    srs.ifPresent(RealSrs::close);
  }
}
