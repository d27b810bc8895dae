package plenum.media;

/** CDI event: a stream that was on air no longer is. Its players may still wait for its return. */
public record StreamUnpublished(StreamId stream) {}
