package plenum.media.node;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import plenum.media.MediaWorker;
import plenum.media.PlaceMoved;
import plenum.settings.Current;
import plenum.settings.MaintenanceSettings;
import plenum.tuning.SettingChanged;

/** Wires the site's media nodes, and what is known of them, to the application. */
@ApplicationScoped
class NodesProducer {

  @Produces
  @Singleton
  Placement placement(Current<MaintenanceSettings> maintenance) {
    return new Placement(node -> maintenance.now().has(node.name()));
  }

  @Produces
  @Singleton
  AirBoard board(MediaWorker worker, Event<Object> events) {
    return new AirBoard(worker, events::fire);
  }

  @Produces
  @Singleton
  Nodes nodes(Placement placement, @Any Instance<NodeSource> sources, Event<PlaceMoved> moved) {
    return new Nodes(
        placement,
        sources.stream().flatMap(source -> source.nodes().stream()).toList(),
        moved::fire);
  }

  void changed(@Observes SettingChanged change, Nodes nodes) {
    if (change.setting().equals(MaintenanceSettings.NAME)) {
      nodes.review();
    }
  }
}
