package plenum.settings;

import java.time.Duration;

/**
 * Limits of rooms.
 *
 * @param max rooms at the same time ({@code plenum.rooms.max})
 * @param perPerson rooms of one person ({@code plenum.rooms.per-person})
 * @param perAddress rooms that people of one address made ({@code plenum.rooms.per-address})
 * @param members people in one room ({@code plenum.rooms.members})
 * @param devices cameras and other senders in one room ({@code plenum.rooms.devices}); 0 for none
 * @param stagePrepare how long the stage is kept for somebody who shows no screen yet ({@code
 *     plenum.rooms.stage-prepare})
 * @param deleter who may delete a room ({@code plenum.rooms.delete})
 */
public record RoomSettings(
    int max,
    int perPerson,
    int perAddress,
    int members,
    int devices,
    Duration stagePrepare,
    Deleter deleter) {

  /** Who may delete a room. */
  public enum Deleter {
    /** Who made it. */
    OWNER,
    ANYONE
  }

  static RoomSettings from(SettingsSource given) {
    SettingsSource source = given.changing(Effect.AT_ONCE);
    return new RoomSettings(
        source.number("plenum.rooms.max", 1, 100_000),
        source.number("plenum.rooms.per-person", 1, 100_000),
        source.number("plenum.rooms.per-address", 1, 100_000),
        source.number("plenum.rooms.members", 1, 10_000),
        source.number("plenum.rooms.devices", 0, 1_000),
        source.duration("plenum.rooms.stage-prepare", Duration.ofSeconds(1), Duration.ofHours(1)),
        source.choice("plenum.rooms.delete", Deleter.class));
  }
}
