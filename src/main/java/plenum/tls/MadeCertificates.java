package plenum.tls;

import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import plenum.settings.StartRefused;
import plenum.store.DataDirectory;
import plenum.store.StoreFailure;
import plenum.store.StoredFile;

/**
 * What Plenum makes by itself: an authority at the first start, and certificates of it, a new one
 * whenever the machine has a name or an address that the last one is not for, and before its end.
 */
final class MadeCertificates implements CertificateSource {

  private static final System.Logger LOG = System.getLogger(MadeCertificates.class.getName());
  private static final Duration SERVER_RENEWAL = Duration.ofDays(60);
  private static final Duration AUTHORITY_RENEWAL = Duration.ofDays(30);

  private final StoredFile authorityFile;
  private final StoredFile serverFile;
  private final String host;
  private final Supplier<Set<String>> names;
  private final Clock clock;
  private Optional<Authority> authority = Optional.empty();
  private Optional<ServerCertificate> server = Optional.empty();

  /**
   * @param host what the certificates are called after
   * @param names that a certificate is to be for, as they are now
   */
  MadeCertificates(DataDirectory data, String host, Supplier<Set<String>> names, Clock clock) {
    this.authorityFile = data.file("tls-authority.pem");
    this.serverFile = data.file("tls-server.pem");
    this.host = host;
    this.names = names;
    this.clock = clock;
  }

  @Override
  public synchronized Optional<Authority> authority() {
    return authority;
  }

  @Override
  public synchronized ServerCertificate current() {
    Instant now = clock.instant();
    Set<String> wanted = names.get();
    Authority mine = authority.filter(one -> lasts(one, now)).orElseGet(() -> keptOrMade(now));
    authority = Optional.of(mine);
    ServerCertificate shown =
        server
            .or(this::kept)
            .filter(one -> suits(one, mine, wanted, now))
            .orElseGet(() -> issued(mine, wanted, now));
    server = Optional.of(shown);
    return shown;
  }

  private static boolean lasts(Authority authority, Instant now) {
    Instant end = authority.certificate().getNotAfter().toInstant();
    return now.plus(AUTHORITY_RENEWAL).isBefore(end);
  }

  /** One that is not valid yet does: a clock that was wrong then or is now helps nobody. */
  private static boolean suits(
      ServerCertificate one, Authority authority, Set<String> wanted, Instant now) {
    return authority.issued(one.leaf())
        && now.plus(SERVER_RENEWAL).isBefore(one.end())
        && one.names().containsAll(wanted);
  }

  private Authority keptOrMade(Instant now) {
    Optional<Authority> kept = read(authorityFile).map(this::authority);
    if (kept.isPresent() && lasts(kept.get(), now)) {
      closeToOthers();
      return kept.get();
    }
    Authority made = Issuing.authority(host, now);
    try {
      authorityFile.write(Pem.text(made.key(), List.of(made.certificate())));
    } catch (StoreFailure failed) {
      throw new StartRefused(failed.getMessage());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
    if (kept.isPresent()) {
      LOG.log(
          Level.WARNING,
          "The certificate authority \"{0}\" is at its end. There is a new one, \"{1}\", which"
              + " every device must trust anew: see /ca.",
          kept.get().name(),
          made.name());
    }
    return made;
  }

  private static Optional<String> read(StoredFile file) {
    try {
      return file.read().map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1));
    } catch (StoreFailure failed) {
      throw new StartRefused(failed.getMessage());
    }
  }

  /** Not replaced when it is unreadable: every device would have to trust another one. */
  private Authority authority(String text) {
    try {
      ServerCertificate kept = parsed(text);
      return new Authority(kept.key(), kept.leaf());
    } catch (GeneralSecurityException garbled) {
      throw new StartRefused(
          ("The file %s of the certificate authority is damaged. Put the former one back, or"
                  + " remove it: Plenum makes a new authority then, and every device must trust it"
                  + " anew.")
              .formatted(authorityFile.path()));
    }
  }

  private static ServerCertificate parsed(String text) throws GeneralSecurityException {
    Pem pem = Pem.of(text);
    List<X509Certificate> chain = pem.certificates();
    if (chain.isEmpty() || pem.keys().isEmpty()) {
      throw new GeneralSecurityException("There is no key or no certificate");
    }
    PublicKey certified = chain.get(0).getPublicKey();
    PrivateKey key = PrivateKeys.read(pem.keys().get(0), certified, Optional.empty());
    return new ServerCertificate(key, chain);
  }

  private void closeToOthers() {
    try {
      if (authorityFile.closeToOthers()) {
        LOG.log(
            Level.WARNING,
            "Others could read the key of the certificate authority in {0}; now its owner alone"
                + " can. Whoever has it can pretend to be any site to those who trust it.",
            authorityFile.path());
      }
    } catch (StoreFailure failed) {
      LOG.log(Level.WARNING, failed.getMessage());
    }
  }

  private Optional<ServerCertificate> kept() {
    Optional<String> text = read(serverFile);
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(parsed(text.get()));
    } catch (GeneralSecurityException garbled) {
      return Optional.empty(); // Nobody trusts this one by itself: another one is as good.
    }
  }

  private ServerCertificate issued(Authority authority, Set<String> wanted, Instant now) {
    ServerCertificate made = Issuing.server(authority, host, wanted, now);
    try {
      serverFile.write(Pem.text(made.key(), made.chain()));
    } catch (StoreFailure failed) {
      LOG.log(Level.WARNING, "The new certificate of https is not kept: {0}", failed.getMessage());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
    return made;
  }
}
