package plenum.engine.sdp;

/**
 * How many sections of each kind an offer may have in use.
 *
 * @param audio sounds
 * @param video pictures
 */
public record MostSections(int audio, int video) {

  /** What WHIP and WHEP have: a stream. */
  static final MostSections A_STREAM = new MostSections(1, 1);

  int of(MediaDescription media) {
    return media.kind().equals("audio") ? audio : video;
  }

  /** What to tell of one that is too many. */
  String sentence() {
    return equals(A_STREAM)
        ? "a stream has one of audio and one of video."
        : "at most " + audio + " of audio and " + video + " of video are received at once.";
  }
}
