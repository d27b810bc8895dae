package plenum.settings;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * The settings of the chosen {@link Profile}, for MicroProfile Config, which finds this class by
 * its own file in {@code META-INF/services}. Which one is chosen, system properties and environment
 * variables say; nothing else is there yet.
 */
public final class ProfileSource implements ConfigSource {

  /** Above the defaults of the application (100), below environment variables (300). */
  private static final int ORDINAL = 150;

  private final Map<String, String> settings;

  /** That of this process. */
  public ProfileSource() {
    this(
        Optional.ofNullable(System.getProperty(Profile.SETTING))
            .or(() -> Optional.ofNullable(System.getenv("PLENUM_PROFILE"))));
  }

  ProfileSource(Optional<String> chosen) {
    settings =
        chosen.map(String::strip).flatMap(Profile::named).map(Profile::settings).orElse(Map.of());
  }

  @Override
  public String getName() {
    return Profile.SETTING;
  }

  @Override
  public int getOrdinal() {
    return ORDINAL;
  }

  @Override
  public Set<String> getPropertyNames() {
    return settings.keySet();
  }

  /** As the interface wants it: {@code null} for what it does not have. */
  @Override
  public String getValue(String name) {
    return settings.get(name);
  }
}
