package plenum.settings;

import java.util.List;
import java.util.Set;

/**
 * The media nodes that are out for maintenance ({@code plenum.media.maintenance}): nothing new
 * begins there, and what was there moves to the others.
 *
 * @param nodes by their names
 */
public record MaintenanceSettings(Set<String> nodes) {

  /** The name of the setting. */
  public static final String NAME = "plenum.media.maintenance";

  public MaintenanceSettings {
    nodes = Set.copyOf(nodes);
  }

  static MaintenanceSettings from(SettingsSource source) {
    List<String> all = SrsSettings.nodes(source, "plenum.media.nodes");
    List<String> out = SrsSettings.nodes(source.changing(Effect.AT_ONCE), NAME);
    if (!all.containsAll(out) || !out.isEmpty() && Set.copyOf(out).containsAll(all)) {
      throw new InvalidSetting(
          NAME, String.join(",", out), "addresses in plenum.media.nodes, and not all of them");
    }
    return new MaintenanceSettings(Set.copyOf(out));
  }

  /** Whether this one is out. */
  public boolean has(String node) {
    return nodes.contains(node);
  }
}
