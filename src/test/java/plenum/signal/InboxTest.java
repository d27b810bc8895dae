package plenum.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.settings.SignalSettings;
import plenum.text.Texts;

class InboxTest {

  private static final SignalSettings SETTINGS =
      new SignalSettings(Duration.ZERO, 1024, 50, 100, 2, 8, 100_000, Duration.ofSeconds(35));

  private final List<String> answers = new ArrayList<>();
  private final List<String> expelled = new ArrayList<>();
  private final MessageCodec codec = new MessageCodec();
  private final Connection connection =
      new Connection(
          PersonId.fresh(),
          DisplayName.of("Ada"),
          "",
          Texts.of(Locale.ENGLISH),
          codec,
          new Outbox(8, 100_000, wire()));
  private final Inbox inbox =
      new Inbox(
          SETTINGS,
          codec,
          connection,
          new Requests(connection, new Features(null, null, null, null, null, null), () -> null),
          () -> expelled.add("expelled"),
          () -> 0);

  @BeforeEach
  void welcome() {
    connection.welcome(new ServerMessage.Pong(OptionalLong.empty()));
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
}
