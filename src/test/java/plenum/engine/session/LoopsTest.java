package plenum.engine.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import plenum.engine.AddressChange;
import plenum.engine.EngineSettings;
import plenum.engine.LoopStatus;
import plenum.engine.MediaRefused;
import plenum.engine.Reception;
import plenum.engine.Slots;
import plenum.engine.StreamName;

/** Rooms on two loops at one port, with clients that the system gives to either. */
@Timeout(120)
class LoopsTest {

  private static final StreamName ADA = new StreamName("live", "ada");
  private static final StreamName GRACE = new StreamName("live", "grace");

  private final EngineFixture fixture = new EngineFixture();
  private final TestMedia media = new TestMedia();
  private final Map<StreamName, TestPeer> publishers = new HashMap<>();
  private int sequence;

  @BeforeEach
  void needTwo() {
    Assumptions.assumeTrue(fixture.engine.loops().size() == 2, "This system shares no port.");
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private TestPeer publisher(StreamName stream, String place) {
    TestPeer peer = fixture.peers.peer();
    String sdp = peer.offer(TestOffer.publisher("opus", "VP8"));
    peer.answer(fixture.engine.publish(EngineFixture.offer(stream, sdp).in(place)).sdp());
    peer.awaitConnected();
    peer.await("it", () -> fixture.events.count("published " + stream.stream()) == 1);
    publishers.put(stream, peer);
    return peer;
  }

  /** Players of a stream by so many ports that each loop reads for some. */
  private List<TestPeer> players(StreamName stream, String place) {
    return players(stream, place, 8);
  }

  private List<TestPeer> players(StreamName stream, String place, int wanted) {
    List<TestPeer> players = new ArrayList<>();
    for (int i = 1; i <= wanted; i++) {
      int number = i;
      TestPeer peer = fixture.peers.peer();
      String sdp = peer.offer(TestOffer.player("opus", "VP8"));
      peer.answer(fixture.engine.play(EngineFixture.offer(stream, sdp).in(place)).sdp());
      peer.awaitConnected();
      peer.await("it", () -> fixture.events.count("played " + stream.stream()) == number);
      players.add(peer);
    }
    return players;
  }

  private void pass(TestPeer publisher, List<TestPeer> players, int packets) {
    for (int i = 0; i < packets; i++) {
      publisher.sendRtp(media.video(sequence++, 0, true, (byte) 1));
    }
    players.forEach(
        player -> player.await("its packets", () -> player.packets().size() == packets));
  }

  private long handedOver() {
    return fixture.engine.loops().stream().mapToLong(LoopStatus::handedOver).sum();
  }

  private List<Integer> sessions() {
    return fixture.engine.loops().stream().map(LoopStatus::sessions).sorted().toList();
  }

  @Test
  void playsTwoRoomsEachOnALoop() {
    TestPeer ada = publisher(ADA, "room");
    TestPeer grace = publisher(GRACE, "another");
    List<TestPeer> hearAda = players(ADA, "room");
    List<TestPeer> hearGrace = players(GRACE, "another");
    assertEquals(List.of(9, 9), sessions());
    assertTrue(handedOver() > 0, "some of 18 clients came to the other loop");
    pass(ada, hearAda, 50);
    pass(grace, hearGrace, 50);
    assertEquals(0, fixture.engine.status().unread());
    assertEquals(2, fixture.engine.streams().size());
    assertEquals(18, fixture.engine.clients().size());
  }

  @Test
  void keepsARoomOnOneLoop() {
    publisher(ADA, "room");
    publisher(GRACE, "room");
    players(ADA, "room");
    assertEquals(List.of(0, 10), sessions());
  }

  @Test
  void aReceiverIsWhereItsRoomIs() {
    publisher(ADA, "another");
    TestPeer grace = publisher(GRACE, "room");
    TestPeer peer = fixture.peers.peer();
    String sdp = peer.offer(TestOffer.receiver(1, 0));
    var offer = EngineFixture.offer(EngineFixture.RECEIVER, sdp).in("room");
    var answer = fixture.engine.receive(offer, new Slots(25, 5));
    peer.answer(answer.sdp());
    peer.awaitConnected();
    var wanted = new Reception(Map.of("0", new Reception.Picture(GRACE, 720, 0)), Set.of());
    assertTrue(fixture.engine.assign(answer.session(), answer.token(), wanted));
    peer.await("it", () -> fixture.events.count("played grace") == 1);
    grace.sendRtp(media.video(sequence++, 0, true, (byte) 1));
    peer.await("its packet", () -> peer.packets().size() == 1);
    assertEquals(List.of(1, 2), sessions());
  }

  /** Events of each stream come in order, from the loop that it lives on. */
  @Test
  void kicksAndEndsWhoeverIsOnEither() {
    publisher(ADA, "room");
    publisher(GRACE, "another");
    fixture.engine.clients().forEach(client -> assertTrue(fixture.engine.kick(client.id())));
    assertEquals(List.of(), fixture.engine.clients());
    assertEquals(1, fixture.events.count("unpublished ada"));
    assertEquals(1, fixture.events.count("unpublished grace"));
    assertEquals(List.of(0, 0), sessions());
  }

  /** Nobody gets more by coming to several loops. */
  @Test
  void countsAllLoopsTogetherForTheLimits() {
    EngineSettings usual = EngineFixture.SETTINGS;
    EngineSettings three =
        new EngineSettings(
                0,
                usual.candidates(),
                3,
                usual.maxSessionsPerAddress(),
                usual.maxHandshakes(),
                usual.maxPublisherBitrate(),
                usual.connectTimeout(),
                usual.silenceTimeout())
            .onLoops(2);
    try (EngineFixture limited = new EngineFixture(three)) {
      for (int i = 0; i < 3; i++) {
        offer(limited, i);
      }
      MediaRefused refused = assertThrows(MediaRefused.class, () -> offer(limited, 3));
      assertEquals(MediaRefused.Reason.TOO_MANY_SESSIONS, refused.reason());
      assertEquals(3, limited.engine.clients().size());
    }
  }

  @Test
  void receivesAtAllAddressesOfThisMachineWhereNoneIsChosen() {
    EngineSettings usual = EngineFixture.SETTINGS;
    EngineSettings everywhere =
        new EngineSettings(
            0,
            List.of(),
            usual.maxSessions(),
            usual.maxSessionsPerAddress(),
            usual.maxHandshakes(),
            usual.maxPublisherBitrate(),
            usual.connectTimeout(),
            usual.silenceTimeout());
    try (EngineFixture engine = new EngineFixture(everywhere)) {
      assertEquals(AddressChange.NONE, engine.engine.addresses());
    }
  }

  private static void offer(EngineFixture engine, int number) {
    String sdp = engine.peers.peer().offer(TestOffer.publisher("opus"));
    StreamName stream = new StreamName("live", "stream" + number);
    engine.engine.publish(EngineFixture.offer(stream, sdp).in("place" + number));
  }

  /**
   * A loop that stands still, and a publisher there that floods: what comes for it is dropped where
   * it is read, and the other room plays. (Of that, too, the loop that stands still would have to
   * read what the system gives to it.)
   */
  @Test
  void aFloodTowardsOneLoopLeavesTheOtherAlone() throws InterruptedException {
    StreamName stream = publisherReadByItsOwnLoop("room");
    TestPeer ada = publishers.get(stream);
    List<TestPeer> hearAda = players(stream, "room", 4);
    List<TestPeer> floods = new ArrayList<>(List.of(publisher(GRACE, "another")));
    floods.addAll(players(GRACE, "another", 20));
    int clients = fixture.engine.clients().size();
    CountDownLatch goOn = standStill("stopped grace");
    try {
      byte[] media = new byte[200];
      media[0] = (byte) 0x80;
      await(
          "packets that nobody reads",
          () -> {
            floods.forEach(peer -> peer.send(media));
            return fixture.engine.loops().stream().mapToLong(LoopStatus::unread).sum() > 100;
          });
      pass(ada, hearAda, 50);
    } finally {
      goOn.countDown();
    }
    assertEquals(clients - 1, fixture.engine.clients().size());
  }

  /** The system chooses by the peer's port; it is the first that is there. */
  private StreamName publisherReadByItsOwnLoop(String place) {
    for (int i = 0; i < 30; i++) {
      StreamName stream = new StreamName("live", "ada" + i);
      TestPeer peer = publisher(stream, place);
      long before = handedOver();
      long received = fixture.engine.status().received();
      peer.sendRtp(media.video(sequence++, 0, true, (byte) 1));
      await("its packet", () -> fixture.engine.status().received() > received);
      if (handedOver() == before) {
        return stream;
      }
    }
    throw new AssertionError("the other loop reads for all of them");
  }

  private static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "Waited in vain for " + what);
      Thread.yield();
    }
  }

  /** Holds the loop from which that event comes. */
  private CountDownLatch standStill(String word) throws InterruptedException {
    CountDownLatch goOn = new CountDownLatch(1);
    CountDownLatch stands = new CountDownLatch(1);
    fixture.events.hold(
        word,
        () -> {
          stands.countDown();
          try {
            goOn.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    String id =
        fixture.engine.clients().stream()
            .filter(client -> client.stream().equals(GRACE) && !client.publisher())
            .findFirst()
            .orElseThrow()
            .id();
    Thread kicking = new Thread(() -> fixture.engine.kick(id), "kicking");
    kicking.setDaemon(true);
    kicking.start();
    assertTrue(stands.await(5, TimeUnit.SECONDS));
    return goOn;
  }

  @Test
  void endsAllOfBothWhenItCloses() {
    TestPeer ada = publisher(ADA, "room");
    TestPeer grace = publisher(GRACE, "another");
    fixture.engine.close();
    ada.await("close_notify", ada::isEnded);
    grace.await("close_notify", grace::isEnded);
    fixture.engine.close();
    assertThrows(MediaRefused.class, () -> fixture.engine.clients());
    assertNotEquals(0, fixture.events.count("unpublished grace"));
  }
}
