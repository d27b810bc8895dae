package plenum.quality;

import java.util.Optional;
import java.util.OptionalInt;

/** What a page tells of a stream, for tests: {@code Told.well().lost(50).figures()}. */
final class Told {

  private OptionalInt frameRate = OptionalInt.empty();
  private OptionalInt captured = OptionalInt.empty();
  private OptionalInt bitrate = OptionalInt.of(100);
  private OptionalInt lost = OptionalInt.empty();
  private OptionalInt roundTrip = OptionalInt.empty();
  private OptionalInt jitter = OptionalInt.empty();
  private OptionalInt frozen = OptionalInt.empty();
  private OptionalInt concealed = OptionalInt.empty();
  private OptionalInt firstFrame = OptionalInt.empty();
  private Optional<Limitation> limitation = Optional.empty();

  private Told() {}

  /** Nothing is wrong, as far as is told. */
  static Told well() {
    return new Told();
  }

  Told frameRate(int value) {
    frameRate = OptionalInt.of(value);
    return this;
  }

  Told captured(int value) {
    captured = OptionalInt.of(value);
    return this;
  }

  Told bitrate(int value) {
    bitrate = OptionalInt.of(value);
    return this;
  }

  Told lost(int value) {
    lost = OptionalInt.of(value);
    return this;
  }

  Told roundTrip(int value) {
    roundTrip = OptionalInt.of(value);
    return this;
  }

  Told jitter(int value) {
    jitter = OptionalInt.of(value);
    return this;
  }

  Told frozen(int value) {
    frozen = OptionalInt.of(value);
    return this;
  }

  Told concealed(int value) {
    concealed = OptionalInt.of(value);
    return this;
  }

  Told firstFrame(int value) {
    firstFrame = OptionalInt.of(value);
    return this;
  }

  Told limitation(Limitation value) {
    limitation = Optional.of(value);
    return this;
  }

  Figures figures() {
    OptionalInt freezes = frozen.isPresent() ? OptionalInt.of(1) : OptionalInt.empty();
    return new Figures(
        OptionalInt.of(640),
        OptionalInt.of(480),
        frameRate,
        captured,
        bitrate,
        lost,
        roundTrip,
        jitter,
        freezes,
        frozen,
        concealed,
        firstFrame,
        limitation);
  }
}
