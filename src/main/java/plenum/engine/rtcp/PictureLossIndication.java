package plenum.engine.rtcp;

/**
 * A receiver cannot decode any more and needs a key frame (RFC 4585 section 6.3.1).
 *
 * @param sender who asks
 * @param media the video source
 */
public record PictureLossIndication(int sender, int media) implements Rtcp {

  static final int FORMAT = 1;
}
