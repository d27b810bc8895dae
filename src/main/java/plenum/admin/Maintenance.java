package plenum.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import plenum.identity.Actor;
import plenum.settings.Current;
import plenum.settings.MaintenanceSettings;
import plenum.settings.Setting;
import plenum.tuning.SettingsDesk;

/** Takes media nodes out for maintenance, and puts them back: changes of a setting. */
@ApplicationScoped
public class Maintenance {

  private SettingsDesk desk;
  private Current<MaintenanceSettings> now;

  /** For the container's proxy only. */
  protected Maintenance() {}

  @Inject
  Maintenance(SettingsDesk desk, Current<MaintenanceSettings> now) {
    this.desk = desk;
    this.now = now;
  }

  /**
   * The node's rooms move to the others, and it gets nothing new.
   *
   * @throws plenum.text.Refused as {@link SettingsDesk#change} does
   */
  public void takeOut(Actor actor, String node) {
    change(actor, nodes -> nodes.add(node));
  }

  /** It is chosen as the others are; nothing moves back. */
  public void putBack(Actor actor, String node) {
    change(actor, nodes -> nodes.remove(node));
  }

  private void change(Actor actor, Consumer<Set<String>> change) {
    Set<String> wanted = new TreeSet<>(now.now().nodes());
    change.accept(wanted);
    desk.change(
        actor, MaintenanceSettings.NAME, seen(actor), Optional.of(String.join(",", wanted)));
  }

  private Optional<String> seen(Actor actor) {
    return desk.all(actor).stream()
        .filter(setting -> setting.name().equals(MaintenanceSettings.NAME))
        .findFirst()
        .flatMap(Setting::text);
  }
}
