package plenum.engine.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import plenum.engine.rtcp.PictureLossIndication;
import plenum.engine.rtcp.ReceiverReport;

/** A session's checks that come, or seem to come, from another's address. */
class ClaimedAddressTest {

  private static final int CLAIMS = 100;

  private final EngineFixture fixture = new EngineFixture();
  private final TestMedia media = new TestMedia();
  private int sequence;

  @AfterEach
  void close() {
    fixture.close();
  }

  /** The claimant's own, valid check, with another's address on it. */
  private static void claim(TestPeer claimant, TestPeer address) {
    address.send(claimant.request(true));
  }

  private void pass(TestPeer publisher, TestPeer player) {
    int before = player.packets().size();
    publisher.sendRtp(media.video(sequence++, 0, true, (byte) 1));
    player.await("a packet", () -> player.packets().size() > before);
  }

  private void passWhileClaimed(TestPeer publisher, TestPeer player, TestPeer claimant) {
    pass(publisher, player);
    for (int i = 0; i < CLAIMS; i++) {
      claim(claimant, player);
      claim(claimant, publisher);
      pass(publisher, player);
    }
    assertEquals(CLAIMS + 1, player.packets().size());
    assertFalse(player.isEnded() || publisher.isEnded());
  }

  @Test
  void staysWithItsSessionWhenAConnectedOneClaimsIt() {
    TestPeer publisher = fixture.publisher();
    TestPeer player = fixture.player();
    TestPeer claimant = fixture.player();
    passWhileClaimed(publisher, player, claimant);
    claimant.await("every packet", () -> claimant.packets().size() == CLAIMS + 1);
    claimant.await("every claim", () -> fixture.engine.status().strange() >= 2 * CLAIMS);
  }

  @Test
  void staysWithItsSessionWhenOneClaimsItThatIsNotConnected() {
    TestPeer publisher = fixture.publisher();
    TestPeer player = fixture.player();
    for (String setup : new String[] {"active", "passive"}) {
      TestPeer claimant = fixture.peers.peer();
      claimant.vanish();
      String sdp = claimant.offer(TestOffer.player("opus", "VP8").setup(setup));
      claimant.answer(fixture.engine.play(EngineFixture.offer(EngineFixture.STREAM, sdp)).sdp());
      IntStream.range(0, CLAIMS)
          .forEach(
              i -> {
                claim(claimant, player);
                claim(claimant, publisher);
                pass(publisher, player);
              });
      assertFalse(claimant.isConnected());
    }
    assertEquals(2 * CLAIMS, player.packets().size());
    assertFalse(player.isEnded() || publisher.isEnded());
  }

  @Test
  void isNotToBeHadByShakingHandsElsewhere() {
    TestPeer publisher = fixture.publisher();
    TestPeer player = fixture.player();
    pass(publisher, player);
    TestPeer claimant = fixture.peers.peer();
    String sdp = claimant.offer(TestOffer.player("opus", "VP8").setup("active"));
    claimant.answer(fixture.engine.play(EngineFixture.offer(EngineFixture.STREAM, sdp)).sdp());
    claimant.await(
        "its handshake",
        () -> {
          player.send(claimant.request(false));
          return claimant.isConnected();
        });
    // Otherwise its being served is taken for the next player's.
    claimant.await("its being served", () -> fixture.events.count("played test") == 2);
    passWhileClaimed(publisher, fixture.player(), claimant);
    pass(publisher, player);
    assertFalse(player.isEnded());
  }

  @Test
  void goesToAClientThatComesFromThePortOfOneThatVanished() {
    TestPeer publisher = fixture.publisher();
    TestPeer gone = fixture.player();
    pass(publisher, gone);
    gone.sendRtcp(new ReceiverReport(1, List.of()));
    TestPeer player = fixture.peers.peerInPlaceOf(gone);
    String sdp = player.offer(TestOffer.player("opus", "VP8"));
    player.answer(fixture.engine.play(EngineFixture.offer(EngineFixture.STREAM, sdp)).sdp());
    player.awaitConnected();
    player.await("the player", () -> fixture.events.count("played test") == 2);
    pass(publisher, player);
    player.sendRtcp(new PictureLossIndication(1, 2));
    pass(publisher, player);
  }

  @Test
  void goesToAPublisherThatComesFromThePortOfAPlayerThatVanished() {
    TestPeer player = fixture.player();
    TestPeer gone = fixture.player();
    gone.sendRtcp(new ReceiverReport(1, List.of()));
    TestPeer publisher = fixture.peers.peerInPlaceOf(gone);
    String sdp = publisher.offer(TestOffer.publisher("opus", "VP8"));
    publisher.answer(fixture.engine.publish(EngineFixture.offer(EngineFixture.STREAM, sdp)).sdp());
    publisher.awaitConnected();
    publisher.await("the publisher", () -> fixture.events.count("published test") == 1);
    pass(publisher, player);
    assertEquals(1, player.packets().size());
  }
}
