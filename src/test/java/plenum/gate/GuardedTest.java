package plenum.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.http.ClientAddress;
import plenum.http.Problem;
import plenum.http.RequestHead;
import plenum.identity.PersonId;
import plenum.media.stream.MediaFixture;
import plenum.settings.HttpSettings;
import plenum.settings.SiteSettings;
import plenum.testing.ManualTimers;
import plenum.testing.RawHttp;
import plenum.testing.RawHttp.Answer;
import plenum.testing.Waiting;

/** The guard comes into a chain that is in use. */
class GuardedTest {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration LONG = Duration.ofMinutes(10);

  private final ListenerForTests listener = new ListenerForTests();
  private final RawHttp before = new RawHttp(listener.port());

  @AfterEach
  void close() {
    before.close();
    listener.close();
  }

  private RequestGuard guard(int connections, Duration bodyTime)
      throws ReflectiveOperationException {
    return guard(connections, bodyTime, LONG);
  }

  private final ManualTimers timers = new ManualTimers();

  private RequestGuard guard(int connections, Duration bodyTime, Duration readTime)
      throws ReflectiveOperationException {
    return guard(connections, bodyTime, readTime, 100_000_000, Map.of());
  }

  private RequestGuard guard(
      int connections, Duration bodyTime, Duration readTime, int unread, Map<String, String> media)
      throws ReflectiveOperationException {
    HttpSettings settings =
        new HttpSettings(
            List.of(), List.of(), 1024, bodyTime, 9, 9, 1, connections, LONG, readTime, unread);
    ClientAddress addresses = new ClientAddress(MediaFixture.settings(media));
    ContextPath path = new ContextPath(new SiteSettings(""));
    Admission admission = new Admission(settings, List.of());
    return new RequestGuard(settings, path, admission, addresses, this::known, timers);
  }

  private Runnable insert(RequestGuard guard) {
    return Guarded.insert(guard, listener.chain()).orElseThrow();
  }

  private Answer ask(RawHttp client) {
    return client.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n").answer(PATIENCE);
  }

  private static String head(int length) {
    return "PUT / HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + length + "\r\n\r\n";
  }

  @Test
  void leavesARequestAloneThatIsUnderWay() throws Exception {
    before.send(head(4) + "ab");
    assertEquals("ab", listener.next());
    Runnable undo = insert(guard(9, LONG));

    Answer answer = before.send("cd").answer(PATIENCE);
    assertTrue(answer.text().endsWith("\r\n\r\nabcd"), answer.text());

    assertEquals("cd", listener.next());
    before.send(head(4) + "ab");
    undo.run();
    assertEquals(3, listener.chain().size());
  }

  @Test
  void guardsConnectionsThatAreOlder() throws Exception {
    assertEquals(200, ask(before).status());
    RequestGuard guard = guard(9, Duration.ZERO);
    insert(guard);
    before.send(head(4) + "ab");

    String answer =
        Waiting.until("an answer", PATIENCE, () -> looked(guard), text -> !text.isEmpty());
    assertTrue(answer.startsWith("HTTP/1.1 408"), answer);
  }

  private String looked(RequestGuard guard) {
    guard.look();
    return before.answer(Duration.ofMillis(100)).text();
  }

  @Test
  void countsConnectionsThatAreOlderUntilTheyEnd() throws Exception {
    RequestGuard guard = guard(1, LONG);
    insert(guard);
    assertEquals(200, ask(before).status());
    try (RawHttp second = new RawHttp(listener.port())) {
      assertEquals(new Answer("", true), ask(second));
    }

    before.close();
    Waiting.until("a place", PATIENCE, this::another, answer -> answer.status() == 200);
    assertEquals(0, Waiting.until("the end", PATIENCE, guard::open, open -> open == 0));
  }

  private void wishForAWebSocket(String path) {
    before.send(
        "GET "
            + path
            + " HTTP/1.1\r\nHost: localhost\r\n"
            + "Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
  }

  @Test
  void watchesOverWhoWishesForAWebSocketAndGetsNone() throws Exception {
    RequestGuard guard = guard(9, LONG, Duration.ZERO);
    insert(guard);
    wishForAWebSocket("/much");
    assertEquals("", listener.next());

    Waiting.until("the end", PATIENCE, () -> lookedAt(guard), open -> open == 0);
  }

  @Test
  void takesNoFrameBeforeTheWebSocketIsThere() throws Exception {
    insert(guard(9, LONG));
    String wish =
        "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n";
    Answer answer = before.send(wish + "frame").answer(PATIENCE);

    assertEquals(400, answer.status(), answer.text());
    assertTrue(answer.closed());
  }

  @Test
  void leavesAWebSocketToOthers() throws Exception {
    RequestGuard guard = guard(9, LONG, Duration.ZERO);
    insert(guard);
    wishForAWebSocket("/upgrade/much");
    assertEquals("", listener.next());
    before.send("frame");
    assertEquals("frame", listener.next());

    for (int i = 0; i < 10; i++) {
      assertEquals(1, lookedAt(guard));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Transfer-Encoding: chunked;Content-Length: 3,400",
    "Content-Length: 3;Transfer-Encoding: chunked,400",
    "Transfer-Encoding: chunked;Transfer-Encoding: chunked,400",
    "Transfer-Encoding: gzip,400",
    "Upgrade: h2c;Transfer-Encoding: gzip,400",
    "Upgrade: h2c;Transfer-Encoding: chunked,200",
    "Upgrade: websocket;Transfer-Encoding: chunked,400",
    "Upgrade: WebSocket;Content-Length: 3,400",
    "Upgrade: websocket;Expect: 100-continue,400",
    "Expect: beer;Content-Length: 3,417",
    "Expect: beer,417",
    "Transfer-Encoding: chunked,200"
  })
  void refusesWhatIsNotClear(String headers, int status) throws Exception {
    insert(guard(9, LONG));
    String head = "PUT / HTTP/1.1\r\nHost: localhost\r\n" + headers.replace(";", "\r\n");
    Answer answer = before.send(head + "\r\n\r\n3\r\nabc\r\n0\r\n\r\n").answer(PATIENCE);
    assertEquals(status, answer.status(), answer.text());
    assertTrue(status != 200 || answer.text().endsWith("\r\n\r\nabc"), answer.text());
  }

  private static String packed(int length) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write("x".repeat(length).getBytes(StandardCharsets.ISO_8859_1));
    }
    return "PUT / HTTP/1.1\r\nHost: localhost\r\nContent-Encoding: gzip\r\nContent-Length: "
        + bytes.size()
        + "\r\n\r\n"
        + bytes.toString(StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 500_000})
  void unpacksNothing(int length) throws Exception {
    Runnable undo = insert(guard(9, LONG));
    Answer answer = before.send(packed(length)).answer(PATIENCE);
    assertEquals(415, answer.status(), answer.text());
    assertEquals("identity", answer.header("Accept-Encoding").orElse(""));
    assertTrue(answer.closed());

    undo.run();
    try (RawHttp other = new RawHttp(listener.port())) {
      String bare = other.send(packed(3)).answer(PATIENCE).text();
      assertTrue(bare.endsWith("\r\n\r\nxxx"), bare);
    }
  }

  @Test
  void packsAnswersAsBefore() throws Exception {
    insert(guard(9, LONG));
    String wish = "GET /much HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n";
    Answer answer = before.send(wish).answer(PATIENCE);
    assertEquals("gzip", answer.header("Content-Encoding").orElse(""));
    assertTrue(answer.text().length() < 100_000, "eight million of the same letter");
  }

  @ParameterizedTest
  @CsvSource({
    "GET / HTTP/1.1;Host: a;Host: b,400",
    "GET / HTTP/1.1;Host: a;Host: a,400",
    "GET / HTTP/1.1;Host:,400",
    "GET / HTTP/1.1;Host: a:b,400",
    "GET / HTTP/1.1;Host: a@b,400",
    "GET / HTTP/1.1;Host: a:1@b,400",
    "GET / HTTP/1.1;Host: a b,400",
    "GET / HTTP/1.1;Host: [::1,400",
    "GET / HTTP/1.1;Host: a;Host: b;Upgrade: websocket;Connection: Upgrade,400",
    "CONNECT a:80 HTTP/1.1;Host: a:80,405",
    "GET / HTTP/1.1;Host: [fe80::1%eth0]:80,200",
    "GET / HTTP/1.1;Host: 127.0.0.1:,200",
    "GET / HTTP/1.1;Host: xn--mnchen-3ya.example.:8090,200"
  })
  void refusesWhoDoesNotSayForWhom(String head, int status) throws Exception {
    insert(guard(9, LONG));
    Answer answer = before.send(head.replace(";", "\r\n") + "\r\n\r\n").answer(PATIENCE);
    assertEquals(status, answer.status(), answer.text());
    assertEquals(status != 200, answer.closed());
    assertTrue(status == 200 || answer.text().contains("problem+json"), answer.text());
  }

  @ParameterizedTest
  @CsvSource({
    "ftp://localhost/rooms,400",
    "rooms,400",
    "/%00,400",
    "/a%2,400",
    "/..\\x,400",
    "*,200",
    "/a%20b;c?d=%,200",
    "http://localhost/rooms,200",
    "http://localhost,200"
  })
  void refusesAPathThatIsNone(String target, int status) throws Exception {
    insert(guard(9, LONG));
    Answer answer =
        before.send("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n").answer(PATIENCE);
    assertEquals(status, answer.status(), answer.text());
    assertTrue(status == 200 || answer.text().contains("problem+json"), answer.text());
  }

  @Test
  void readsNoChunksOfAnOlderProtocol() throws Exception {
    insert(guard(9, LONG));
    String head = "PUT / HTTP/1.0\r\nConnection: keep-alive\r\nTransfer-Encoding: chunked\r\n\r\n";
    Answer answer = before.send(head + "3\r\nabc\r\n0\r\n\r\n").answer(PATIENCE);
    assertTrue(answer.text().contains(" 400 "), answer.text());
    assertTrue(answer.closed());
  }

  /** What the container answers before anybody sees a request. */
  @ParameterizedTest
  @ValueSource(strings = {"GET / HTTP/1.1", "GET / HTTP/7.7\r\nHost: a", "GET /\0 HTTP/1.1"})
  void hardensWhatTheContainerAnswersByItself(String head) throws Exception {
    Runnable undo = insert(guard(9, LONG));
    Answer answer = before.send(head + "\r\n\r\n").answer(PATIENCE);
    assertTrue(answer.status() >= 400, answer.text());
    assertEquals("nosniff", answer.header("X-Content-Type-Options").orElse(""), answer.text());
    assertEquals(Problem.CONTENT_TYPE, answer.header("Content-Type").orElse(""), answer.text());
    assertEquals("identity", answer.header("Content-Encoding").orElse(""), answer.text());
    String code = answer.status() == 505 ? "http-version" : "malformed-request";
    assertTrue(answer.text().endsWith("\"code\":\"" + code + "\"}"), answer.text());
    assertTrue(answer.closed());

    undo.run();
    try (RawHttp other = new RawHttp(listener.port())) {
      Answer bare = other.send(head + "\r\n\r\n").answer(PATIENCE);
      assertEquals("", bare.header("X-Content-Type-Options").orElse(""));
    }
  }

  @Test
  void tellsItInTheReadersLanguageAndNothingToWhoAsksForTheHead() throws Exception {
    insert(guard(9, LONG));
    Answer german = before.send("GET / HTTP/1.1\r\nAccept-Language: de\r\n\r\n").answer(PATIENCE);
    assertTrue(german.text().contains("Das ist keine Anfrage"), german.text());
    try (RawHttp other = new RawHttp(listener.port())) {
      Answer bare = other.send("HEAD / HTTP/1.1\r\n\r\n").answer(PATIENCE);
      assertEquals(400, bare.status());
      assertTrue(bare.text().endsWith("\r\n\r\n"), bare.text());
    }
  }

  @Test
  void tellsOfAHeadThatIsTooLong() throws Exception {
    insert(guard(9, LONG));
    String head = "GET / HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(9000) + "\r\n\r\n";
    Answer answer = before.send(head).answer(PATIENCE);
    assertTrue(answer.text().contains("malformed-request"), answer.text());
  }

  private static String put(String content) {
    return head(content.length()) + content;
  }

  private static int lookedAt(RequestGuard guard) {
    guard.look();
    return guard.open();
  }

  private Answer another() {
    try (RawHttp client = new RawHttp(listener.port())) {
      return ask(client);
    }
  }

  @Test
  void whoDoesNotWaitForAnAnswerHasThatOneAndIsDisconnected() throws Exception {
    insert(guard(9, LONG));

    Answer answer = before.send((head(2) + "ab").repeat(3)).answer(PATIENCE);

    assertTrue(answer.text().endsWith("\r\n\r\nab"), answer.text());
    assertEquals(1, answer.text().split("HTTP/1.1 ", -1).length - 1, answer.text());
    assertTrue(answer.closed());
  }

  private static String much(String client) {
    return "GET /much HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: " + client + "\r\n\r\n";
  }

  /** Each of them leaves less than an address may, and all together more. */
  @ParameterizedTest
  @CsvSource({"'127.0.0.1,::1',true", "'',false"})
  void whatAProxysClientsLeaveUnreadIsCountedForEachOfThem(String proxies, boolean stay)
      throws Exception {
    Map<String, String> media = Map.of("plenum.media.trusted-proxies", proxies);
    RequestGuard guard = guard(9, LONG, LONG, 8_100_000, media);
    insert(guard);
    List<RawHttp> clients = Stream.generate(() -> new RawHttp(listener.port())).limit(6).toList();
    for (int i = 0; i < clients.size(); i++) {
      clients.get(i).send(much("192.0.2." + i));
      assertEquals("", listener.next());
    }

    // The connection of before may have been seen as well.
    assertEquals(stay, lookedAt(guard) >= clients.size());
    clients.forEach(RawHttp::close);
  }

  private static final PersonId ADA = PersonId.fresh();

  private Optional<PersonId> known(RequestHead head) {
    return head.header().apply("Cookie").filter("ada"::equals).map(cookie -> ADA);
  }

  private static String held(String cookie) {
    return "GET /held HTTP/1.1\r\nHost: localhost\r\nCookie: " + cookie + "\r\n\r\n";
  }

  /** A person may have one request served at a time here. */
  @Test
  void whoAsksForMuchAtOnceIsRefusedAMomentLaterAndOthersAreServed() throws Exception {
    insert(guard(9, LONG));
    before.send(held("ada"));
    assertEquals("held", listener.next());
    try (RawHttp more = new RawHttp(listener.port());
        RawHttp other = new RawHttp(listener.port())) {
      more.send(held("ada"));
      other.send(held("bob"));
      assertEquals("held", listener.next());
      assertEquals(0, more.answer(Duration.ofMillis(300)).status());

      timers.pass(Refusing.PAUSE);
      Answer refused = more.answer(PATIENCE);
      assertEquals(429, refused.status(), refused.text());
      assertTrue(refused.text().contains("\"code\":\"too-often\""), refused.text());
      assertTrue(refused.header("Retry-After").isPresent(), refused.text());
      assertTrue(refused.closed());

      listener.release();
      assertEquals(200, before.answer(PATIENCE).status());
      assertEquals(200, other.answer(PATIENCE).status());
    }
    assertEquals(200, before.send(held("ada")).answer(PATIENCE).status());
  }
}
