package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plenum.e2e.Eventually.eventually;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import plenum.testing.NeedsSrs;
import plenum.testing.PerClass;
import plenum.testing.SrsSite;

/**
 * Cameras are sent small by SRS to whoever shows them small; SRS is given by {@code -Dsrs.binary}.
 */
@NeedsSrs
class SrsSmallPicturesIT {

  private static final int SMALL = 180;

  @RegisterExtension static final PerClass<SrsSite> SITE = PerClass.site(SrsSite::start);

  @RegisterExtension private final People people = new People(() -> SITE.get().server());

  private static int publishers() {
    return SITE.get().srs().access().publishers();
  }

  private static int linesOf(RoomPage page, Person person) {
    Object lines =
        page.tileOf(person).locator("video").evaluate("video => Math.round(video.videoHeight)");
    return ((Number) lines).intValue();
  }

  /** Notes for how long at most no new frame is drawn in somebody's tile, and how often none is. */
  private static void watchFrames(RoomPage page, Person person) {
    page.tileOf(person)
        .locator("video")
        .evaluate(
            """
            (video) => {
              window.longest = 0;
              window.emptied = 0;
              video.addEventListener("emptied", () => window.emptied++);
              let last = performance.now();
              const drawn = () => {
                window.longest = Math.max(window.longest, performance.now() - last);
                last = performance.now();
                video.requestVideoFrameCallback(drawn);
              };
              video.requestVideoFrameCallback(drawn);
            }
            """);
  }

  private static double longestGap(RoomPage page) {
    return ((Number) page.page().evaluate("window.longest")).doubleValue();
  }

  private static int emptied(RoomPage page) {
    return ((Number) page.page().evaluate("window.emptied")).intValue();
  }

  @Test
  void whoShowsACameraSmallGetsASmallStreamAsLongAsTheyDo() {
    String room = people.room(people.roomName("Small pictures"));
    Person ada = people.newcomer("Ada").sharp().arrive();
    Person bob = people.newcomer("Bob").sharp().arrive();
    RoomPage adasPage = ada.enter(room);
    RoomPage bobsPage = bob.enter(room);
    adasPage.awaitMediaFrom(bob);
    bobsPage.awaitMediaFrom(ada);
    eventually("a large picture", () -> linesOf(bobsPage, ada), lines -> lines > SMALL);
    watchFrames(bobsPage, ada);

    bobsPage.page().setViewportSize(360, 300);
    eventually("the small picture", () -> linesOf(bobsPage, ada), lines -> lines == SMALL);
    bobsPage.awaitMediaFrom(ada);
    double down = longestGap(bobsPage);
    assertEquals(0, emptied(bobsPage), "one picture followed the other");
    assertTrue(linesOf(adasPage, bob) > SMALL, "who shows it large gets it large");

    watchFrames(bobsPage, ada);
    bobsPage.page().setViewportSize(1280, 720);
    eventually("a large picture", () -> linesOf(bobsPage, ada), lines -> lines > SMALL);
    bobsPage.awaitMediaFrom(ada);
    double up = longestGap(bobsPage);
    eventually("the end of the small stream", SrsSmallPicturesIT::publishers, all -> all == 2);
    System.out.printf(
        "Without a new frame for at most %.0f ms to the small stream, %.0f ms back.%n", down, up);
    assertEquals(0, emptied(bobsPage), "one picture followed the other");
  }

  @Test
  void whoWantsSoundOnlyGetsNoPictures() {
    String room = people.room(people.roomName("Sound only"));
    Person ada = people.named("Ada");
    Person bob = people.newcomer("Bob").soundOnly().arrive();
    RoomPage adasPage = ada.enter(room);
    RoomPage bobsPage = bob.enter(room);
    adasPage.awaitMediaFrom(bob);
    bobsPage.awaitSoundFrom(ada);
    double frames = bobsPage.stats().from(ada).orElseThrow().framesDecoded();
    assertEquals(0, frames, "nothing of the picture arrived");
  }
}
