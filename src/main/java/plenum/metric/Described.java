package plenum.metric;

import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricUnits;

/** What {@code /metrics} says about a figure besides its value. */
public final class Described {

  private Described() {}

  /**
   * A figure whose unit its name says, or that has none.
   *
   * @param name as it stands there
   * @param description of a line, for people
   */
  public static Metadata plain(String name, String description) {
    return in(MetricUnits.NONE, name, description);
  }

  /** A figure in bytes. */
  public static Metadata bytes(String name, String description) {
    return in(MetricUnits.BYTES, name, description);
  }

  private static Metadata in(String unit, String name, String description) {
    return Metadata.builder().withName(name).withDescription(description).withUnit(unit).build();
  }
}
