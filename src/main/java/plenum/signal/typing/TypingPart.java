package plenum.signal.typing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import plenum.settings.Current;
import plenum.settings.TypingSettings;
import plenum.signal.protocol.Act;
import plenum.signal.protocol.BadMessage;
import plenum.signal.protocol.Connection;
import plenum.signal.protocol.Part;
import plenum.signal.protocol.ServerMessage;
import plenum.signal.typing.TypingGreeting.Typing;
import plenum.signal.typing.TypingMessage.TypeText;
import plenum.typing.RealTimeText;
import plenum.typing.Typed;

/** Takes what people type; the answer says that the edit is known, and need not be sent again. */
@ApplicationScoped
public class TypingPart implements Part {

  private RealTimeText text;
  private Current<TypingSettings> settings;

  /** For the container's proxy only. */
  protected TypingPart() {}

  @Inject
  public TypingPart(RealTimeText text, Current<TypingSettings> settings) {
    this.text = text;
    this.settings = settings;
  }

  @Override
  public List<Act<?>> acts() {
    return List.of(Act.of(TypeText.class, this::type));
  }

  @Override
  public Optional<Record> greeting(Connection connection) {
    return Optional.of(new TypingGreeting(new Typing(settings.now().line())));
  }

  private void type(Connection connection, TypeText message) {
    Typed typed = new Typed(message.stream(), message.number().orElse(0), message.text());
    if (!typed.isPossible()) {
      throw BadMessage.of(message.request(), "bad-message.typed");
    }
    text.type(connection.actor(), typed);
    connection.send(new ServerMessage.Done(message.request()));
  }
}
