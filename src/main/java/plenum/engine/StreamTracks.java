package plenum.engine;

/**
 * What a published stream carries.
 *
 * @param audio whether there is an audio track
 * @param video whether there is a video track
 * @param videoCodec the video codec's RTP encoding name ({@code H264}, {@code VP8}, {@code VP9},
 *     {@code AV1}), empty without video
 */
public record StreamTracks(boolean audio, boolean video, String videoCodec) {}
