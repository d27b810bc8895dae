package plenum.settings;

/**
 * Whether administrators may change settings while the site runs.
 *
 * @param permitted whether they may, and what they changed counts ({@code
 *     plenum.settings.changeable})
 */
public record ChangeSettings(boolean permitted) {

  static ChangeSettings from(SettingsSource source) {
    return new ChangeSettings(source.flag("plenum.settings.changeable"));
  }
}
