package plenum.tls;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import plenum.settings.HttpSettings;
import plenum.settings.StartRefused;
import plenum.settings.TlsSettings;
import plenum.store.DataDirectory;
import plenum.time.Timers;

/**
 * The https of this server: which certificate it shows, and where it is open.
 *
 * <p>Proxied, so that it is made at the first use, after the settings were checked, whenever those
 * that have it injected are made.
 */
@ApplicationScoped
public class Tls {

  private static final System.Logger LOG = System.getLogger(Tls.class.getName());

  /** Between two looks whether the certificate is still the one to show. */
  private static final Duration LOOK = Duration.ofSeconds(10);

  private static final Duration SOON = Duration.ofDays(14);

  private final TlsSettings settings;
  private final CertificateSource source;
  private final Timers timers;
  private final Clock clock = Clock.systemUTC();
  private final ShownCertificate shown = new ShownCertificate();
  private volatile Optional<ServerCertificate> current = Optional.empty();
  private String problem = "";
  private boolean told;
  private long daysTold = SOON.toDays() + 1;
  private volatile OptionalInt port = OptionalInt.empty();

  /** For the container's proxy only. */
  protected Tls() {
    this.settings = null;
    this.source = null;
    this.timers = null;
  }

  @Inject
  public Tls(TlsSettings settings, HttpSettings http, DataDirectory data, Timers timers) {
    this.settings = settings;
    this.timers = timers;
    this.source =
        settings
            .own()
            .<CertificateSource>map(files -> new OperatorFiles(files, clock))
            .orElseGet(() -> made(settings, http, data));
  }

  private CertificateSource made(TlsSettings settings, HttpSettings http, DataDirectory data) {
    Set<String> host = Names.ofHost();
    var wanted = Stream.concat(settings.names().stream(), http.hosts().stream()).toList();
    String name = host.stream().findFirst().orElse("plenum");
    return new MadeCertificates(data, name, () -> Names.all(wanted, host), clock);
  }

  /**
   * Has a certificate to show from now on, if there shall be https.
   *
   * @throws StartRefused when there is none, or the port is taken
   */
  public void begin() {
    if (settings.isOn()) {
      TlsCheck.port(settings.port())
          .ifPresent(
              sentence -> {
                throw new StartRefused(sentence);
              });
      show(source.current());
      timers.after(LOOK, this::look);
    }
  }

  private void look() {
    try {
      ServerCertificate now = source.current();
      problem = "";
      if (!current.equals(Optional.of(now))) {
        show(now);
        LOG.log(
            Level.INFO,
            "New connections get another certificate of https, valid until {0}.",
            now.end());
      }
      tellBeforeItsEnd(now);
    } catch (StartRefused | IllegalStateException failed) {
      tell(failed.getMessage());
    } finally {
      timers.after(LOOK, this::look);
    }
  }

  /** A second time, since key and certificate are hardly ever written at the same moment. */
  private void tell(String sentence) {
    if (!sentence.equals(problem)) {
      problem = sentence;
      told = false;
    } else if (!told) {
      told = true;
      LOG.log(Level.WARNING, "{0} The former certificate is shown until then.", sentence);
    }
  }

  private void tellBeforeItsEnd(ServerCertificate now) {
    long days = Duration.between(clock.instant(), now.end()).toDays();
    if (days < daysTold) {
      LOG.log(Level.WARNING, "The certificate of https ends at {0}.", now.end());
    }
    daysTold = Math.min(days, SOON.toDays() + 1);
  }

  private void show(ServerCertificate certificate) {
    shown.show(certificate);
    current = Optional.of(certificate);
  }

  /** A context for new connections, which show the certificate of that moment. */
  public SSLContext context() {
    return shown.context();
  }

  /** The certificate that new connections get; empty where there is no https. */
  public Optional<ServerCertificate> shown() {
    return current;
  }

  /** Where https shall be open; empty: nowhere. */
  public OptionalInt wantedPort() {
    return settings.isOn() ? OptionalInt.of(settings.port()) : OptionalInt.empty();
  }

  /** Where https is open now. */
  public OptionalInt port() {
    return port;
  }

  /** Tells where it is open. */
  public void opened(int where) {
    port = OptionalInt.of(where);
  }

  /** Tells that it is not open any more. */
  public void closed() {
    port = OptionalInt.empty();
  }

  /** The authority whose certificates are shown, if it is this server's own. */
  public Optional<Authority> authority() {
    return settings.isOn() ? source.authority() : Optional.empty();
  }
}
