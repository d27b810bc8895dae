package plenum.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Where data lives.
 *
 * @param dataDir the data directory ({@code plenum.data.dir})
 */
public record StoreSettings(Path dataDir) {

  public static StoreSettings from(SettingsSource source) {
    String name = "plenum.data.dir";
    String value = source.requiredText(name);
    try {
      return new StoreSettings(Path.of(value).toAbsolutePath().normalize());
    } catch (InvalidPathException unusable) {
      throw new InvalidSetting(name, value, "a path of a directory");
    }
  }
}
