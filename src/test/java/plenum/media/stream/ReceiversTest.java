package plenum.media.stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plenum.identity.Actor;
import plenum.media.MediaRefusal;
import plenum.media.MediaRefusal.Reason;
import plenum.media.Place;
import plenum.media.PlaceKind;
import plenum.media.Reception;
import plenum.media.StreamAction;
import plenum.media.StreamId;
import plenum.media.node.NodeClient;
import plenum.media.node.NodeOffer;
import plenum.testing.Actors;

class ReceiversTest {

  private static final Actor ADA = Actors.known("ada");
  private static final Actor BOB = Actors.known("bob");
  private static final Place ROOM = MediaFixture.ROOM;
  private static final Reception WANTED =
      new Reception(Map.of(), Set.of(new StreamId("group", "bobs-camera")));

  private final MediaFixture media =
      new MediaFixture(Map.of("plenum.media.receive-together", "true"));
  private final Receivers receivers = media.receivers;

  private void begin(Receivers.Opened opened) {
    begin(opened, StreamAction.RECEIVE);
  }

  private void begin(Receivers.Opened opened, StreamAction action) {
    NodeOffer offer = new NodeOffer(opened.receiver(), "v=0", InetAddress.getLoopbackAddress());
    media.doorkeeper.admit(action, Optional.of(MediaFixture.text(opened.ticket())), offer);
  }

  private static void refused(Reason reason, Runnable act) {
    assertEquals(reason, assertThrows(MediaRefusal.class, act::run).reason());
  }

  private List<StreamId> sessions() {
    return media.node.clients().stream().map(NodeClient::stream).toList();
  }

  @Test
  void beginsByItsTicketAtItsDoorAlone() {
    Receivers.Opened opened = receivers.open(ADA, ROOM);
    assertTrue(opened.ticket().url().startsWith("/rtc/v1/receive/?app=group&stream="));
    refused(Reason.TICKET_FOR_SOMETHING_ELSE, () -> begin(opened, StreamAction.PLAY));
    begin(opened);
    assertEquals(Optional.of(ADA.person().value()), media.node.offers().get(0).viewer());
    assertEquals(List.of(opened.receiver()), sessions());
  }

  @Test
  void getsWhatWasSaidBeforeItWasThereAndAfter() {
    Receivers.Opened opened = receivers.open(ADA, ROOM);
    receivers.assign(ADA, ROOM, opened.receiver().name(), WANTED);
    assertEquals(Map.of(), media.node.assigned());
    begin(opened);
    assertEquals(List.of(WANTED), List.copyOf(media.node.assigned().values()));
    receivers.assign(ADA, ROOM, opened.receiver().name(), Reception.NOTHING);
    assertEquals(List.of(Reception.NOTHING), List.copyOf(media.node.assigned().values()));
  }

  @Test
  void waitsForASeatForSomeTimeWhenBegunAheadOfIt() {
    Receivers.Opened early = receivers.openAhead(ADA, ROOM);
    Receivers.Opened seated = receivers.openAhead(BOB, ROOM);
    begin(early);
    begin(seated);
    receivers.assign(BOB, ROOM, seated.receiver().name(), WANTED);
    media.timers.pass(Receivers.AHEAD.minusMillis(1));
    assertEquals(List.of(early.receiver(), seated.receiver()), sessions());
    media.timers.pass(Duration.ofMillis(1));
    assertEquals(List.of(seated.receiver()), sessions());
    assertEquals(Optional.empty(), receivers.person(early.receiver()));
    refused(Reason.TICKET_EXPIRED, () -> begin(early));
  }

  @Test
  void areFewAheadOfSeatsWhereverTheyAre() {
    Receivers.Opened bobs = receivers.openAhead(BOB, ROOM);
    Receivers.Opened seated = receivers.open(ADA, ROOM);
    List.of(bobs, seated).forEach(this::begin);
    List<Receivers.Opened> early = new ArrayList<>();
    for (int i = 0; i <= Receivers.AHEAD_OF_A_PERSON; i++) {
      early.add(receivers.openAhead(ADA, new Place(PlaceKind.GROUP, "room" + i)));
      begin(early.get(i));
    }
    assertEquals(Receivers.AHEAD_OF_A_PERSON + 2, sessions().size());
    assertEquals(Optional.empty(), receivers.person(early.get(0).receiver()));
    assertEquals(Optional.of(ADA.person()), receivers.person(seated.receiver()));
    assertEquals(Optional.of(BOB.person()), receivers.person(bobs.receiver()));
  }

  @Test
  void isSomebodysInOnePlaceAlone() {
    String name = receivers.open(ADA, ROOM).receiver().name();
    Place other = new Place(PlaceKind.GROUP, "elsewhere");
    refused(Reason.NO_SUCH_SESSION, () -> receivers.assign(BOB, ROOM, name, WANTED));
    refused(Reason.NO_SUCH_SESSION, () -> receivers.assign(ADA, other, name, WANTED));
  }

  @Test
  void endsWhenItsPersonLeavesAndItsTicketWithIt() {
    Receivers.Opened begun = receivers.open(ADA, ROOM);
    Receivers.Opened waiting = receivers.open(ADA, ROOM);
    Receivers.Opened bobs = receivers.open(BOB, ROOM);
    begin(begun);
    begin(bobs);
    receivers.leave(ROOM, ADA.person());
    assertEquals(List.of(bobs.receiver()), sessions());
    refused(Reason.TICKET_EXPIRED, () -> begin(waiting));
    refused(
        Reason.NO_SUCH_SESSION, () -> receivers.assign(ADA, ROOM, begun.receiver().name(), WANTED));
    assertEquals(Optional.empty(), receivers.person(begun.receiver()));
  }

  @Test
  void replacesItsOwnSession() {
    Receivers.Opened opened = receivers.open(ADA, ROOM);
    begin(opened);
    begin(opened);
    assertEquals(List.of(opened.receiver()), sessions());
  }

  @Test
  void areOnlySoManyOfOnePerson() {
    List<Receivers.Opened> all = new ArrayList<>();
    for (int i = 0; i <= Receivers.OF_A_PERSON; i++) {
      all.add(receivers.open(ADA, ROOM));
      begin(all.get(i));
    }
    assertEquals(Receivers.OF_A_PERSON, sessions().size());
    assertEquals(Optional.empty(), receivers.person(all.get(0).receiver()));
  }

  @Test
  void thatNeverBeganMakeRoomFirst() {
    Receivers.Opened works = receivers.open(ADA, ROOM);
    begin(works);
    Receivers.Opened tried = receivers.open(ADA, ROOM);
    for (int i = 0; i < Receivers.OF_A_PERSON; i++) {
      receivers.open(ADA, ROOM);
    }
    assertEquals(List.of(works.receiver()), sessions());
    assertEquals(Optional.of(ADA.person()), receivers.person(works.receiver()));
    assertEquals(Optional.empty(), receivers.person(tried.receiver()));
  }

  @Test
  void areRefusedWhereTheNodeCannotDoIt() {
    MediaFixture srs =
        new MediaFixture(
            Map.of(
                "plenum.media.nodes",
                "http://127.0.0.1:1985",
                "plenum.media.srs.hook-secret",
                "s".repeat(32)));
    refused(Reason.UNSUPPORTED_OFFER, () -> srs.receivers.open(ADA, ROOM));
    MediaFixture off = new MediaFixture(Map.of("plenum.media.receive-together", "false"));
    refused(Reason.UNSUPPORTED_OFFER, () -> off.receivers.open(ADA, ROOM));
  }
}
