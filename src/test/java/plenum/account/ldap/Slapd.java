package plenum.account.ldap;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import plenum.testing.FreePorts;
import plenum.testing.TestCertificates;
import plenum.testing.Waiting;

/**
 * A real OpenLDAP server, of this machine or unpacked by {@code src/build/slapd.sh}, with a
 * certificate for {@code localhost}.
 */
final class Slapd implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final int port = FreePorts.tcp();
  private final Process process;

  /** Where it is, as below {@code /}; empty when there is none. */
  static Optional<Path> root() {
    String target = System.getProperty("plenum.test.target", "target");
    return Stream.of(Path.of("/"), Path.of(target, "slapd").toAbsolutePath())
        .filter(root -> Files.isExecutable(root.resolve("usr/sbin/slapd")))
        .findFirst();
  }

  Slapd(Path folder, TestCertificates certificate) throws IOException {
    Path root = root().orElseThrow();
    Path data = Files.createDirectory(folder.resolve("data"));
    Path crt = Files.writeString(folder.resolve("slapd.crt"), certificate.certificatePem());
    Path key = Files.writeString(folder.resolve("slapd.key"), certificate.keyPem());
    Path schemas = root.resolve("etc/ldap/schema");
    String text =
        """
        include %1$s/core.schema
        include %1$s/cosine.schema
        include %1$s/inetorgperson.schema
        modulepath %2$s
        moduleload back_mdb
        pidfile %3$s/slapd.pid
        TLSCertificateFile %4$s
        TLSCertificateKeyFile %5$s
        database mdb
        suffix "%6$s"
        rootdn "%7$s"
        rootpw searching
        directory %8$s
        """
            .formatted(
                schemas,
                root.resolve("usr/lib/ldap"),
                folder,
                crt,
                key,
                DirectoryForTests.ROOT,
                DirectoryForTests.SEARCHER,
                data);
    Path conf = Files.writeString(folder.resolve("slapd.conf"), text);
    ProcessBuilder builder =
        new ProcessBuilder(
                root.resolve("usr/sbin/slapd").toString(),
                "-f",
                conf.toString(),
                "-h",
                "ldap://127.0.0.1:" + port,
                "-d",
                "0")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("slapd.log").toFile());
    libraries(root).ifPresent(path -> builder.environment().put("LD_LIBRARY_PATH", path));
    process = builder.start();
  }

  private static Optional<String> libraries(Path root) {
    if (root.equals(Path.of("/"))) {
      return Optional.empty();
    }
    try (Stream<Path> all =
        Stream.concat(listed(root.resolve("usr/lib")), listed(root.resolve("lib")))) {
      return all.filter(folder -> folder.toString().endsWith("-linux-gnu"))
          .map(Path::toString)
          .reduce((one, other) -> one + ":" + other);
    }
  }

  private static Stream<Path> listed(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.toList().stream();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** By the name that the certificate has. */
  URI address() {
    return URI.create("ldap://localhost:" + port);
  }

  /** Its administrator's, once it answers. */
  LDAPConnection administrator() throws LDAPException {
    Waiting.until("slapd", PATIENCE, this::answers, Boolean::booleanValue);
    return new LDAPConnection("127.0.0.1", port, DirectoryForTests.SEARCHER, "searching");
  }

  private boolean answers() {
    try (LDAPConnection tried = new LDAPConnection("127.0.0.1", port)) {
      return tried.isConnected();
    } catch (LDAPException notYet) {
      if (!process.isAlive()) {
        throw new IllegalStateException("slapd ended with " + process.exitValue());
      }
      return false;
    }
  }

  /** Adds entries, each a list of lines of LDIF. */
  void add(List<String[]> entries) throws Exception {
    try (LDAPConnection administrator = administrator()) {
      for (String[] entry : entries) {
        administrator.add(entry);
      }
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
