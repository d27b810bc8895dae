package plenum.tuning;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;

/**
 * Somebody changed a setting.
 *
 * @param at when, in milliseconds; each is later than those before
 * @param by who did it
 * @param name how that one was called then
 * @param setting its name
 * @param before what it had been changed to before; empty: it was as the site was started
 * @param after what it was changed to; empty: it is as the site was started again
 * @param was its value before, wherever that came from
 * @param became its value afterwards
 */
public record SettingChange(
    String id,
    Instant at,
    PersonId by,
    DisplayName name,
    String setting,
    Optional<String> before,
    Optional<String> after,
    String was,
    String became) {

  public SettingChange {
    Objects.requireNonNull(by, "somebody changes a setting");
    at = Instant.ofEpochMilli(at.toEpochMilli());
  }
}
