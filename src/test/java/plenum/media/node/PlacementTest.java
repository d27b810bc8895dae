package plenum.media.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plenum.media.MediaRefusal;
import plenum.media.Place;
import plenum.media.PlaceKind;
import plenum.media.StreamId;

class PlacementTest {

  private static final Place ROOM = new Place(PlaceKind.GROUP, "room1");
  private static final StreamId ADA = new StreamId("group", "ada");
  private static final StreamId BOB = new StreamId("group", "bob");

  private final FakeNode first = new FakeNode();
  private final FakeNode second = new FakeNode();
  private final Set<MediaNode> out = new HashSet<>();
  private final Placement placement = new Placement(out::contains);
  private final List<Place> moved = new ArrayList<>();
  private final Nodes nodes =
      new Nodes(placement, List.of(first, second), event -> moved.add(event.place()));

  private static NodeState ready(double load, String incarnation) {
    return new NodeState.Ready("fake", load, incarnation);
  }

  private void publish(StreamId stream) {
    nodes.publish(new NodeOffer(stream, "v=0", InetAddress.getLoopbackAddress()));
  }

  @Test
  void tellsOncePerChange() {
    placement.add(ADA, ROOM);
    placement.add(BOB, ROOM);
    publish(ADA);
    publish(BOB);
    nodes.review();
    nodes.review();
    assertEquals(List.of(ROOM), moved);
  }

  @Test
  void keepsAllStreamsOfAPlaceOnTheLeastLoadedNode() {
    first.be(ready(0.9, "a"));
    placement.add(ADA, ROOM);
    placement.add(BOB, ROOM);
    publish(ADA);
    first.be(ready(0.0, "a"));
    publish(BOB);
    assertEquals(0, first.offers().size());
    assertEquals(2, second.offers().size());
  }

  @Test
  void spreadsPlacesOverEquallyLoadedNodes() {
    for (int i = 0; i < 6; i++) {
      StreamId stream = new StreamId("group", "s" + i);
      placement.add(stream, new Place(PlaceKind.GROUP, "room" + i));
      publish(stream);
    }
    assertEquals(3, first.offers().size());
    assertEquals(3, second.offers().size());
  }

  @Test
  void movesThePlacesOfANodeThatFailed() {
    placement.add(ADA, ROOM);
    publish(ADA);
    long before = nodes.media(ROOM).placement();
    assertEquals(List.of(ROOM), moved);
    moved.clear();
    first.be(new NodeState.Failed("gone"));
    nodes.review();
    assertEquals(List.of(ROOM), moved);
    assertEquals(Optional.of(second), placement.nodeOf(ADA));
    assertTrue(nodes.media(ROOM).available());
    assertTrue(nodes.media(ROOM).placement() > before);
  }

  @Test
  void tellsThatNobodyServesAndThatANodeIsBack() {
    placement.add(ADA, ROOM);
    publish(ADA);
    moved.clear();
    first.be(new NodeState.Failed("gone"));
    second.be(new NodeState.Failed("gone"));
    nodes.review();
    assertFalse(nodes.media(ROOM).available());
    assertThrows(MediaRefusal.class, () -> publish(ADA));
    first.be(ready(0, "again"));
    nodes.review();
    assertTrue(nodes.media(ROOM).available());
    assertEquals(List.of(ROOM, ROOM), moved);
  }

  @Test
  void givesAnotherNumberToANodeThatWasStartedAnew() {
    placement.add(ADA, ROOM);
    publish(ADA);
    moved.clear();
    long before = nodes.media(ROOM).placement();
    second.be(new NodeState.Failed("gone"));
    first.be(ready(0, "again"));
    nodes.review();
    assertTrue(nodes.media(ROOM).placement() > before);
    assertEquals(List.of(ROOM), moved);
  }

  @Test
  void movesThePlacesOfANodeThatIsTakenOutAndGivesItNothing() {
    placement.add(ADA, ROOM);
    publish(ADA);
    moved.clear();
    out.add(first);
    nodes.review();
    assertEquals(List.of(ROOM), moved);
    assertEquals(Optional.of(second), placement.nodeOf(ADA));
    assertTrue(nodes.media(ROOM).available());

    placement.add(BOB, new Place(PlaceKind.GROUP, "room2"));
    assertFalse(placement.claim(BOB, first));
    publish(BOB);
    assertEquals(Optional.of(second), placement.nodeOf(BOB));
    second.be(new NodeState.Failed("gone"));
    nodes.review();
    assertFalse(nodes.media(ROOM).available());
    assertEquals(new NodeState.Failed("gone"), nodes.state());
  }

  @Test
  void leavesThePlacesWhereTheyAreWhenANodeIsPutBack() {
    out.add(first);
    placement.add(ADA, ROOM);
    publish(ADA);
    moved.clear();
    out.clear();
    nodes.review();
    assertEquals(List.of(), moved);
    placement.add(BOB, new Place(PlaceKind.GROUP, "room2"));
    publish(BOB);
    assertEquals(Optional.of(first), placement.nodeOf(BOB));
  }

  /** What began before a place moved is ended where it began. */
  @Test
  void endsASessionThatIsStillOnTheNodeBefore() {
    placement.add(ADA, ROOM);
    NodeAnswer answer = nodes.publish(new NodeOffer(ADA, "v=0", InetAddress.getLoopbackAddress()));
    out.add(first);
    nodes.review();
    assertTrue(nodes.end(ADA, answer.session(), answer.token()));
    assertFalse(nodes.end(ADA, "another", "token"));
  }

  @Test
  void forgetsAPlaceWithItsLastStream() {
    placement.add(ADA, ROOM);
    publish(ADA);
    placement.remove(ADA);
    assertEquals(0, nodes.media(ROOM).placement());
    assertEquals(Optional.empty(), placement.nodeOf(ADA));
  }

  @Test
  void letsAProxysChoiceStandUnlessThePlaceLivesElsewhere() {
    placement.add(ADA, ROOM);
    assertTrue(placement.claim(ADA, second));
    assertFalse(placement.claim(ADA, first));
    assertFalse(placement.claim(BOB, first));
  }
}
