package plenum.engine.estimate;

import java.util.ArrayList;
import java.util.List;

/**
 * What one viewer needs of the budgets that it shares with others.
 *
 * @param id tells it from others
 * @param sound bits a second of all sound
 * @param needs of each picture that it wants
 * @param link what the viewer's own link carries
 * @param pools all that it is in
 */
public record Viewer(String id, long sound, List<Need> needs, long link, List<Pool> pools) {

  public Viewer {
    needs = List.copyOf(needs);
    pools = List.copyOf(pools);
  }

  /** What a viewer of these pictures needs. */
  public static Viewer of(
      String id, long sound, List<Picture> pictures, long link, List<Pool> pools) {
    List<Need> needs = new ArrayList<>();
    for (Picture picture : pictures) {
      Ladder ladder = new Ladder(picture);
      if (ladder.size() > 0) {
        needs.add(new Need(picture.rank(), ladder.bitrate(0), ladder.bitrate(ladder.size() - 1)));
      }
    }
    return new Viewer(id, sound, needs, link, pools);
  }

  /** The same, where each picture takes so many times as much. */
  public Viewer withMargin(double margin) {
    return new Viewer(
        id,
        sound,
        needs.stream()
            .map(
                need ->
                    new Need(
                        need.rank(),
                        (long) Math.ceil(need.least() * margin),
                        (long) Math.ceil(need.most() * margin)))
            .toList(),
        link,
        pools);
  }

  boolean wantsPictures() {
    return !needs.isEmpty();
  }
}
