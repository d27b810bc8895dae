package plenum.settings;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A setting, as it is shown to those who look after the site: without secrets.
 *
 * @param byDefault what it is where nobody says otherwise
 * @param text what it is now
 * @param origin where that comes from
 * @param unchanged what it would be, had no administrator changed it
 */
public record Setting(
    String name,
    Kind kind,
    Effect effect,
    Optional<String> byDefault,
    Optional<String> text,
    Origin origin,
    Optional<String> unchanged) {

  private static final String MASK = "***";

  /** A name and a password before a host. */
  private static final Pattern USER = Pattern.compile("(?<=//)[^/@\\s]*@");

  /** What may hold a password in the address of a database. */
  private static final Pattern PARAMETERS = Pattern.compile("(?<=^jdbc:[^?;]{1,500}[?;]).*");

  public Setting {
    Objects.requireNonNull(kind, "a setting is of some kind");
    byDefault = shown(kind, byDefault);
    text = shown(kind, text);
    unchanged = shown(kind, unchanged);
  }

  private static Optional<String> shown(Kind kind, Optional<String> text) {
    if (kind instanceof Kind.Secret) {
      return text.map(secret -> MASK);
    }
    return text.map(plain -> USER.matcher(plain).replaceAll(MASK + "@"))
        .map(plain -> PARAMETERS.matcher(plain).replaceAll(MASK));
  }

  /** Whether an administrator changed it while the site ran. */
  public boolean isChanged() {
    return origin == Origin.CHANGED;
  }

  /** Whether an administrator could change it now. */
  public boolean isChangeable() {
    return effect.isWhileRunning() && !origin.isFixed();
  }
}
