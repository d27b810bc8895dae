package plenum.media.srs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import plenum.media.node.Nodes;
import plenum.media.node.Placement;
import plenum.media.stream.Doorkeeper;
import plenum.settings.MediaSettings;

/** Wires what SRS and the proxies before it ask to the application. */
@ApplicationScoped
class HooksProducer {

  @Produces
  @Singleton
  HookDoor hooks(
      MediaSettings settings,
      SrsFleet fleet,
      Doorkeeper doorkeeper,
      Placement placement,
      Nodes nodes) {
    return new HookDoor(settings, fleet, doorkeeper, placement, nodes);
  }

  @Produces
  @Singleton
  ProxyDoor proxies(Doorkeeper doorkeeper) {
    return new ProxyDoor(doorkeeper);
  }
}
