package plenum.room;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import plenum.identity.PersonId;

/**
 * A room's stage from outside.
 *
 * @param holder the one member who may show a screen
 * @param onAir whether the screen is on air, as the media node reported
 * @param requests who asked the holder for the stage, in that order
 */
public record StageState(Optional<PersonId> holder, boolean onAir, List<PersonId> requests) {

  /** Nobody's. */
  public static final StageState FREE = new StageState(Optional.empty(), false, List.of());

  public StageState {
    Objects.requireNonNull(holder, "a free stage is not null");
    requests = List.copyOf(requests);
  }
}
