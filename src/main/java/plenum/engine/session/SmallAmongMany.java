package plenum.engine.session;

import plenum.engine.Reception;

/**
 * Whoever sees many people looks at none of the small pictures for long, unless that one speaks:
 * half of the frames are enough then, for the viewer's processor, the link and the server.
 *
 * @param many so many pictures are many; 0 for never
 */
record SmallAmongMany(int many) {

  /** In pixels. */
  private static final int HIGHEST = 240;

  /**
   * Whether half of a picture's frames are enough.
   *
   * @param all that the viewer is to get
   */
  boolean is(Reception.Picture picture, Reception all) {
    long seen = all.pictures().values().stream().filter(one -> one.height() > 0).count();
    boolean small = picture.height() <= HIGHEST && picture.priority() == 0;
    return small && many > 0 && seen >= many;
  }
}
