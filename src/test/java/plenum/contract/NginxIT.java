package plenum.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.contract.StubServer.Answer;
import plenum.contract.StubServer.Asked;
import plenum.testing.FreePorts;
import plenum.testing.Front;
import plenum.testing.FrontFiles;
import plenum.testing.NeedsFront;
import plenum.testing.SelfSigned;

/** {@code deploy/nginx.conf} in a real nginx: what reaches SRS, and what Plenum is asked before. */
@NeedsFront("nginx")
class NginxIT {

  private static final String LOCATION =
      "/rtc/v1/whip/?action=delete&token=oh762m333&app=group&stream=c1-camera&session=87s1z8z8:Gc4+/x";
  private static final String OFFER = "v=0\r\no=- 1 2 IN IP4 0.0.0.0\r\n";

  @TempDir private static Path folder;
  private static StubServer plenum;
  private static StubServer srs;
  private static Front nginx;
  private static HttpClient client;

  @BeforeAll
  static void start() throws IOException {
    plenum = new StubServer(NginxIT::permits);
    srs = new StubServer(NginxIT::accepts);
    SelfSigned own = SelfSigned.in(folder);
    nginx = FrontFiles.nginx(own, FreePorts.tcp(), plenum.port(), srs.port(), srs.port());
    client = HttpClient.newBuilder().sslContext(own.context()).build();
  }

  @AfterAll
  static void stop() {
    if (nginx != null) {
      nginx.close();
      plenum.close();
      srs.close();
    }
  }

  @BeforeEach
  void forget() {
    plenum.begin(NginxIT::permits);
    srs.begin(NginxIT::accepts);
  }

  private static Answer permits(Asked asked) {
    return asked.uri().startsWith("/api/hooks/allow")
        ? Answer.of(204)
        : new Answer(200, "", "from Plenum");
  }

  private static Answer accepts(Asked asked) {
    return asked.method().equals("POST") ? new Answer(201, LOCATION, "answer") : Answer.of(200);
  }

  private static HttpResponse<String> send(
      String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("https://localhost:" + nginx.port() + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static List<String> reached(StubServer server) {
    return server.asked().stream().map(Asked::toString).toList();
  }

  @Test
  void handsAnOfferToSrsAfterAsking() {
    String path = "/rtc/v1/whip/?app=group&stream=c1-camera&ticket=AQAA_x-";
    HttpResponse<String> response = send("POST", path, OFFER);
    assertEquals(201, response.statusCode());
    assertEquals("answer", response.body());
    assertEquals(LOCATION, response.headers().firstValue("Location").orElse(""));
    assertEquals(List.of("GET /api/hooks/allow"), reached(plenum));
    assertEquals(path, plenum.asked().get(0).header("X-Original-URI"));
    assertEquals("POST", plenum.asked().get(0).header("X-Original-Method"));
    assertEquals("", plenum.asked().get(0).body());
    assertEquals(List.of("POST " + path), reached(srs));
    assertEquals(OFFER, srs.asked().get(0).body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "app=g&stream=s&ticket=t&x=1",
        "x=1&app=g&y-z=1.2.3.4&stream=s&ticket=t",
        "x=1&app=g&y=2&stream=s&ticket=t&z=3&x=4",
        "X=1&app=g&stream=s&ticket=t&%78=1&APP=other&xapp=other",
        "app=g&stream=s&ticket=t&x=%0d%0ay:%201",
      })
  void dropsEveryOtherParameter(String query) {
    send("POST", "/rtc/v1/whep/?" + query, OFFER);
    assertEquals(List.of("POST /rtc/v1/whep/?app=g&stream=s&ticket=t"), reached(srs));
  }

  /** Plenum is asked about exactly what SRS gets. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "app=g&stream=mine&ticket=t&stream=yours",
        "app=g&stream=%79ours&stream=mine&ticket=t",
        "app=g&STREAM=yours&stream=mine&ticket=t",
      })
  void asksForWhatSrsWillGet(String query) {
    send("POST", "/rtc/v1/whip/?" + query, OFFER);
    String asked = plenum.asked().get(0).header("X-Original-URI");
    assertEquals(List.of("POST " + asked), reached(srs));
  }

  @ParameterizedTest
  @CsvSource({"whip,whip", "whep,whep", "whip-play,whep"})
  void addsTheLastSlash(String door, String reached) {
    send("POST", "/rtc/v1/" + door + "?app=g&stream=s&ticket=t", OFFER);
    assertEquals(List.of("POST /rtc/v1/" + reached + "/?app=g&stream=s&ticket=t"), reached(srs));
  }

  @Test
  void takesTheTicketOfABearer() {
    send("POST", "/rtc/v1/whip/?app=g&stream=s", OFFER, "Authorization", "Bearer abc_1");
    assertEquals(List.of("POST /rtc/v1/whip/?app=g&stream=s&ticket=abc_1"), reached(srs));
    assertEquals("", srs.asked().get(0).header("Authorization"));
  }

  @Test
  void endsASessionByteForByte() {
    assertEquals(200, send("DELETE", LOCATION, "").statusCode());
    assertEquals(List.of("DELETE " + LOCATION), reached(srs));
    assertEquals(LOCATION, plenum.asked().get(0).header("X-Original-URI"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/rtc/v1/whip/?action=delete&token=t&app=g&stream=s&session=a%3Ab",
        "/rtc/v1/whip/?action=delete&token=t&app=g&stream=s&session=a:b&x=1",
        "/rtc/v1/whep/?action=delete&token=t&app=g&stream=s&session=a:b",
      })
  void leavesOtherDeletesToPlenum(String path) {
    assertEquals("from Plenum", send("DELETE", path, "").body());
    assertEquals(List.of(), reached(srs));
    assertEquals(List.of("DELETE " + path), reached(plenum));
  }

  @ParameterizedTest
  @CsvSource({
    "POST,/rtc/v1/whip/?app=g&stream=s",
    "POST,/rtc/v1/whip/?app=g&stream=a.b&ticket=t",
    "POST,/rtc/v1/whip/?app=g&stream=s&ticket=t&action=play",
    "POST,/rtc/v1/play/",
    "POST,/rtc/v1/other/?app=g&stream=s&ticket=t",
    "OPTIONS,/rtc/v1/whip/?app=g&stream=s&ticket=t",
    "PATCH,/rtc/v1/whip/?app=g&stream=s&ticket=t",
  })
  void leavesToPlenumWhatSrsShouldNotSee(String method, String path) {
    assertEquals("from Plenum", send(method, path, OFFER).body());
    assertEquals(List.of(), reached(srs));
    assertEquals(List.of(method + " " + path), reached(plenum));
    assertEquals(OFFER, plenum.asked().get(0).body());
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 500})
  void letsPlenumSayWhyNot(int status) {
    plenum.begin(
        asked ->
            asked.uri().startsWith("/api/hooks/") ? Answer.of(status) : new Answer(403, "", "why"));
    String path = "/rtc/v1/whip/?app=g&stream=s&ticket=t";
    HttpResponse<String> response = send("POST", path, OFFER);
    assertEquals(403, response.statusCode());
    assertEquals("why", response.body());
    assertEquals(List.of(), reached(srs));
    assertEquals(OFFER, plenum.asked().get(1).body());
  }

  @Test
  void letsPlenumSayWhySrsClosedTheConnection() {
    srs.begin(asked -> Answer.of(0));
    String path = "/rtc/v1/whip/?app=g&stream=s&ticket=t";
    assertEquals("from Plenum", send("POST", path, OFFER).body());
    assertEquals(List.of("GET /api/hooks/allow", "POST " + path), reached(plenum));
    assertEquals(1, srs.asked().size(), "an offer is sent once");
    assertEquals(OFFER, plenum.asked().get(1).body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/hooks/srs?secret=x",
        "/api/hooks/allow",
        "//api/hooks/srs",
        "/plenum/api/hooks/srs",
        "/api/%68ooks/srs",
        "/.may"
      })
  void showsNobodyTheHooks(String path) {
    assertEquals(404, send("POST", path, "{}").statusCode());
    assertEquals(List.of(), reached(plenum));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/room.xhtml?id=1", "/api/me", "/api/v1/clients/?count=5"})
  void leavesEverythingElseToPlenum(String path) {
    assertEquals("from Plenum", send("GET", path, "").body());
    assertEquals(List.of("GET " + path), reached(plenum));
    assertEquals(List.of(), reached(srs));
  }

  @Test
  void handsAViewerOfFlvToSrsWithNothingButTheTicket() {
    srs.begin(asked -> new Answer(200, "", "from SRS"));
    String path = "/pull/group/c1-camera.flv";
    assertEquals("from SRS", send("GET", path + "?x=1&ticket=AQ_-&y=2", "").body());
    assertEquals(List.of("GET /group/c1-camera.flv?ticket=AQ_-"), reached(srs));
    assertEquals(403, send("POST", path + "?ticket=AQ_-", "").statusCode());
    assertFalse(nginx.output().contains("AQ_-"), nginx.output());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/group/c1-camera.m3u8?ticket=t",
        "/group/c1-camera.m3u8?viewer=v",
        "/group/c1-camera-12.ts?viewer=v",
        "/group/../secret.flv",
        "/a/b/c.flv"
      })
  void leavesHlsToPlenumAndShowsNothingElseOfSrs(String path) {
    String normal = path.replace("/group/../", "/");
    assertEquals("from Plenum", send("GET", "/pull" + path, "").body());
    assertEquals(List.of("GET /live" + normal), reached(plenum));
    assertEquals(List.of(), reached(srs));
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void speaksTlsAndHttp2(String version) throws Exception {
    SSLParameters only = new SSLParameters();
    only.setProtocols(new String[] {version});
    HttpClient one =
        HttpClient.newBuilder().sslContext(client.sslContext()).sslParameters(only).build();
    var response =
        one.send(
            HttpRequest.newBuilder(nginx.url()).build(), HttpResponse.BodyHandlers.discarding());
    assertEquals(version, response.sslSession().orElseThrow().getProtocol());
    assertEquals(HttpClient.Version.HTTP_2, response.version());
  }

  @Test
  void tellsPlenumAndSrsTheClientsAddressOnly() {
    String path = "/rtc/v1/whip/?app=g&stream=s&ticket=t";
    send("POST", path, OFFER, "X-Forwarded-For", "8.8.8.8", "Cookie", "plenum=secret");
    send("GET", "/", "", "X-Forwarded-For", "8.8.8.8");
    assertEquals("127.0.0.1", srs.asked().get(0).header("X-Forwarded-For"));
    assertEquals("", srs.asked().get(0).header("Cookie"));
    assertEquals("127.0.0.1", plenum.asked().get(1).header("X-Forwarded-For"));
  }

  @Test
  void keepsTheHostThatThePageHas() {
    send("GET", "/", "");
    assertEquals("localhost:" + nginx.port(), plenum.asked().get(0).header("Host"));
  }

  @Test
  void passesTheUpgradeOfTheWebSocket() {
    // The client of the JDK sends Upgrade itself in a handshake only.
    plenum.begin(asked -> new Answer(400, "", "no"));
    HttpClient.newBuilder()
        .sslContext(client.sslContext())
        .build()
        .newWebSocketBuilder()
        .buildAsync(
            URI.create("wss://localhost:" + nginx.port() + "/signal"),
            new java.net.http.WebSocket.Listener() {})
        .handle((socket, failure) -> failure)
        .join();
    assertEquals("websocket", plenum.asked().get(0).header("Upgrade").toLowerCase());
    assertEquals("upgrade", plenum.asked().get(0).header("Connection").toLowerCase());
  }

  @Test
  void writesNoTicketIntoItsLogs() throws IOException {
    srs.begin(asked -> Answer.of(0));
    send("POST", "/rtc/v1/whip/?app=g&stream=s&ticket=verysecret", OFFER);
    String logs = nginx.output();
    assertTrue(logs.contains("\"POST /rtc/v1/whip/\""), logs);
    assertFalse(logs.contains("verysecret"), logs);
    assertTrue(Files.exists(folder.resolve("access.log")));
  }

  @Test
  void namesThePortsOfThisVersion() throws IOException {
    String text = Files.readString(Path.of("deploy", "nginx.conf"));
    assertTrue(text.contains("server 127.0.0.1:8090;"));
    var srsConf = SrsConfiguration.read(SrsConfTest.FOLDER.resolve("plenum.conf"));
    for (String listener : List.of("http_api/listen", "http_server/listen")) {
      assertTrue(text.contains("server " + srsConf.at(listener) + ";"), listener);
    }
  }
}
