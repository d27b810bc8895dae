package plenum.settings;

import java.time.Duration;
import java.util.Objects;

/**
 * How the quality of meetings is measured.
 *
 * @param every how often pages measure; zero: never ({@code plenum.quality.every-seconds})
 */
public record QualitySettings(Duration every) {

  private static final int LONGEST = 60;

  public QualitySettings {
    Objects.requireNonNull(every, "never is zero");
  }

  static QualitySettings from(SettingsSource source) {
    int seconds = source.number("plenum.quality.every-seconds", 0, LONGEST);
    return new QualitySettings(Duration.ofSeconds(seconds));
  }

  /** Whether pages measure at all. */
  public boolean measures() {
    return !every.isZero();
  }
}
