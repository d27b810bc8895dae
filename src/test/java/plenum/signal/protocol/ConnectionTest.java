package plenum.signal.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import plenum.signal.call.CallAnswer;
import plenum.signal.page.PageAnswer;
import plenum.signal.wire.CloseCode;
import plenum.signal.wire.Outbox;

class ConnectionTest {

  private final List<String> sent = new ArrayList<>();
  private final List<CloseCode> closed = new ArrayList<>();

  private Connection connection(int queue) {
    return new Connection(
        Clients.ada(), new MessageCodec(), new Outbox(queue, 100_000, new KeptWire(sent, closed)));
  }

  private static String pong(OptionalLong request) {
    return new MessageCodec().encode(new PageAnswer.Pong(request));
  }

  @Test
  void speaksTheWelcomeFirst() {
    Connection connection = connection(8);
    connection.send(new CallAnswer.CallsSeen(1));
    connection.send(new CallAnswer.CallsSeen(2));
    assertEquals(List.of(), sent);

    connection.welcome(pong(OptionalLong.empty()));
    connection.send(new CallAnswer.CallsSeen(3));

    assertEquals(
        List.of(
            "{\"type\":\"pong\"}",
            "{\"type\":\"calls-seen\",\"missed\":1}",
            "{\"type\":\"calls-seen\",\"missed\":2}",
            "{\"type\":\"calls-seen\",\"missed\":3}"),
        sent);
  }

  @Test
  void holdsBackWhatIsForTheNextPageUntilThatIsWelcomed() {
    Connection connection = connection(8);
    connection.welcome(pong(OptionalLong.of(1)));

    connection.changePage();
    connection.send(new CallAnswer.CallsSeen(1));
    assertEquals(1, sent.size());
    connection.welcome(pong(OptionalLong.of(2)));

    assertEquals(
        List.of(
            "{\"type\":\"pong\",\"request\":1}",
            "{\"type\":\"pong\",\"request\":2}",
            "{\"type\":\"calls-seen\",\"missed\":1}"),
        sent);
  }

  @Test
  void givesUpWhenMoreCameBeforeTheWelcomeThanMayWait() {
    Connection connection = connection(2);
    for (int i = 0; i < 3; i++) {
      connection.send(new CallAnswer.CallsSeen(i));
    }
    connection.welcome(pong(OptionalLong.empty()));

    assertEquals(List.of(CloseCode.TOO_SLOW), closed);
  }
}
