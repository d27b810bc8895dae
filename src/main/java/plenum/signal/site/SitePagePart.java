package plenum.signal.site;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import plenum.signal.protocol.Act;
import plenum.signal.protocol.Connection;
import plenum.signal.protocol.Part;
import plenum.signal.site.SiteMessage.WatchSite;

/** Has administrators' pages told what changes. */
final class SitePagePart implements Part {

  private final SiteTopic site;

  SitePagePart(SiteTopic site) {
    this.site = site;
  }

  @Override
  public List<Act<?>> acts() {
    return List.of(
        Act.of(WatchSite.class, (connection, message) -> follow(connection, message.request())));
  }

  @Override
  public Map<String, BiConsumer<Connection, OptionalLong>> topics() {
    return Map.of(SiteTopic.NAME, this::follow);
  }

  private void follow(Connection connection, OptionalLong request) {
    site.admit(connection::actor);
    connection.follow(site.topic(), new SiteAnswer.Site(request));
  }

  @Override
  public void pageChanges(Connection connection) {
    connection.unfollow(site.topic());
  }
}
