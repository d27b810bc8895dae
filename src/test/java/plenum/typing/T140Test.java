package plenum.typing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class T140Test {

  private static String applied(String before, String edit) {
    Line line = new Line();
    line.write(before, Integer.MAX_VALUE);
    assertEquals(List.of(), line.write(edit, Integer.MAX_VALUE));
    return line.text();
  }

  @Test
  void takesEveryEndOfALineForTheSame() {
    assertEquals("a\u2028b\u2028c\u2028d\u2028e\u2028f", T140.plain("a\r\nb\rc\nd\u0085e\u2029f"));
  }

  @Test
  void leavesOutWhatMeansNothing() {
    assertEquals("ab c\bd", T140.plain("\uFEFFa\u0007\u0000b\tc\bd\u001B\u009B"));
  }

  @Test
  void marksWhatCannotBeACharacter() {
    assertEquals("a\uFFFDb\uFFFD", T140.plain("a\uD83Db\uDC4D"));
    assertEquals("👍", T140.plain("👍"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "مرحبا بالعالم",
        "שלום",
        "नमस्ते",
        "สวัสดี",
        "안녕하세요",
        "漢字かな",
        "e\u0301",
        "👩‍👩‍👧‍👦🇩🇪",
        "<script>alert(1)</script>",
        "a\u202Eb"
      })
  void leavesEveryScriptAsItIs(String text) {
    assertEquals(text, T140.plain(text));
    assertEquals(text, applied("", T140.edit("", text)));
    assertEquals("", applied(text, T140.edit(text, "")));
  }

  @Test
  void tellsADifferenceByErasingAndWritingOn() {
    assertEquals("\bo", T140.edit("Help", "Helo"));
    assertEquals("", T140.edit("same", "same"));
    assertEquals("d", T140.edit("abc", "abcd"));
    assertEquals("\b", T140.edit("abc", "ab"));
    assertEquals("\b👎", T140.edit("👍", "👎"));
    assertEquals("\b", T140.edit("a👍", "a"));
  }

  @Test
  void makesOneTextOfAnyOther() {
    String letters = "ab\u0301éم👍👎🏽\u200D漢";
    int[] points = letters.codePoints().toArray();
    Random random = new Random(17);
    for (int i = 0; i < 2_000; i++) {
      String before = text(random, points);
      String after = text(random, points);
      assertEquals(after, applied(before, T140.edit(before, after)));
    }
  }

  private static String text(Random random, int[] points) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(8); i > 0; i--) {
      text.appendCodePoint(points[random.nextInt(points.length)]);
    }
    return text.toString();
  }
}
