package plenum.signal.page;

import java.util.Optional;
import plenum.settings.Release;
import plenum.signal.protocol.Connection;
import plenum.signal.protocol.MessageCodec;
import plenum.signal.protocol.Part;
import plenum.signal.protocol.Protocol;

/** What a page is told first: who it is, and what every part adds. */
public final class Greeting {

  private final Protocol protocol;
  private final MessageCodec codec;
  private final Release release;

  Greeting(Protocol protocol, MessageCodec codec, Release release) {
    this.protocol = protocol;
    this.codec = codec;
    this.release = release;
  }

  /** Greets the page that the connection belongs to now. */
  public void greet(Connection connection) {
    You you = You.of(connection.actor());
    String text =
        codec.encode(
            new PageAnswer.Welcome(you, release.boot(), release.version(), connection.protocol()));
    for (Part part : protocol.parts()) {
      Optional<Record> more = part.greeting(connection);
      if (more.isPresent()) {
        text = MessageCodec.join(text, codec.encodeBody(more.get()));
      }
    }
    connection.welcome(text);
  }
}
