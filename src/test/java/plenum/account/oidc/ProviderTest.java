package plenum.account.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import plenum.account.AccountRefused;
import plenum.settings.OidcSettings;

/** How a provider is asked what it says of itself. */
class ProviderTest {

  private static final int MANY = 12;

  private static Provider provider(URI issuer) {
    OidcSettings settings =
        new OidcSettings(
            Optional.of(issuer),
            ProviderForTests.CLIENT,
            Optional.empty(),
            OidcSettings.ClientAuth.DISCOVERED,
            List.of("openid"),
            "preferred_username",
            "name",
            "groups",
            Duration.ofSeconds(60),
            Duration.ofMillis(700),
            Optional.empty(),
            Optional.empty());
    return new Provider(settings, new Trusted(settings));
  }

  private static String refusal(Provider provider, long arrived) {
    return assertThrows(AccountRefused.class, () -> provider.known(arrived)).code();
  }

  /** How often the server, which answers nothing, was asked. */
  private static int asked(ServerSocket silent) throws IOException {
    silent.setSoTimeout(1);
    List<Socket> all = new ArrayList<>();
    while (true) {
      try {
        all.add(silent.accept());
      } catch (SocketTimeoutException nobody) {
        for (Socket one : all) {
          one.close(); // Java asks again when it is closed without an answer.
        }
        return all.size();
      }
    }
  }

  @Test
  void isAskedOnceByAllWhoWaitForItTogether() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(MANY);
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getByName("localhost"))) {
      Provider provider = provider(URI.create("http://localhost:" + silent.getLocalPort()));
      long arrived = System.nanoTime();
      Callable<String> login = () -> refusal(provider, arrived);
      for (Future<String> one :
          threads.invokeAll(Stream.generate(() -> login).limit(MANY).toList())) {
        assertEquals("login-busy", one.get());
      }
      assertEquals(1, asked(silent));
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void isAskedAnewByWhoComesAfterItFailed() {
    try (ProviderForTests there = new ProviderForTests()) {
      Provider provider = provider(there.issuer());
      there.stop();
      long early = System.nanoTime();
      refusal(provider, early);
      there.startAgain();
      assertEquals("login-busy", refusal(provider, early), "who waited for that one waits no more");
      Known known = provider.known(System.nanoTime());
      assertEquals(there.issuer().toString(), known.metadata().getIssuer().getValue());
    }
  }

  @Test
  void isRememberedWhenItIsAway() {
    try (ProviderForTests there = new ProviderForTests()) {
      Provider provider = provider(there.issuer());
      Known known = provider.known(System.nanoTime());
      there.stop();
      assertEquals(known, provider.known(System.nanoTime()));
    }
  }
}
