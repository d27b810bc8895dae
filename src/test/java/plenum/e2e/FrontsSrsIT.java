package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import plenum.testing.FreePorts;
import plenum.testing.Front;
import plenum.testing.FrontFiles;
import plenum.testing.NeedsFront;
import plenum.testing.NeedsSrs;
import plenum.testing.PlenumServer;
import plenum.testing.RealSrs;
import plenum.testing.SelfSigned;
import plenum.testing.SrsAccess;

/** {@code deploy/nginx.conf} before Plenum and a real SRS. */
@NeedsSrs
class FrontsSrsIT {

  @TempDir private static Path folder;
  private static RealSrs srs;
  private static PlenumServer server;
  private static Front nginx;

  @RegisterExtension final People people = new People(() -> server);

  /** What pages asked for, as {@code POST https://...}. */
  private final List<String> asked = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void start() {
    int port = FreePorts.tcp();
    server = PlenumServer.startAt(plenum -> settings(plenum, port));
    if (Front.find("nginx").isPresent()) {
      SrsAccess access = srs.access();
      SelfSigned own = SelfSigned.in(folder);
      nginx =
          FrontFiles.nginx(
              own, port, server.port(), access.api().getPort(), access.http().getPort());
    }
  }

  private static Map<String, String> settings(int plenum, int nginxPort) {
    srs = RealSrs.prepare().hooksTo(plenum).start();
    Map<String, String> all = new HashMap<>(srs.access().settings());
    all.put("plenum.media.trusted-proxies", "127.0.0.1");
    all.put("plenum.media.http-address", "https://localhost:" + nginxPort + "/pull");
    return all;
  }

  @AfterAll
  static void stop() {
    if (nginx != null) {
      nginx.close();
    }
    server.stop();
    srs.close();
  }

  private Person comesThrough(String name) {
    Person person = people.newcomer(name).sharp().at(nginx.url()).arrive();
    person.context().onRequest(request -> asked.add(request.method() + " " + request.url()));
    return person;
  }

  @Test
  @NeedsFront("nginx")
  void theyMeetAndAreWatched() {
    Person ada = comesThrough("Ada");
    Person bob = comesThrough("Bob");
    String room = people.room(people.roomName("Lecture"));
    RoomPage adas = ada.enter(room);
    RoomPage bobs = bob.enter(room);
    adas.awaitMediaFrom(bob);
    bobs.awaitMediaFrom(ada);
    assertEquals(2, srs.access().publishers());

    Person cleo = comesThrough("Cleo");
    WatchPage page = WatchPage.open(cleo, room);
    page.awaitPicture();
    assertTrue(asked.stream().anyMatch(one -> one.contains("/pull/group/")), asked.toString());
    page.format("More compatible").click();
    page.awaitPicture();
    assertTrue(page.fetched(".ts?viewer=") > 0);

    bobs.leave();
    assertTrue(
        asked.stream().anyMatch(one -> one.startsWith("DELETE " + nginx.url() + "/rtc/v1/whip/")),
        asked.toString());
    assertEquals(List.of(), asked.stream().filter(one -> !one.contains("" + nginx.url())).toList());
  }
}
