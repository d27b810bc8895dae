package plenum.media;

/**
 * CDI event: the node that carries a stream hears somebody speak in it, or no longer. Of streams of
 * which it is never told, nodes hear nothing.
 */
public record VoiceHeard(StreamId stream, boolean speaks) {}
