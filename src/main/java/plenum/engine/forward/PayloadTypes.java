package plenum.engine.forward;

/** A player's payload types, as its offer numbered them. */
@FunctionalInterface
public interface PayloadTypes {

  /** The answer when the player cannot decode a codec. */
  int NONE = -1;

  /** The player's payload type for a codec, {@link #NONE} if it did not offer it. */
  int of(SourceCodec codec);
}
