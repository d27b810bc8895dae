package plenum.quality;

import java.util.Objects;
import java.util.Optional;

/**
 * How somebody in a meeting is.
 *
 * @param report what that one's page told last
 * @param trouble why it is bad, if it is, and if anybody can tell
 */
public record PersonQuality(QualityReport report, Optional<Trouble> trouble) {

  public PersonQuality {
    Objects.requireNonNull(report, "somebody's page has told something");
    Objects.requireNonNull(trouble, "no trouble is empty");
  }
}
