package plenum.settings;

/**
 * Whether administrators may watch.
 *
 * @param permitted whether they may have a room's streams on their own pages, which is shown to the
 *     people there ({@code plenum.admin.watch})
 */
public record WatchSettings(boolean permitted) {

  static WatchSettings from(SettingsSource given) {
    SettingsSource source = given.changing(Effect.AT_ONCE);
    return new WatchSettings(source.flag("plenum.admin.watch"));
  }
}
