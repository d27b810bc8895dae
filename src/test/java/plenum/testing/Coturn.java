package plenum.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A real TURN server: Debian's coturn, which shares a secret with Plenum and serves Plenum alone,
 * by what {@code docs/operations/firewalls.md} says.
 */
public final class Coturn implements AutoCloseable {

  private static final Path PROGRAM = Path.of("/usr/bin/turnserver");
  private static final String SECRET = "north-north-west-by-north";

  private final String address;
  private final int port = FreePorts.tcp();
  private final Process process;

  /** Why there can be none here, if so. */
  public static Optional<String> missing() {
    return Files.isExecutable(PROGRAM)
        ? Optional.empty()
        : Optional.of("There is no " + PROGRAM + ": apt-get install coturn.");
  }

  /** Starts one at this address of this machine. */
  public Coturn(String address) {
    this.address = address;
    try {
      Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "coturn-");
      Path configuration =
          Files.writeString(
              folder.resolve("turnserver.conf"),
              """
              listening-ip=%1$s
              listening-port=%2$d
              relay-ip=%1$s
              realm=plenum
              use-auth-secret
              static-auth-secret=%3$s
              denied-peer-ip=0.0.0.0-255.255.255.255
              denied-peer-ip=::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff
              allowed-peer-ip=%1$s
              no-cli
              no-tls
              no-dtls
              simple-log
              log-file=%4$s/turnserver.log
              pidfile=%4$s/turnserver.pid
              userdb=%4$s/turndb
              """
                  .formatted(address, port, SECRET, folder));
      process =
          new ProcessBuilder(PROGRAM.toString(), "-c", configuration.toString())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("output").toFile())
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The settings with which Plenum lets people in, over TCP alone. */
  public Map<String, String> settings() {
    return Map.of(
        "plenum.media.turn.urls",
        "turn:" + address + ":" + port + "?transport=tcp",
        "plenum.media.turn.secret",
        SECRET);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
