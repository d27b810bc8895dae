package plenum.settings;

/**
 * Limits of rooms.
 *
 * @param max rooms at the same time ({@code plenum.rooms.max})
 * @param members people in one room ({@code plenum.rooms.members})
 */
public record RoomSettings(int max, int members) {

  static RoomSettings from(SettingsSource source) {
    return new RoomSettings(
        source.number("plenum.rooms.max", 1, 100_000),
        source.number("plenum.rooms.members", 1, 10_000));
  }
}
