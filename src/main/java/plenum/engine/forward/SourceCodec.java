package plenum.engine.forward;

/**
 * One of the ways in which a publisher's track may be encoded.
 *
 * @param payloadType by which its packets are known, 0 to 127
 * @param name the RTP encoding name, for example {@code VP8}
 * @param parameters the {@code fmtp} parameters, empty if there are none
 * @param clockRate ticks of its RTP timestamp a second
 */
public record SourceCodec(int payloadType, String name, String parameters, int clockRate) {}
