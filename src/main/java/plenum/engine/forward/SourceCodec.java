package plenum.engine.forward;

/**
 * How a publisher's track is encoded.
 *
 * @param name the RTP encoding name, for example {@code VP8}
 * @param parameters the {@code fmtp} parameters, empty if there are none
 * @param clockRate ticks of its RTP timestamp a second
 */
public record SourceCodec(String name, String parameters, int clockRate) {}
