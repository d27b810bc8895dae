package plenum.media;

/** CDI event: {@link PlaceMedia} of this place changed. */
public record PlaceMoved(Place place) {}
