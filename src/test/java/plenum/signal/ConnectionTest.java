package plenum.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.text.Texts;

class ConnectionTest {

  private final List<String> sent = new ArrayList<>();
  private final List<CloseCode> closed = new ArrayList<>();

  private Connection connection(int queue) {
    return new Connection(
        PersonId.fresh(),
        DisplayName.of("Ada"),
        "",
        Texts.of(Locale.ENGLISH),
        new MessageCodec(),
        new Outbox(queue, 100_000, wire()));
  }

  private Outbox.Wire wire() {
    return new Outbox.Wire() {
      @Override
      public void send(String text, Runnable done) {
        sent.add(text);
        done.run();
      }

      @Override
      public void close(CloseCode code) {
        closed.add(code);
      }
    };
  }

  @Test
  void speaksTheWelcomeFirst() {
    Connection connection = connection(8);
    connection.send(new ServerMessage.CallsSeen(1));
    connection.send(new ServerMessage.CallsSeen(2));
    assertEquals(List.of(), sent);

    connection.welcome(new ServerMessage.Pong(OptionalLong.empty()));
    connection.send(new ServerMessage.CallsSeen(3));

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
    connection.welcome(new ServerMessage.Pong(OptionalLong.of(1)));

    connection.changePage();
    connection.send(new ServerMessage.CallsSeen(1));
    assertEquals(1, sent.size());
    connection.welcome(new ServerMessage.Pong(OptionalLong.of(2)));

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
      connection.send(new ServerMessage.CallsSeen(i));
    }
    connection.welcome(new ServerMessage.Pong(OptionalLong.empty()));

    assertEquals(List.of(CloseCode.TOO_SLOW), closed);
  }
}
