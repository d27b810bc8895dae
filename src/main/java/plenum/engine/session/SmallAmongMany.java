package plenum.engine.session;

import plenum.engine.Reception;

/**
 * Whoever sees many people looks at none of the small pictures for long, unless that one speaks:
 * half of the frames are enough then, for the viewer's processor, the link and the server.
 */
final class SmallAmongMany {

  /** More pictures than that are many. */
  private static final int FEW = 9;

  /** In pixels. */
  private static final int HIGHEST = 240;

  private SmallAmongMany() {}

  /**
   * Whether half of a picture's frames are enough.
   *
   * @param all that the viewer is to get
   */
  static boolean is(Reception.Picture picture, Reception all) {
    long seen = all.pictures().values().stream().filter(one -> one.height() > 0).count();
    return seen > FEW && picture.height() <= HIGHEST && picture.priority() == 0;
  }
}
