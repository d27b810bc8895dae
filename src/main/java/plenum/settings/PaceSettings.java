package plenum.settings;

/**
 * How often people may do what others notice or what is kept; explained in {@code
 * docs/operations/settings.md}.
 *
 * @param names chosen a minute, of one person and of one address
 * @param rooms made a minute
 * @param messages sent to {@code /signal} a second
 * @param reactions shown in ten seconds
 */
public record PaceSettings(Limit names, Limit rooms, Limit messages, Limit reactions) {

  /**
   * Times within the window.
   *
   * @param person of one person, by all pages
   * @param address of all people of one address together
   */
  public record Limit(int person, int address) {

    static Limit from(SettingsSource source, String name) {
      return new Limit(
          source.number(name + "-per-person", 1, 1_000_000),
          source.number(name + "-per-address", 1, 1_000_000));
    }
  }

  static PaceSettings from(SettingsSource given) {
    SettingsSource source = given.changing(Effect.AT_ONCE);
    return new PaceSettings(
        Limit.from(source, "plenum.pace.names"),
        Limit.from(source, "plenum.pace.rooms"),
        Limit.from(source, "plenum.pace.messages"),
        Limit.from(source, "plenum.pace.reactions"));
  }
}
