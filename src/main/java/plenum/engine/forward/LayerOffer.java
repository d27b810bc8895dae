package plenum.engine.forward;

/**
 * One encoding of a picture that a player may be sent.
 *
 * @param height in pixels, as key frames told it or as most publishers divide it
 * @param bitrate bits a second, as counted last; 0 while it has not come
 * @param flows whether it comes at the moment
 */
public record LayerOffer(int height, long bitrate, boolean flows) {}
