package plenum.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How https is served, {@code plenum.tls.*}; explained in {@code docs/operations/tls.md}.
 *
 * @param port the TCP port of https; 0: there is no https
 * @param names names and addresses that the made certificate is also for
 * @param plainHttp what becomes of who opens plain http from another machine
 * @param hstsDays for how many days browsers shall come by https only; 0: they are not told
 * @param own the operator's certificate; empty: Plenum makes one
 */
public record TlsSettings(
    int port, List<String> names, PlainHttp plainHttp, int hstsDays, Optional<OwnCertificate> own) {

  /** What becomes of who opens a page by plain http from another machine. */
  public enum PlainHttp {
    /** A page says why, and leads to https. */
    EXPLAIN,
    /** The browser is sent to https at once. */
    REDIRECT,
    /** The page itself, which gets no camera and no microphone. */
    SERVE
  }

  /**
   * Files of the operator.
   *
   * @param certificate PEM with the chain, the server's first; or PKCS#12
   * @param key PEM; empty: it is in the file of the certificate
   * @param password of the key or of the PKCS#12 file
   * @param passwordFile a file that holds it instead
   */
  public record OwnCertificate(
      Path certificate,
      Optional<Path> key,
      Optional<String> password,
      Optional<Path> passwordFile) {

    /** Without the password. */
    @Override
    public String toString() {
      return "OwnCertificate[certificate=" + certificate + ", key=" + key + "]";
    }
  }

  private static final String PORT = "plenum.tls.port";
  private static final String CERTIFICATE = "plenum.tls.certificate";
  private static final int TEN_YEARS = 3650;

  public TlsSettings {
    names = List.copyOf(names);
  }

  /** Whether there is https at all. */
  public boolean isOn() {
    return port != 0;
  }

  public static TlsSettings from(SettingsSource source) {
    return new TlsSettings(
        source.requiredText(PORT).equals("off") ? 0 : source.number(PORT, 0, 65_535),
        source.list("plenum.tls.names"),
        source.choice("plenum.tls.plain-http", PlainHttp.class),
        source.number("plenum.tls.hsts-days", 0, TEN_YEARS),
        own(source));
  }

  private static Optional<OwnCertificate> own(SettingsSource source) {
    Optional<Path> certificate = path(source, CERTIFICATE);
    Optional<Path> key = path(source, "plenum.tls.key");
    Optional<String> password = source.secret("plenum.tls.password");
    Optional<Path> passwordFile = path(source, "plenum.tls.password-file");
    boolean alone = key.isPresent() || password.isPresent() || passwordFile.isPresent();
    if (certificate.isEmpty() && alone) {
      throw new InvalidSetting(CERTIFICATE, "", "given where its key or password is");
    }
    if (password.isPresent() && passwordFile.isPresent()) {
      throw new InvalidSetting(
          "plenum.tls.password", "***", "left out where there is a file of it");
    }
    return certificate.map(file -> new OwnCertificate(file, key, password, passwordFile));
  }

  private static Optional<Path> path(SettingsSource source, String name) {
    return source
        .text(name)
        .map(
            value -> {
              try {
                return Path.of(value).toAbsolutePath().normalize();
              } catch (InvalidPathException unusable) {
                throw new InvalidSetting(name, value, "a path of a file");
              }
            });
  }
}
