package plenum.engine.estimate;

/**
 * A budget that several viewers share: the site's uplink, or the line to a branch office.
 *
 * @param name tells it from others
 * @param bitrate bits a second for all of them together
 */
public record Pool(String name, long bitrate) {}
