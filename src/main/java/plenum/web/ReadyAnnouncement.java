package plenum.web;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import plenum.account.AccountOffice;
import plenum.settings.HttpSettings;
import plenum.settings.SiteSettings;
import plenum.settings.TlsSettings;
import plenum.tls.Tls;

/**
 * Says which addresses a person can open, once they really answer.
 *
 * <p>The application cannot know when the container opens its port to it, so it asks its own
 * readiness door until that answers.
 */
@ApplicationScoped
public class ReadyAnnouncement {

  private static final System.Logger LOG = System.getLogger(ReadyAnnouncement.class.getName());
  private static final int TRIES = 600;
  private static final int PAUSE_MILLIS = 100;
  private static final int TIMEOUT_MILLIS = 2000;

  @Inject Config config;
  @Inject Tls tls;
  @Inject TlsSettings settings;
  @Inject HttpSettings http;
  @Inject SiteSettings site;
  @Inject AccountOffice office;

  @Resource(lookup = "java:comp/DefaultManagedExecutorService")
  ManagedExecutorService executor;

  void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
    port("payara.instance.http.port").ifPresent(port -> executor.execute(() -> announce(port)));
  }

  private void announce(int port) {
    try {
      for (int tries = 0; tries < TRIES; tries++) {
        if (isReady(port)) {
          LOG.log(Level.INFO, addresses(port).sentence(Console.look()));
          office
              .firstAdministrator()
              .map(link -> addresses(port).administrator("welcome#" + link))
              .ifPresent(sentence -> LOG.log(Level.INFO, sentence));
          return;
        }
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean isReady(int port) {
    try {
      var door = URI.create("http://localhost:" + port + "/health/ready").toURL();
      var connection = (HttpURLConnection) door.openConnection();
      connection.setConnectTimeout(TIMEOUT_MILLIS);
      connection.setReadTimeout(TIMEOUT_MILLIS);
      try {
        return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
      } finally {
        connection.disconnect();
      }
    } catch (IOException notYet) {
      return false;
    }
  }

  /** The names that the operator gave come first: a certificate may be for them alone. */
  private Addresses addresses(int port) {
    Stream<String> named =
        Stream.concat(settings.names().stream(), http.hosts().stream())
            .filter(name -> !name.contains("*"))
            .map(Addresses::inUrl);
    List<String> hosts =
        Stream.concat(named, Addresses.ofThisMachine().stream()).distinct().toList();
    return new Addresses(port, tls.port(), site.path("/"), hosts, tls.authority());
  }

  /** The port that Payara Micro reports; none where another server runs Plenum, or it is closed. */
  private Optional<Integer> port(String property) {
    return config.getOptionalValue(property, Integer.class).filter(port -> port > 0);
  }
}
