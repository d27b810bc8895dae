package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plenum.e2e.Soon.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import plenum.testing.NeedsSrs;
import plenum.testing.PerClass;
import plenum.testing.RealSrs;
import plenum.testing.SrsSite;

/** Meetings whose media flows through two real SRS, given by {@code -Dsrs.binary}. */
@NeedsSrs
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SrsMeetingIT {

  @RegisterExtension static final PerClass<SrsSite> SITE = PerClass.site(() -> SrsSite.start(2));

  @RegisterExtension private final People people = new People(() -> SITE.get().server());

  private static Stream<RealSrs> alive() {
    return SITE.get().nodes().stream().filter(RealSrs::isAlive);
  }

  /** The node whose list has publishers. */
  private static RealSrs busy() {
    return alive().filter(node -> node.access().publishers() > 0).findFirst().orElseThrow();
  }

  private static boolean hasSessions(RealSrs node) {
    return node.access().clients().contains("rtc-");
  }

  @Test
  @Order(1)
  void fourPeopleMeetAndLeaveNothingBehind() {
    String room = people.room(people.roomName("Through SRS"));
    Person ada = people.named("Ada");
    Person bob = people.named("Bob");
    Person cleo = people.named("Cleo");
    Person dan = people.named("Dan");
    RoomPage adasPage = ada.enter(room);
    RoomPage bobsPage = bob.enter(room);
    RoomPage cleosPage = cleo.enter(room);
    RoomPage dansPage = dan.enter(room);

    adasPage.awaitMediaFrom(bob, cleo, dan);
    bobsPage.awaitMediaFrom(ada, cleo, dan);
    cleosPage.awaitMediaFrom(ada, bob, dan);
    dansPage.awaitMediaFrom(ada, bob, cleo);
    assertEquals(
        1,
        SITE.get().nodes().stream().filter(SrsMeetingIT::hasSessions).count(),
        "a room has one node");

    dan.leave();
    cleo.leave();
    adasPage.awaitMediaFrom(bob);
    assertThat(adasPage.tiles()).hasCount(2);
    awaitPublishers(2);
  }

  private static void awaitPublishers(int count) {
    Eventually.eventually(
        count + " publishers on the nodes",
        () -> alive().mapToInt(node -> node.access().publishers()).sum(),
        publishers -> publishers == count);
    assertTrue(SITE.get().nodes().stream().allMatch(RealSrs::isAlive), "an SRS ended by itself");
  }

  @Test
  @Order(2)
  void aReloadIsBackInTheMeeting() {
    String room = people.room(people.roomName("Through SRS"));
    Person ada = people.named("Ada");
    Person bob = people.named("Bob");
    RoomPage adasPage = ada.enter(room);
    RoomPage bobsPage = bob.enter(room);
    adasPage.awaitMediaFrom(bob);
    bobsPage.page().reload();
    bobsPage.awaitSeat();
    bobsPage.awaitMediaFrom(ada);
    adasPage.awaitMediaFrom(bob);
  }

  private Person watching(String name) {
    return people.newcomer(name).startingWith(Scripts.KEEP_FRAMES).arrive();
  }

  @Test
  @Order(3)
  void movesARoomToAnotherNodeWhenItsOwnIsKilled() {
    awaitPublishers(0);
    String room = people.room(people.roomName("Through SRS"));
    Person ada = watching("Ada");
    Person bob = watching("Bob");
    RoomPage adasPage = ada.enter(room);
    RoomPage bobsPage = bob.enter(room);
    adasPage.awaitMediaFrom(bob);
    bobsPage.awaitMediaFrom(ada);
    adasPage.forgetFrames();
    bobsPage.forgetFrames();
    adasPage.awaitPicturesFrom(bob);

    busy().kill();

    Eventually.eventually(
        "sessions on the other node",
        () -> alive().allMatch(SrsMeetingIT::hasSessions),
        moved -> moved);
    adasPage.awaitMediaFrom(bob);
    bobsPage.awaitMediaFrom(ada);
    for (RoomPage page : List.of(adasPage, bobsPage)) {
      RoomPage.Gap gap = page.gap();
      System.out.printf(
          "A node was killed: %.0f ms from the last picture to the first of the new connection;"
              + " %.0f ms from the news of the other node to it.%n",
          gap.withoutPicture(), gap.afterTheMove());
      assertThat(page.tiles()).hasCount(2);
      assertThat(page.banner("media")).hasCount(0);
    }
  }

  @Test
  @Order(4)
  void saysThatNoNodeIsLeftAndGoesOnWhenOneIsBack() {
    String room = people.room(people.roomName("Through SRS"));
    Person ada = people.newcomer("Ada").startingWith(Scripts.KEEP_WHAT_WAS_SEEN).arrive();
    Person bob = people.named("Bob");
    RoomPage adasPage = ada.enter(room);
    RoomPage bobsPage = bob.enter(room);
    adasPage.awaitMediaFrom(bob);
    adasPage.forgetWhatWasSeen();

    alive().forEach(RealSrs::kill);

    assertThat(adasPage.banner("media")).isVisible();
    assertThat(bobsPage.banner("media")).isVisible();

    long began = System.nanoTime();
    SITE.get().nodes().get(0).start();

    assertThat(adasPage.banner("media")).hasCount(0);
    adasPage.awaitMediaFrom(bob);
    bobsPage.awaitMediaFrom(ada);
    System.out.printf(
        "Everybody was seen again %.1f s after SRS was started again.%n",
        (System.nanoTime() - began) / 1e9);
    assertEquals(List.of(2), adasPage.tileCountsSeen(), "nobody left");
  }
}
