package plenum.media.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import plenum.media.LayersWanted;
import plenum.media.OnAir;
import plenum.media.PicturesShort;
import plenum.media.Shortage;
import plenum.media.StreamId;
import plenum.media.StreamPublished;
import plenum.media.StreamUnpublished;
import plenum.media.VoiceHeard;

class AirBoardTest {

  private static final StreamId ID = new StreamId("group", "abc-camera");
  private static final OnAir ON_AIR = new OnAir(ID, true, true, "VP8");

  private final List<Object> events = new ArrayList<>();
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private final AirBoard board = new AirBoard(waiting::add, events::add);

  private void work() {
    while (!waiting.isEmpty()) {
      waiting.remove().run();
    }
  }

  @Test
  void tellsNothingOnTheNodesThread() {
    board.published(ON_AIR, "c1");
    assertEquals(List.of(), events);
  }

  @Test
  void tellsWhatCameAndWent() {
    board.published(ON_AIR, "c1");
    work();
    board.unpublished(ID, "c1");
    work();
    assertEquals(List.of(new StreamPublished(ON_AIR), new StreamUnpublished(ID)), events);
  }

  @Test
  void tellsWhoseVoiceIsHeardAsLongAsTheirStreamIsOnAir() {
    board.speaking(ID, "c1", true);
    board.published(ON_AIR, "c1");
    board.speaking(ID, "c1", false);
    board.speaking(ID, "c1", true);
    work();
    board.speaking(ID, "c0", false);
    board.published(ON_AIR, "c1");
    work();
    board.unpublished(ID, "c1");
    board.published(ON_AIR, "c2");
    work();
    board.speaking(ID, "c2", true);
    work();
    assertEquals(
        List.of(
            new StreamPublished(ON_AIR),
            new VoiceHeard(ID, true),
            new StreamUnpublished(ID),
            new StreamPublished(ON_AIR),
            new VoiceHeard(ID, true)),
        events);
  }

  @Test
  void tellsOfAnotherPublisherThatTheFirstOneLeft() {
    board.published(ON_AIR, "c1");
    work();
    board.unpublished(ID, "c1");
    board.published(ON_AIR, "c2");
    work();
    assertEquals(
        List.of(
            new StreamPublished(ON_AIR), new StreamUnpublished(ID), new StreamPublished(ON_AIR)),
        events);
  }

  @Test
  void tellsOfAnotherCodecWithoutTakingTheStreamOffAir() {
    OnAir other = new OnAir(ID, ON_AIR.audio(), ON_AIR.video(), "H264");
    board.published(ON_AIR, "c1");
    work();
    board.published(other, "c1");
    work();
    board.unpublished(ID, "c1");
    work();
    assertEquals(
        List.of(new StreamPublished(ON_AIR), new StreamPublished(other), new StreamUnpublished(ID)),
        events);
  }

  @Test
  void tellsWhichEncodingsAreNeeded() {
    board.published(ON_AIR, "c1");
    board.layersWanted(ID, "c1", List.of("h", "l"));
    board.layersWanted(ID, "another", List.of("m"));
    work();
    board.layersWanted(ID, "c1", List.of("l"));
    board.published(ON_AIR, "c1");
    work();
    assertEquals(
        List.of(
            new StreamPublished(ON_AIR),
            new LayersWanted(ID, List.of("h", "l")),
            new LayersWanted(ID, List.of("l"))),
        events);
  }

  @Test
  void forgetsWhatWasNeededOfAnotherPublisher() {
    board.published(ON_AIR, "c1");
    board.layersWanted(ID, "c1", List.of("l"));
    work();
    events.clear();
    board.published(ON_AIR, "c2");
    work();
    assertEquals(List.of(new StreamUnpublished(ID), new StreamPublished(ON_AIR)), events);
  }

  @Test
  void tellsNothingOfWhatIsOverBeforeItCouldBeTold() {
    board.published(ON_AIR, "c1");
    board.unpublished(ID, "c1");
    work();
    assertEquals(List.of(), events);
  }

  @Test
  void waitsInOnePieceHoweverMuchHappens() {
    for (int i = 0; i < 1000; i++) {
      board.published(ON_AIR, "c" + i);
      board.unpublished(ID, "c" + i);
    }
    assertEquals(1, waiting.size());
  }

  @Test
  void ignoresTheLateGoodbyeOfAnEarlierPublisher() {
    board.published(ON_AIR, "c1");
    board.published(ON_AIR, "c2");
    board.unpublished(ID, "c1");
    assertEquals(Optional.of(ON_AIR), board.onAir(ID));
  }

  @Test
  void survivesAnObserverThatFails() {
    AirBoard fragile =
        new AirBoard(
            Runnable::run,
            event -> {
              events.add(event);
              throw new IllegalStateException("on purpose");
            });
    fragile.published(ON_AIR, "c1");
    fragile.unpublished(ID, "c1");
    assertEquals(2, events.size());
  }

  @Test
  void tellsOnAfterAnErrorInAnObserver() {
    AirBoard fragile =
        new AirBoard(
            waiting::add,
            event -> {
              events.add(event);
              throw new NoClassDefFoundError("on purpose");
            });
    fragile.published(ON_AIR, "c1");
    work();
    fragile.unpublished(ID, "c1");
    work();
    assertEquals(List.of(new StreamPublished(ON_AIR), new StreamUnpublished(ID)), events);
  }

  @Test
  void tellsWhatIsShortAsItWasReportedLast() {
    StreamId receiver = new StreamId("group", "r-receiver");
    Shortage smaller = new Shortage(true, Shortage.Cause.LINK);
    Shortage none = new Shortage(false, Shortage.Cause.BUDGET);
    board.shortages(receiver, Map.of(ID, smaller));
    board.shortages(receiver, Map.of(ID, none));
    work();
    board.shortages(receiver, Map.of());
    work();
    assertEquals(
        List.of(
            new PicturesShort(receiver, Map.of(ID, none)), new PicturesShort(receiver, Map.of())),
        events);
  }
}
