package plenum.media;

/**
 * CDI event: a stream came on air, or its publisher goes on with another codec. The last one is
 * followed by one {@link StreamUnpublished}.
 */
public record StreamPublished(OnAir onAir) {}
