package plenum.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import plenum.settings.StartRefused;
import plenum.settings.TlsSettings.OwnCertificate;

/** The operator's certificate, read again whenever a file of it has changed. */
public final class OperatorFiles implements CertificateSource {

  private static final int LARGEST = 1 << 20;

  private final OwnCertificate files;
  private final Clock clock;
  private List<byte[]> seen = List.of();
  private Optional<ServerCertificate> read = Optional.empty();

  public OperatorFiles(OwnCertificate files, Clock clock) {
    this.files = files;
    this.clock = clock;
  }

  /** What keeps it from being used, in one sentence. */
  public Optional<String> problem() {
    try {
      current();
      return Optional.empty();
    } catch (StartRefused refused) {
      return Optional.of(refused.getMessage());
    }
  }

  @Override
  public synchronized ServerCertificate current() {
    byte[] certificate = bytes(files.certificate(), "plenum.tls.certificate");
    byte[] key = files.key().map(file -> bytes(file, "plenum.tls.key")).orElse(certificate);
    Optional<byte[]> password =
        files.passwordFile().map(file -> bytes(file, "plenum.tls.password-file"));
    List<byte[]> now = List.of(certificate, key, password.orElse(new byte[0]));
    if (read.isEmpty() || !same(now, seen)) {
      Optional<String> word =
          password
              .map(bytes -> new String(bytes, StandardCharsets.UTF_8).strip())
              .or(files::password);
      read = Optional.of(inTime(new CertificateFormats(files).read(certificate, key, word)));
      seen = now;
    }
    return read.get();
  }

  private static boolean same(List<byte[]> one, List<byte[]> other) {
    return Arrays.deepEquals(one.toArray(), other.toArray());
  }

  private static byte[] bytes(Path file, String setting) {
    try {
      if (Files.size(file) > LARGEST) {
        throw new IOException("It is too large");
      }
      return Files.readAllBytes(file);
    } catch (IOException failed) {
      throw new StartRefused(
          "The file %s (setting %s) cannot be read: %s.".formatted(file, setting, reason(failed)));
    }
  }

  private static String reason(IOException failed) {
    if (failed instanceof NoSuchFileException) {
      return "there is none";
    }
    return failed instanceof AccessDeniedException ? "Permission denied" : failed.getMessage();
  }

  private ServerCertificate inTime(ServerCertificate certificate) {
    Instant now = clock.instant();
    if (certificate.end().isBefore(now)) {
      throw CertificateFormats.refused(
          files.certificate(), "it expired at " + seconds(certificate.end()));
    }
    if (certificate.begin().isAfter(now)) {
      throw CertificateFormats.refused(
          files.certificate(),
          "it is not valid before %s, and it is %s now"
              .formatted(seconds(certificate.begin()), seconds(now)));
    }
    return certificate;
  }

  private static Instant seconds(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS);
  }
}
