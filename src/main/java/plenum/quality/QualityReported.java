package plenum.quality;

import java.util.Objects;

/**
 * CDI event: somebody's page told how its streams are. Fired by the thread that brought it, so
 * nobody who observes it may wait for anything.
 */
public record QualityReported(QualityReport report) {

  public QualityReported {
    Objects.requireNonNull(report, "something was reported");
  }
}
