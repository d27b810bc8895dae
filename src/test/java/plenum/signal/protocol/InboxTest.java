package plenum.signal.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plenum.settings.SignalSettings;
import plenum.signal.page.PageAnswer;
import plenum.signal.page.PagePart;
import plenum.signal.wire.CloseCode;
import plenum.signal.wire.Outbox;

class InboxTest {

  private static final SignalSettings SETTINGS =
      new SignalSettings(Duration.ZERO, 1024, 50, 100, 2, 8, 100_000, Duration.ofSeconds(35));

  private final List<String> answers = new ArrayList<>();
  private final List<String> expelled = new ArrayList<>();
  private boolean permitted = true;
  private final MessageCodec codec = new MessageCodec();
  private final Connection connection =
      new Connection(Clients.ada(), codec, new Outbox(8, 100_000, wire()));
  private final Inbox inbox =
      new Inbox(
          SETTINGS,
          codec,
          connection,
          protocol(),
          () -> permitted,
          Runnable::run,
          () -> expelled.add("expelled"),
          () -> 0);

  /** Nobody is greeted in these tests. */
  private static Protocol protocol() {
    return new Protocol(List.of(new PagePart(new Protocol(List.of()), null)));
  }

  @BeforeEach
  void welcome() {
    connection.welcome(pong(OptionalLong.empty()));
    answers.clear();
  }

  private Outbox.Wire wire() {
    return new Outbox.Wire() {
      @Override
      public void send(String text, Runnable done) {
        answers.add(text);
        done.run();
      }

      @Override
      public void close(CloseCode code) {}
    };
  }

  private static String pong(OptionalLong request) {
    return new MessageCodec().encode(new PageAnswer.Pong(request));
  }

  @Test
  void takesATopicThatIsNoneForAProtocolError() {
    inbox.receive("{\"type\":\"resync\",\"topic\":\"moon\",\"request\":4}", true);

    assertEquals(1, answers.size());
    assertTrue(answers.get(0).contains("\"code\":\"bad-message\""), answers.get(0));
    assertTrue(answers.get(0).contains("\"request\":4"), answers.get(0));
  }

  @Test
  void expelsWhoKeepsAskingForTopicsThatAreNone() {
    for (int i = 0; i < 5; i++) {
      inbox.receive("{\"type\":\"resync\",\"topic\":\"moon\"}", true);
    }

    assertEquals(List.of("expelled"), expelled);
  }

  @Test
  void refusesWhatOthersOfTheAddressSendTooManyOfAndHoldsItAgainstNobody() {
    permitted = false;
    for (int time = 0; time < 9; time++) {
      inbox.receive("{\"type\":\"ping\"}", true);
    }
    assertEquals(List.of(), expelled);
    assertTrue(answers.get(0).contains("\"code\":\"too-many\""), answers.get(0));
    permitted = true;
    answers.clear();
    inbox.receive("{\"type\":\"ping\"}", true);
    assertEquals(List.of(pong(OptionalLong.empty())), answers);
  }

  @Test
  void doesNothingAnyMoreForAConnectionThatIsOver() {
    connection.end();
    inbox.receive("{\"type\":\"resync\",\"topic\":\"moon\"}", true);
    assertEquals(List.of(), answers);
  }
}
