package plenum.engine.rtcp;

/**
 * Somebody asks for a key frame (RFC 5104 section 4.3.1).
 *
 * @param sender who asks
 * @param media the video source
 * @param number grows by one with each new request, modulo 256; a repetition keeps it
 */
public record FullIntraRequest(int sender, int media, int number) implements Rtcp {

  static final int FORMAT = 4;
}
