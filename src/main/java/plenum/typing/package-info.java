/**
 * Real-time text: what people write in a room, or in a call, is seen letter by letter beside the
 * voice. {@link plenum.typing.RealTimeText} keeps the line that each is writing, and hands lines
 * that are finished to the conversation of {@link plenum.chat}. What is written means what ITU-T
 * T.140 says of its characters, as RFC 4103 (RTP) and RFC 8865 (data channels) carry them.
 */
package plenum.typing;
