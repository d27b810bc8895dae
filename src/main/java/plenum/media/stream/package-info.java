/**
 * The streams that are open: what rooms and calls use ({@link plenum.media.stream.Streams}), and
 * who is let in to publish or play ({@link plenum.media.stream.Doorkeeper}).
 */
package plenum.media.stream;
