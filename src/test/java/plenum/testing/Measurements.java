package plenum.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import plenum.identity.Actor;
import plenum.media.PlaceKind;
import plenum.quality.Figures;
import plenum.quality.QualityReport;
import plenum.quality.StreamQuality;
import plenum.room.RoomId;

/** What browsers tell of their streams, for tests. */
public final class Measurements {

  private static final OptionalInt NONE = OptionalInt.empty();

  /** Nothing was measured. */
  public static final Figures NOTHING =
      new Figures(
          NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, Optional.empty());

  private Measurements() {}

  /** Told by somebody in a room that is called Hall. */
  public static QualityReport inHall(Actor who, RoomId hall, List<StreamQuality> streams) {
    return new QualityReport(
        who.person(),
        who.name().value(),
        who.session(),
        who.address(),
        "",
        hall,
        "Hall",
        PlaceKind.GROUP,
        Instant.EPOCH,
        Duration.ofSeconds(5),
        false,
        streams);
  }
}
