package plenum.engine.estimate;

import java.util.List;

/**
 * A picture that a viewer wants.
 *
 * @param id tells it from the viewer's others, for as long as it is wanted
 * @param wanted how high its tile is, in pixels; 0 for no picture
 * @param encodings all that its publisher can send
 */
public record Picture(int id, Rank rank, int wanted, List<Encoding> encodings) {

  public Picture {
    encodings = List.copyOf(encodings);
  }

  /** The height that would be sent if everything were carried, 0 for no picture. */
  public int best() {
    Ladder ladder = new Ladder(this);
    return ladder.step(ladder.size() - 1).height();
  }
}
