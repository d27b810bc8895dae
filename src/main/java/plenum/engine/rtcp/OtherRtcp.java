package plenum.engine.rtcp;

/**
 * A well-framed packet of a kind that the engine does not use (extended reports, REMB, application
 * packets). It is never written.
 *
 * @param type the packet type
 * @param format the five bits of count or feedback message type
 */
public record OtherRtcp(int type, int format) implements Rtcp {}
