package plenum.admin.meeting;

import java.util.List;

/**
 * Somebody's line of a drawing.
 *
 * @param words the same in words
 * @param stays when that one was there
 * @param bad when it was bad
 * @param marks other things that happened
 */
public record Lane(
    String person, String name, String words, List<Bar> stays, List<Bar> bad, List<Bar> marks) {

  public Lane {
    stays = List.copyOf(stays);
    bad = List.copyOf(bad);
    marks = List.copyOf(marks);
  }

  /**
   * A piece of it.
   *
   * @param x where it begins, in thousandths of the meeting
   * @param width how long it is, in the same
   */
  public record Bar(int x, int width) {}
}
