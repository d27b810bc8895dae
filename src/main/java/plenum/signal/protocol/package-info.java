/**
 * What every feature's part of {@code /signal} is made of, and no feature itself: messages and how
 * they become JSON ({@link plenum.signal.protocol.MessageCodec}), one client's {@link
 * plenum.signal.protocol.Connection} and {@link plenum.signal.protocol.Inbox}, {@link
 * plenum.signal.protocol.Topic}s, and the {@link plenum.signal.protocol.Part}s that features
 * contribute.
 */
package plenum.signal.protocol;
