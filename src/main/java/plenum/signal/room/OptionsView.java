package plenum.signal.room;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import plenum.room.RoomOptions;
import plenum.text.Refused;

/**
 * What everybody may know of a room's options.
 *
 * @param ends when it ends, in ISO 8601
 */
public record OptionsView(
    String access,
    boolean lobby,
    boolean locked,
    boolean hidden,
    Optional<String> ends,
    OptionalInt most,
    String share,
    String speak,
    String camera,
    String delete,
    OptionalInt messageDays) {

  /** Empty for a room about which nobody decided anything. */
  static Optional<OptionsView> of(RoomOptions options) {
    return options.equals(RoomOptions.DEFAULT)
        ? Optional.empty()
        : Optional.of(
            new OptionsView(
                Refused.codeOf(options.access()),
                options.lobby(),
                options.locked(),
                options.hidden(),
                options.lifetime().ends().map(Instant::toString),
                options.most(),
                Refused.codeOf(options.floor().share()),
                Refused.codeOf(options.floor().speak()),
                Refused.codeOf(options.floor().camera()),
                Refused.codeOf(options.delete()),
                options.messageDays() > 0
                    ? OptionalInt.of(options.messageDays())
                    : OptionalInt.empty()));
  }
}
