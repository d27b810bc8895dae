package plenum.engine.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import plenum.engine.IceSession;
import plenum.engine.MediaRefused;
import plenum.engine.SessionAnswer;

/** A session goes on under other ICE names, and from another address. */
class IceRestartTest {

  private static final String AGAIN = "again";

  private final EngineFixture fixture = new EngineFixture();
  private final TestMedia media = new TestMedia();

  @AfterEach
  void close() {
    fixture.close();
  }

  private IceSession restart(SessionAnswer answer, String remote) {
    return fixture.engine.restartIce(answer.session(), answer.token(), remote).orElseThrow();
  }

  private IceSession present(SessionAnswer answer) {
    return fixture.engine.ice(answer.session(), answer.token()).orElseThrow();
  }

  private void pass(TestPeer publisher, TestPeer player, int sequence) {
    int before = player.packets().size();
    publisher.sendRtp(media.video(sequence, 0, true, (byte) 1));
    player.await("a packet", () -> player.packets().size() > before);
  }

  @Test
  void movesAPlayerWithItsKeysToAnotherAddress() {
    TestPeer publisher = fixture.publisher();
    EngineFixture.Client player = fixture.play(TestOffer.player("opus", "VP8"));
    player.peer().awaitConnected().await("it", () -> fixture.events.count("played test") == 1);
    pass(publisher, player.peer(), 1);
    IceSession before = present(player.answer());
    IceSession after = restart(player.answer(), AGAIN);
    pass(publisher, player.peer(), 2);
    player.peer().move();
    player.peer().restart(after);
    player.peer().await("the check", player.peer()::isValidated);
    pass(publisher, player.peer(), 3);
    assertEquals(before.candidates(), after.candidates());
    assertNotEquals(before.userFragment(), after.userFragment());
    assertEquals(1, fixture.events.count("played test"));
    assertEquals(0, fixture.events.count("stopped test"));
  }

  @Test
  void movesAPublisherWithItsKeysToAnotherAddress() {
    EngineFixture.Client publisher = fixture.publish(TestOffer.publisher("opus", "VP8"));
    publisher.peer().awaitConnected();
    TestPeer player = fixture.player();
    pass(publisher.peer(), player, 1);
    publisher.peer().move();
    publisher.peer().restart(restart(publisher.answer(), AGAIN));
    publisher.peer().await("the check", publisher.peer()::isValidated);
    pass(publisher.peer(), player, 2);
    assertEquals(1, fixture.events.count("published test"));
    assertTrue(fixture.engine.end(publisher.answer().session(), publisher.answer().token()));
  }

  @Test
  void answersTheSameRequestTwiceWithTheSameNames() {
    SessionAnswer answer = fixture.publish(TestOffer.publisher("opus")).answer();
    IceSession first = present(answer);
    assertEquals(answer.session(), first.userFragment() + ":" + first.remoteUserFragment());
    assertEquals(first, restart(answer, first.remoteUserFragment()));
    IceSession second = restart(answer, AGAIN);
    assertEquals(second, restart(answer, AGAIN));
    assertEquals(second, present(answer));
    assertFalse(second.toString().contains(second.password()));
  }

  @Test
  void restartsNothingForNamesOfBefore() {
    SessionAnswer answer = fixture.publish(TestOffer.publisher("opus")).answer();
    String first = present(answer).remoteUserFragment();
    IceSession second = restart(answer, AGAIN);
    assertEquals(Set.of(first), second.earlier());
    assertEquals(second, restart(answer, first));
    IceSession third = restart(answer, "third");
    assertEquals(third, restart(answer, AGAIN));
    assertEquals(Set.of(first, AGAIN), third.earlier());
  }

  @Test
  void remembersTheNamesOfBeforeWithinLimits() {
    SessionAnswer answer = fixture.publish(TestOffer.publisher("opus")).answer();
    for (int i = 0; i < 100; i++) {
      restart(answer, "name" + i);
    }
    assertTrue(present(answer).earlier().size() < 20);
    assertTrue(present(answer).earlier().contains("name98"));
  }

  @Test
  void restartsNoSessionOfAnother() {
    SessionAnswer answer = fixture.publish(TestOffer.publisher("opus")).answer();
    assertEquals(Optional.empty(), fixture.engine.restartIce(answer.session(), "guessed", AGAIN));
    assertEquals(Optional.empty(), fixture.engine.restartIce("no:body", answer.token(), AGAIN));
    assertEquals(Optional.empty(), fixture.engine.ice(answer.session(), "guessed"));
  }

  @Test
  void refusesWhatIsNoName() {
    SessionAnswer answer = fixture.publish(TestOffer.publisher("opus")).answer();
    for (String name : List.of("", "abc", "with space", "a:b:c", "x".repeat(257))) {
      MediaRefused refused = assertThrows(MediaRefused.class, () -> restart(answer, name));
      assertEquals(MediaRefused.Reason.MALFORMED_OFFER, refused.reason());
    }
  }
}
