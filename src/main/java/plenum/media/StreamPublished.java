package plenum.media;

/** CDI event: a stream came on air. Every one is followed by one {@link StreamUnpublished}. */
public record StreamPublished(OnAir onAir) {}
