package plenum.engine.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import plenum.engine.TcpSettings;

/** Publishers and players that reach the engine by TCP. */
class TcpMediaTest {

  private static final Pattern CANDIDATE =
      Pattern.compile("a=candidate:\\S+ 1 tcp \\d+ (\\S+) (\\d+) typ host tcptype passive\r\n");

  private static final TcpSettings TCP =
      new TcpSettings(
          List.of(), List.of(), 50, 50, 2, 2048, Duration.ofSeconds(10), 256_000, Set.of());

  private final EngineFixture fixture = new EngineFixture(EngineFixture.SETTINGS.with(TCP));
  private final TestMedia media = new TestMedia();
  private final List<TcpWay> ways = new ArrayList<>();

  @AfterEach
  void close() {
    fixture.close();
    ways.forEach(TcpWay::close);
  }

  private TcpWay way(String sdp) {
    Matcher candidate = CANDIDATE.matcher(sdp);
    assertTrue(candidate.find(), sdp);
    TcpWay way =
        new TcpWay(new InetSocketAddress(candidate.group(1), Integer.parseInt(candidate.group(2))));
    ways.add(way);
    return way;
  }

  private void pass(TestPeer publisher, TestPeer player, int sequence) {
    int before = player.packets().size();
    publisher.sendRtp(media.video(sequence, 0, true, (byte) 1));
    player.await("packet " + sequence, () -> player.packets().size() > before);
  }

  private EngineFixture.Client tcpPlayer() {
    EngineFixture.Client player = fixture.play(TestOffer.player("opus", "VP8"));
    player.peer().sendBy(way(player.answer().sdp()).address());
    player.peer().awaitConnected().await("it", () -> fixture.events.count("played test") > 0);
    return player;
  }

  @Test
  void carriesAWholeSession() {
    EngineFixture.Client publisher = fixture.publish(TestOffer.publisher("opus", "VP8"));
    publisher.peer().sendBy(way(publisher.answer().sdp()).address());
    publisher.peer().awaitConnected();
    publisher.peer().await("it", () -> fixture.events.count("published test") == 1);
    EngineFixture.Client player = tcpPlayer();
    for (int i = 1; i < 50; i++) {
      pass(publisher.peer(), player.peer(), i);
    }
    assertEquals(2, fixture.engine.tcp().open());
  }

  @Test
  void keepsASessionWhoseConnectionIsClosedAndMadeAnew() {
    TestPeer publisher = fixture.publisher();
    EngineFixture.Client player = tcpPlayer();
    pass(publisher, player.peer(), 1);
    ways.get(0).hangUp();
    player.peer().await("the end of the connection", () -> fixture.engine.tcp().open() == 0);
    publisher.sendRtp(media.video(2, 0, true, (byte) 1));
    ways.get(0).dial();
    player.peer().nominateNothing();
    player.peer().sendBy(ways.get(0).address());
    player.peer().await("the check", player.peer()::isValidated);
    pass(publisher, player.peer(), 3);
    assertEquals(1, fixture.events.count("played test"));
    assertEquals(0, fixture.events.count("stopped test"));
  }

  @Test
  void returnsToUdpWhenTheClientDoes() {
    TestPeer publisher = fixture.publisher();
    EngineFixture.Client player = fixture.play(TestOffer.player("opus", "VP8"));
    player.peer().awaitConnected().await("it", () -> fixture.events.count("played test") > 0);
    pass(publisher, player.peer(), 1);
    TcpWay way = way(player.answer().sdp());
    player.peer().sendBy(way.address());
    player.peer().await("the check", player.peer()::isValidated);
    pass(publisher, player.peer(), 2);
    InetSocketAddress udp = new InetSocketAddress(EngineFixture.LOOPBACK, fixture.engine.port());
    player.peer().sendBy(udp);
    player.peer().await("the check", player.peer()::isValidated);
    way.hangUp();
    player.peer().await("the end of the connection", () -> fixture.engine.tcp().open() == 0);
    pass(publisher, player.peer(), 3);
    assertEquals(0, fixture.events.count("stopped test"));
  }

  @Test
  void endsConnectionsThatASessionHasTooManyOf() {
    TestPeer publisher = fixture.publisher();
    EngineFixture.Client player = tcpPlayer();
    for (int i = 1; i < 5; i++) {
      TcpWay more = way(player.answer().sdp());
      player.peer().sendBy(more.address());
      player.peer().await("the check", player.peer()::isValidated);
      pass(publisher, player.peer(), i);
    }
    player.peer().await("the end of others", () -> fixture.engine.tcp().open() == 2);
    assertTrue(ways.get(ways.size() - 1).isOpen());
  }

  @Test
  void closesTheConnectionsOfASessionThatIsOver() {
    EngineFixture.Client player = tcpPlayer();
    assertTrue(fixture.engine.end(player.answer().session(), player.answer().token()));
    player.peer().await("good-bye", player.peer()::isEnded);
    player.peer().await("the end of the connection", () -> fixture.engine.tcp().open() == 0);
    player.peer().await("the client to see it", () -> !ways.get(0).isOpen());
  }

  @Test
  void tellsClientsWhereTheyConnectTo() throws Exception {
    InetAddress elsewhere = InetAddress.getByName("192.0.2.7");
    TcpSettings told =
        new TcpSettings(
            List.of(),
            List.of(new InetSocketAddress(elsewhere, 443)),
            50,
            50,
            2,
            2048,
            Duration.ofSeconds(10),
            256_000,
            Set.of());
    try (EngineFixture other = new EngineFixture(EngineFixture.SETTINGS.with(told))) {
      String sdp = other.play(TestOffer.player("opus", "VP8")).answer().sdp();
      assertTrue(sdp.contains(" 1 tcp 1520434943 192.0.2.7 443 typ host tcptype passive"), sdp);
    }
  }

  @Test
  void tellsThemNothingWhenItIsOff() {
    try (EngineFixture off = new EngineFixture()) {
      String sdp = off.play(TestOffer.player("opus", "VP8")).answer().sdp();
      assertFalse(sdp.contains(" tcp "), sdp);
      assertEquals(0, off.engine.tcp().accepted());
    }
  }
}
