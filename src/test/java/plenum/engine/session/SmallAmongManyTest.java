package plenum.engine.session;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plenum.engine.Reception;
import plenum.engine.Reception.Picture;
import plenum.engine.StreamName;

class SmallAmongManyTest {

  private static final SmallAmongMany MANY = new SmallAmongMany(10);

  private static Picture picture(int height, int priority) {
    return new Picture(new StreamName("live", "ada"), height, priority);
  }

  /** So many pictures that are seen, and one that is not. */
  private static Reception seen(int count) {
    Map<String, Picture> pictures = new HashMap<>();
    for (int slot = 0; slot < count; slot++) {
      pictures.put("" + slot, picture(180, 0));
    }
    pictures.put("hidden", picture(0, 0));
    return new Reception(pictures, Set.of());
  }

  @Test
  void isOneOfTenThatNobodyLooksAt() {
    assertTrue(MANY.is(picture(180, 0), seen(10)));
    assertTrue(MANY.is(picture(240, 0), seen(25)));
  }

  @Test
  void isNeverOneOfNine() {
    assertFalse(MANY.is(picture(180, 0), seen(9)));
  }

  @Test
  void isWhatTheSiteSays() {
    assertTrue(new SmallAmongMany(2).is(picture(180, 0), seen(2)));
    assertFalse(new SmallAmongMany(11).is(picture(180, 0), seen(10)));
    assertFalse(new SmallAmongMany(0).is(picture(180, 0), seen(25)));
  }

  @Test
  void isNoLargePictureAndNobodyWhoSpeaks() {
    assertFalse(MANY.is(picture(360, 0), seen(25)));
    assertFalse(MANY.is(picture(Integer.MAX_VALUE, 0), seen(25)));
    assertFalse(MANY.is(picture(180, 1), seen(25)));
  }
}
