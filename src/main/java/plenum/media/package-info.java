/**
 * Streams, the tickets for them, and the media nodes that carry them.
 *
 * <p>{@link plenum.media.stream.Streams} is what rooms and calls use. {@link
 * plenum.media.node.MediaNode} is what a media server looks like from here; {@code embedded} adapts
 * the engine in this JVM to it. {@code doors} are the HTTP paths that browsers and other WHIP, WHEP
 * and SRS clients speak to; see {@code docs/media.md}.
 *
 * <p>What is on air is what a node reported, not what a client claimed: {@link
 * plenum.media.StreamPublished} and {@link plenum.media.StreamUnpublished} are fired from one
 * worker, in order.
 */
package plenum.media;
