package plenum.engine.forward;

import java.util.Comparator;

/**
 * Names a track of a stream, the same for the publisher and for every player, whose m-lines and
 * mids need not agree: the first audio track is 0 of its kind, a second one 1.
 *
 * @param kind what it carries
 * @param number counts the tracks of its kind, from 0
 */
public record TrackId(Kind kind, int number) implements Comparable<TrackId> {

  private static final Comparator<TrackId> ORDER =
      Comparator.comparing(TrackId::kind).thenComparingInt(TrackId::number);

  /** Audio before video: it has the smaller packets and suffers more from waiting. */
  @Override
  public int compareTo(TrackId other) {
    return ORDER.compare(this, other);
  }
}
