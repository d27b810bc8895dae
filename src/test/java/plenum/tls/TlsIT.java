package plenum.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.testing.Browser;
import plenum.testing.FreePorts;
import plenum.testing.LocalNetwork;
import plenum.testing.OnBothReleases;
import plenum.testing.PerClass;
import plenum.testing.PlenumServer;
import plenum.testing.Quick;
import plenum.testing.TrustingClient;
import plenum.testing.Waiting;

/** The https that a server has by itself, as a client sees it that trusts its authority. */
@Quick
@OnBothReleases
class TlsIT {

  private static final int PORT = FreePorts.tcp();

  @RegisterExtension
  static final PerClass<PlenumServer> SERVER =
      PerClass.server(
          Map.of("plenum.tls.port", Integer.toString(PORT), "plenum.tls.names", "meet.example"));

  private static HttpResponse<String> authority() {
    HttpResponse<String> file = new Browser(SERVER.get()).get("/plenum-ca.crt");
    assertEquals(200, file.statusCode());
    return file;
  }

  private static TrustingClient trusting() {
    return new TrustingClient(authority().body());
  }

  private static String address() {
    var address = LocalNetwork.address();
    if (address.isEmpty()) {
      System.out.println("[skipped] This machine has no address but loopback.");
    }
    Assumptions.assumeTrue(address.isPresent(), "this machine has no address but loopback");
    return address.get();
  }

  private static URI plain(String path) {
    return URI.create("http://" + address() + ":" + SERVER.get().port() + path);
  }

  private static URI secure(String path) {
    return URI.create("https://" + address() + ":" + PORT + path);
  }

  @Test
  void offersItsAuthorityAsAFileThatSystemsImport() {
    HttpResponse<String> file = authority();

    assertEquals(
        "application/x-x509-ca-cert", file.headers().firstValue("Content-Type").orElse(""));
    assertTrue(file.body().startsWith("-----BEGIN CERTIFICATE-----"), file.body());
    assertFalse(file.body().contains("PRIVATE"), file.body());
    assertTrue(file.headers().firstValue("Set-Cookie").isEmpty());
  }

  @Test
  void isTrustedByEveryNameAndAddressOfTheMachine() {
    TrustingClient client = trusting();

    HttpResponse<String> page = client.get(SERVER.get().secureUrl("/rooms"));
    assertEquals(200, page.statusCode());
    assertTrue(page.headers().firstValue("Set-Cookie").orElse("").contains("Secure"));
    assertTrue(page.headers().firstValue("Strict-Transport-Security").isEmpty());
    assertEquals(200, client.get(URI.create("https://127.0.0.1:" + PORT + "/rooms")).statusCode());
    assertEquals(200, client.get(secure("/rooms")).statusCode());
    assertTrue(client.shownAt("localhost", PORT).toString().contains("meet.example"));
    assertThrows(
        UncheckedIOException.class,
        () -> client.get(URI.create("https://127.0.0.2:" + PORT + "/rooms")),
        "another address is none of the certificate's");
  }

  @Test
  void speaksNoHttp2() {
    assertEquals("HTTP_1_1", trusting().get(SERVER.get().secureUrl("/")).version().name());
  }

  @Test
  void leadsWhoOpensPlainHttpFromElsewhereToHttps() {
    TrustingClient client = trusting();
    HttpResponse<String> page = client.get(plain("/room?id=a&x=%22"), "Accept-Language", "de");

    assertEquals(403, page.statusCode());
    assertTrue(page.body().contains("Diese Adresse ist nicht gesichert"), page.body());
    assertTrue(
        page.body().contains("href=\"" + secure("/room?id=a&amp;x=%22") + "\""), page.body());
    assertTrue(page.body().contains("href=\"/ca\""), page.body());
    assertTrue(page.headers().firstValue("Set-Cookie").isEmpty());
    assertEquals(200, new Browser(SERVER.get()).get("/rooms").statusCode(), "localhost");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/health/ready", "/health/live", "/api/settings", "/ca", "/plenum-ca.crt"})
  void servesWhatIsNoPageOnBoth(String path) {
    TrustingClient client = trusting();

    assertEquals(200, client.get(plain(path)).statusCode());
    assertEquals(200, client.get(secure(path)).statusCode());
  }

  @Test
  void leavesWhatAProxyPassedOnToTheProxy() {
    assertEquals(200, trusting().get(plain("/rooms"), "X-Forwarded-Proto", "https").statusCode());
  }

  @Test
  void tellsHowToTrustItInBothLanguages() {
    TrustingClient client = trusting();
    String english = client.get(plain("/ca"), "Accept-Language", "en").body();
    String german = client.get(secure("/ca"), "Accept-Language", "de").body();

    assertTrue(english.contains("Let this device trust this server"), english);
    assertTrue(german.contains("Dieses Gerät diesem Server vertrauen lassen"), german);
    assertTrue(english.contains("href=\"/plenum-ca.crt\""), english);
    assertTrue(english.contains("href=\"" + secure("/") + "\""), english);
    String printed = printed();
    String fingerprint =
        english
            .replaceAll("(?s).*<code id=\"fingerprint\"[^>]*>(.*?)</code>.*", "$1")
            .replaceAll("<[^>]*>", "");
    assertEquals(95, fingerprint.length(), english);
    assertTrue(printed.contains(fingerprint), printed);
  }

  private static String printed() {
    return Waiting.until(
        "the addresses",
        Duration.ofSeconds(60),
        () -> SERVER.get().output(),
        output -> output.contains("fingerprint"));
  }

  @Test
  void printsTheSecureAddressFirstWithACodeForPhones() {
    String printed = printed();
    String open = printed.substring(printed.indexOf("Plenum is ready. Open"));

    assertTrue(
        open.lines().skip(2).findFirst().orElse("").startsWith("    https://meet.example:" + PORT),
        open);
    assertTrue(open.indexOf("https://") < open.indexOf("http://"), open);
    assertTrue(open.contains("for phones: https://") || !printed.contains("█"), open);
  }
}
