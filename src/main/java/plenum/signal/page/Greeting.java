package plenum.signal.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import plenum.settings.Release;
import plenum.signal.protocol.Connection;
import plenum.signal.protocol.MessageCodec;
import plenum.signal.protocol.Part;
import plenum.signal.protocol.Protocol;

/** What a page is told first: who it is, and what every part adds. */
@ApplicationScoped
public class Greeting {

  private Protocol protocol;
  private MessageCodec codec;
  private Release release;

  /** For the container's proxy only. */
  protected Greeting() {}

  @Inject
  Greeting(Protocol protocol, MessageCodec codec, Release release) {
    this.protocol = protocol;
    this.codec = codec;
    this.release = release;
  }

  /** Greets the page that the connection belongs to now. */
  public void greet(Connection connection) {
    You you = You.of(connection.actor());
    String text = codec.encode(new PageAnswer.Welcome(you, release.boot(), release.version()));
    for (Part part : protocol.parts()) {
      Optional<Record> more = part.greeting(connection);
      if (more.isPresent()) {
        text = MessageCodec.join(text, codec.encodeBody(more.get()));
      }
    }
    connection.welcome(text);
  }
}
