package plenum.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.media.MutableClock;
import plenum.settings.StartRefused;
import plenum.store.DataDirectory;

class MadeCertificatesTest {

  @TempDir Path folder;
  private final Set<String> names = new TreeSet<>(Set.of("localhost", "192.0.2.7"));
  private final MutableClock clock = new MutableClock();

  private MadeCertificates started() {
    return new MadeCertificates(new DataDirectory(folder), "server", () -> names, clock);
  }

  @Test
  void isOfAnAuthorityThatIsKeptForItsOwnerAlone() throws IOException {
    MadeCertificates first = started();
    ServerCertificate shown = first.current();
    Authority authority = first.authority().orElseThrow();
    assertTrue(authority.issued(shown.leaf()));
    assertSame(shown, first.current());

    MadeCertificates second = started();
    assertEquals(shown, second.current());
    assertEquals(authority, second.authority().orElseThrow());
    for (String file : List.of("tls-authority.pem", "tls-server.pem")) {
      assertEquals(
          PosixFilePermissions.fromString("rw-------"),
          Files.getPosixFilePermissions(folder.resolve(file)));
    }
  }

  @Test
  void isWhatBrowsersTake() throws Exception {
    names.addAll(Set.of("meet.example", "2001:db8:0:0:0:0:0:7"));
    MadeCertificates made = started();
    X509Certificate server = made.current().leaf();
    X509Certificate authority = made.authority().orElseThrow().certificate();

    assertEquals(names, made.current().names());
    assertEquals(List.of("1.3.6.1.5.5.7.3.1"), server.getExtendedKeyUsage());
    assertEquals(-1, server.getBasicConstraints());
    assertTrue(server.getKeyUsage()[0]);
    assertTrue(days(server) <= 397, days(server) + " days");
    assertEquals("EC", server.getPublicKey().getAlgorithm());
    assertEquals(0, authority.getBasicConstraints());
    assertTrue(authority.getKeyUsage()[5]);
    assertTrue(days(authority) > 3640, days(authority) + " days");
  }

  private static long days(X509Certificate certificate) {
    return Duration.between(
            certificate.getNotBefore().toInstant(), certificate.getNotAfter().toInstant())
        .toDays();
  }

  @Test
  void isAnotherOneForANewAddressAndTheSameWithoutAnOldOne() {
    MadeCertificates made = started();
    ServerCertificate before = made.current();

    names.remove("192.0.2.7");
    assertSame(before, made.current());

    names.add("198.51.100.7");
    ServerCertificate after = made.current();
    assertNotEquals(before, after);
    assertEquals(names, after.names());
    assertTrue(made.authority().orElseThrow().issued(after.leaf()));
  }

  @Test
  void isRenewedBeforeItsEndByTheSameAuthority() {
    MadeCertificates made = started();
    ServerCertificate before = made.current();
    Authority authority = made.authority().orElseThrow();

    clock.pass(Duration.ofDays(330));
    assertSame(before, made.current());
    clock.pass(Duration.ofDays(10));
    ServerCertificate after = made.current();

    assertTrue(before.end().isAfter(clock.instant()));
    assertNotEquals(before, after);
    assertEquals(authority, made.authority().orElseThrow());
  }

  @Test
  void hasANewAuthorityBeforeTheEndOfTheOldOne() {
    MadeCertificates made = started();
    made.current();
    String before = made.authority().orElseThrow().name();

    clock.pass(Duration.ofDays(3640));
    ServerCertificate after = made.current();

    assertNotEquals(before, made.authority().orElseThrow().name());
    assertTrue(made.authority().orElseThrow().issued(after.leaf()));
    assertTrue(after.end().isAfter(clock.instant().plus(Duration.ofDays(390))));
  }

  @Test
  void keepsItsAuthorityWhenTheClockWasSetBack() {
    MadeCertificates made = started();
    ServerCertificate before = made.current();
    clock.pass(Duration.ofDays(-30));

    assertEquals(before, started().current());
  }

  @Test
  void neverReplacesAnAuthorityThatItCannotRead() throws IOException {
    started().current();
    Path file = folder.resolve("tls-authority.pem");
    Files.writeString(file, "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");

    StartRefused refused = assertThrows(StartRefused.class, () -> started().current());

    assertTrue(refused.getMessage().contains(file.toString()), refused.getMessage());
    assertTrue(Files.readString(file).contains("AAAA"));
  }

  @Test
  void replacesAServersCertificateThatItCannotRead() throws IOException {
    ServerCertificate before = started().current();
    Files.writeString(folder.resolve("tls-server.pem"), "nothing");

    assertNotEquals(before, started().current());
    assertFalse(Files.readString(folder.resolve("tls-server.pem")).contains("nothing"));
  }

  @Test
  void closesAnAuthoritysFileToOthers() throws IOException {
    started().current();
    Path file = folder.resolve("tls-authority.pem");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    started().current();

    assertEquals(PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(file));
  }
}
