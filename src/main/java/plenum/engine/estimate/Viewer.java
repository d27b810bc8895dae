package plenum.engine.estimate;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What one viewer needs of the budgets that it shares with others.
 *
 * @param id tells it from others
 * @param sound bits a second of all sound
 * @param least what the smallest pictures need, by rank; ranks without a picture may be missing
 * @param most what all pictures as they are wanted need, by rank
 * @param link what the viewer's own link carries
 * @param pools all that it is in
 */
public record Viewer(
    String id,
    long sound,
    Map<Rank, Long> least,
    Map<Rank, Long> most,
    long link,
    List<Pool> pools) {

  public Viewer {
    least = Map.copyOf(least);
    most = Map.copyOf(most);
    pools = List.copyOf(pools);
  }

  /** What a viewer of these pictures needs. */
  public static Viewer of(
      String id, long sound, List<Picture> pictures, long link, List<Pool> pools) {
    Map<Rank, Long> least = new EnumMap<>(Rank.class);
    Map<Rank, Long> most = new EnumMap<>(Rank.class);
    for (Picture picture : pictures) {
      Ladder ladder = new Ladder(picture);
      if (ladder.size() > 0) {
        least.merge(picture.rank(), ladder.bitrate(0), Long::sum);
        most.merge(picture.rank(), ladder.bitrate(ladder.size() - 1), Long::sum);
      }
    }
    return new Viewer(id, sound, least, most, link, pools);
  }

  boolean wantsPictures() {
    return !least.isEmpty();
  }
}
