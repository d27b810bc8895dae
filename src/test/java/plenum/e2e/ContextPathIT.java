package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plenum.e2e.Soon.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plenum.testing.FreePorts;
import plenum.testing.Front;
import plenum.testing.FrontFiles;
import plenum.testing.NeedsFront;
import plenum.testing.PlenumServer;
import plenum.testing.Quick;
import plenum.testing.RawHttp;
import plenum.testing.SelfSigned;

/** A site that shares its host with others and has one path of it, {@code /plenum}. */
class ContextPathIT {

  private static final String PATH = "/plenum";

  private static PlenumServer server;

  @RegisterExtension final People people = new People(() -> server);

  /** Addresses that pages of this test asked for. */
  private final List<String> asked = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void start() {
    server =
        PlenumServer.start(
            Map.of("plenum.http.context-path", PATH, "plenum.media.trusted-proxies", "127.0.0.1"));
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  private Person named(String name) {
    return watched(newcomer(name).arrive());
  }

  private Newcomer newcomer(String name) {
    return people.newcomer(name).at(server.url(PATH));
  }

  private Person watched(Person person) {
    person.context().onRequest(request -> asked.add(request.url()));
    person.context().onPage(page -> page.onWebSocket(socket -> asked.add(socket.url())));
    return person;
  }

  /** Everything was asked for below the path, and something like each of these was. */
  private void assertStayedBelow(String... some) {
    List<String> paths =
        asked.stream()
            .filter(address -> !address.startsWith("blob:") && !address.startsWith("data:"))
            .map(address -> URI.create(address).getRawPath())
            .toList();
    assertEquals(List.of(), paths.stream().filter(path -> !path.startsWith(PATH + "/")).toList());
    for (String one : some) {
      assertTrue(paths.stream().anyMatch(path -> path.startsWith(one)), one + " in " + paths);
    }
  }

  @Test
  @Quick
  void twoPeopleMeetThere() {
    Person ada = watched(newcomer("Ada").nameless().arrive());
    Page door = ada.open("/");
    new DevicePage(door).goOnAs(ada.name());
    door.waitForURL("**" + PATH + "/rooms");
    String room = people.roomName("Meeting");
    RoomsPage rooms = new RoomsPage(door);
    rooms.create(room);
    RoomPage adas = rooms.join(room);
    people.forgetLater(door.url().replaceFirst(".*id=", ""));

    Person bob = named("Bob");
    RoomPage bobs = bob.onRoomsPage().join(room);

    adas.awaitMediaFrom(bob);
    bobs.awaitMediaFrom(ada);
    bobs.leave();
    assertThat(adas.tiles()).hasCount(1);
    assertStayedBelow(
        PATH + "/signal",
        PATH + "/api/me",
        PATH + "/resources/~",
        PATH + "/rtc/v1/whip/",
        PATH + "/rtc/v1/receive/");
  }

  /** With something else at the root of the same host. */
  @Test
  @NeedsFront("nginx")
  void twoPeopleMeetThereThroughNginx(@TempDir Path folder) {
    SelfSigned own = SelfSigned.in(folder);
    try (Front nginx = FrontFiles.nginxWithPath(own, FreePorts.tcp(), server.port())) {
      URI site = nginx.url().resolve(PATH);
      Person ada = watched(people.newcomer("Ada").at(site).arrive());
      Person bob = watched(people.newcomer("Bob").at(site).arrive());
      String room = people.room(people.roomName("Meeting"));

      RoomPage adas = ada.enter(room);
      RoomPage bobs = bob.enter(room);

      adas.awaitMediaFrom(bob);
      bobs.awaitMediaFrom(ada);
      bobs.leave();
      assertStayedBelow(PATH + "/signal", PATH + "/rtc/v1/whip/");
      Page page = ada.context().newPage();
      page.navigate(nginx.url() + PATH);
      assertThat(page.locator("#device-page")).isVisible();
      assertEquals("the intranet", page.request().get(nginx.url() + "/").text());
      assertEquals(404, page.request().get(site + "/api/hooks/allow").status());
    }
  }

  @Test
  void aCallRingsAndIsAnsweredThere() {
    Person ada = named("Ada");
    Person bob = named("Bob");
    PeoplePage adas = ada.onPeoplePage();
    Page bobs = bob.onRoomsPage().page();
    CallPage caller = adas.call(bob).awaitRinging(bob);

    CallPage called = new RingDialog(bobs).await(ada).acceptWithVideo();

    called.meeting().awaitMediaFrom(ada);
    caller.meeting().awaitMediaFrom(bob);
    called.hangUp();
    assertStayedBelow(PATH + "/call");
  }

  @Test
  void whoHasNoNameIsLedBackAfterGivingOne() {
    String room = people.room(people.roomName("Meeting"));
    Person ada = watched(newcomer("Ada").nameless().arrive());
    Page page = ada.open("/room?id=" + room);
    page.waitForURL("**" + PATH + "/?next=**");
    new DevicePage(page).goOnAs(ada.name());
    new RoomPage(page).awaitSeat();
    assertTrue(page.url().endsWith(PATH + "/room?id=" + room), page.url());
    assertStayedBelow();
  }

  @Test
  void theOthersOnItsHostNeitherGetItsCookieNorLoseTheirs() {
    Person ada = named("Ada");
    ada.onRoomsPage();
    List<Cookie> cookies = ada.context().cookies();
    assertEquals(List.of("plenum"), cookies.stream().map(cookie -> cookie.name).toList());
    assertEquals(PATH + "/", cookies.get(0).path);
  }

  @Test
  void anErrorPageLeadsBackToIt() {
    Person ada = named("Ada");
    Page page = ada.open("/nowhere");
    assertThat(page.locator("h1")).isVisible();
    page.locator(".state-panel__actions a").click();
    page.waitForURL("**" + PATH + "/rooms");
    assertStayedBelow(PATH + "/nowhere", PATH + "/rooms");
  }

  /** What fronts hand on shortened is served as well, and so are SRS's hooks and the monitoring. */
  @ParameterizedTest
  @CsvSource({
    "/plenum, 308",
    "/plenum?a=b, 308",
    "/plenum/, 200",
    "/plenum/rooms, 200",
    "/plenum/health/live, 200",
    "/plenum/room%73, 200",
    "/plenum/rooms?next=/plenum/x, 200",
    "/plenum/a%2, 400",
    "/plenum/../rooms, 400",
    "/plenum/plenum/rooms, 404",
    "/plenum2/rooms, 404",
    "/%70lenum/rooms, 404",
    "/rooms, 200",
    "/health/live, 200"
  })
  void answersWithThePathAndWithout(String path, int status) {
    RawHttp.Answer answer = RawHttp.ask(server, "GET " + path + " HTTP/1.1", "Host: localhost");
    assertEquals(status, answer.status(), answer.text());
    if (status == 308) {
      assertEquals(PATH + "/", answer.header("Location").orElse(""));
    }
    assertFalse(answer.text().contains("href=\"/r"), answer.text());
  }

  /** The guards of the gate see what the container will serve. */
  @Test
  void keepsWhatOperatorsNeedToThemThere() {
    RawHttp.Answer answer =
        RawHttp.ask(
            server,
            "GET " + PATH + "/metrics HTTP/1.1",
            "Host: localhost",
            "X-Forwarded-For: 203.0.113.7");
    assertEquals(403, answer.status());
    assertEquals(
        421, RawHttp.ask(server, "GET " + PATH + "/rooms HTTP/1.1", "Host: evil.example").status());
  }

  @Test
  void theConsoleNamesTheWholeAddress() {
    Eventually.eventually(
        "the address",
        () -> server.output(),
        output -> output.contains("http://localhost:" + server.port() + PATH + "/"));
  }
}
