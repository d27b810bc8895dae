package plenum.media;

/**
 * How a place is served.
 *
 * @param available whether a media node serves it, or could at once
 * @param placement another number whenever the place moved to a node that knows nothing of its
 *     sessions, so that everybody in it must publish and play again; 0 before its first session
 */
public record PlaceMedia(boolean available, long placement) {}
