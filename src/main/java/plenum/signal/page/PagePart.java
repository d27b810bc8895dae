package plenum.signal.page;

import java.util.List;
import plenum.signal.page.PageMessage.ChangePage;
import plenum.signal.page.PageMessage.Ping;
import plenum.signal.page.PageMessage.Resync;
import plenum.signal.protocol.Act;
import plenum.signal.protocol.BadMessage;
import plenum.signal.protocol.Connection;
import plenum.signal.protocol.Part;
import plenum.signal.protocol.Protocol;

/** Does what clients ask for about their connections. */
public final class PagePart implements Part {

  private final Protocol protocol;
  private final Greeting greeting;

  public PagePart(Protocol protocol, Greeting greeting) {
    this.protocol = protocol;
    this.greeting = greeting;
  }

  @Override
  public List<Act<?>> acts() {
    return List.of(
        Act.of(ChangePage.class, this::changePage),
        Act.of(Resync.class, this::resync),
        Act.of(Ping.class, this::ping));
  }

  private void changePage(Connection connection, ChangePage message) {
    protocol.parts().forEach(part -> part.pageChanges(connection));
    connection.changePage();
    greeting.greet(connection);
  }

  private void resync(Connection connection, Resync message) {
    protocol
        .topic(message.topic())
        .orElseThrow(() -> BadMessage.of(message.request(), "bad-message.topic"))
        .accept(connection, message.request());
  }

  private void ping(Connection connection, Ping message) {
    connection.send(new PageAnswer.Pong(message.request()));
  }
}
