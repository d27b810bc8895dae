package plenum.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import plenum.identity.Actor;
import plenum.media.MediaRefusal;
import plenum.media.node.MediaNode;
import plenum.media.node.NodeState;
import plenum.media.node.Nodes;
import plenum.settings.Current;
import plenum.settings.MaintenanceSettings;
import plenum.settings.Setting;
import plenum.tuning.SettingsDesk;

/** Takes media nodes out for maintenance, and puts them back: changes of a setting. */
@ApplicationScoped
public class Maintenance {

  private SettingsDesk desk;
  private Current<MaintenanceSettings> now;
  private Nodes nodes;

  /** For the container's proxy only. */
  protected Maintenance() {}

  @Inject
  Maintenance(SettingsDesk desk, Current<MaintenanceSettings> now, Nodes nodes) {
    this.desk = desk;
    this.now = now;
    this.nodes = nodes;
  }

  /**
   * The node's rooms move to the others, and it gets nothing new.
   *
   * @throws plenum.text.Refused as {@link SettingsDesk#change} does
   */
  public void takeOut(Actor actor, String node) {
    if (nodes.nodes().stream().noneMatch(other -> isLeft(other, node))) {
      throw new MediaRefusal(MediaRefusal.Reason.UNAVAILABLE, "unavailable.last-node");
    }
    change(actor, wanted -> wanted.add(node));
  }

  private boolean isLeft(MediaNode other, String node) {
    return !other.name().equals(node)
        && !nodes.isOut(other)
        && other.state() instanceof NodeState.Ready;
  }

  /** It is chosen as the others are; nothing moves back. */
  public void putBack(Actor actor, String node) {
    change(actor, wanted -> wanted.remove(node));
  }

  private void change(Actor actor, Consumer<Set<String>> change) {
    Optional<String> seen = seen(actor);
    Set<String> wanted = new TreeSet<>(now.now().nodes());
    change.accept(wanted);
    desk.change(actor, MaintenanceSettings.NAME, seen, Optional.of(String.join(",", wanted)));
  }

  private Optional<String> seen(Actor actor) {
    return desk.all(actor).stream()
        .filter(setting -> setting.name().equals(MaintenanceSettings.NAME))
        .findFirst()
        .flatMap(Setting::text);
  }
}
