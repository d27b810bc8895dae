package plenum.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Classes that do the same in less memory. */
class CompactClassTest {

  /** With constants of many kinds, a generic local variable, a lambda, and a caught exception. */
  public static final class Sample {

    private static final long LONG = 0x1234_5678_9ABCL;
    private static final double DOUBLE = 2.5;

    /** Uses them all. */
    public static String of(int number) {
      List<String> words = new ArrayList<>(List.of("a", "b"));
      try {
        words.add(Integer.toString(10 / number));
      } catch (ArithmeticException divided) {
        words.add(divided.getMessage());
      }
      IntFunction<String> text = given -> given + " " + (LONG + number) + " " + DOUBLE * number;
      return words.stream().collect(Collectors.joining(",")) + text.apply(number);
    }

    /** Fails. */
    public static void fail() {
      int number = 7;
      throw new IllegalStateException("number " + number);
    }
  }

  private static byte[] file(Class<?> type) throws IOException {
    String name = type.getName().substring(type.getPackageName().length() + 1) + ".class";
    try (InputStream in = type.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }

  private static Class<?> defined(byte[] file) {
    return new ClassLoader(CompactClassTest.class.getClassLoader()) {
      Class<?> define() {
        return defineClass(null, file, 0, file.length);
      }
    }.define();
  }

  @Test
  void doesTheSameInLess() throws Exception {
    byte[] full = file(Sample.class);
    byte[] compact = CompactClass.of(full);
    assertTrue(compact.length < full.length, compact.length + " of " + full.length + " bytes");
    for (int number : new int[] {0, 3}) {
      Object result = defined(compact).getMethod("of", int.class).invoke(null, number);
      assertEquals(Sample.of(number), result);
    }
  }

  @Test
  void saysStillWhereItFailed() throws Exception {
    Class<?> compact = defined(CompactClass.of(file(Sample.class)));
    Throwable failed =
        assertThrows(InvocationTargetException.class, () -> compact.getMethod("fail").invoke(null))
            .getCause();
    Throwable expected = assertThrows(IllegalStateException.class, Sample::fail);
    assertEquals(
        expected.getStackTrace()[0].getLineNumber(), failed.getStackTrace()[0].getLineNumber());
  }

  @Test
  void findsNothingMoreToLeaveOut() throws IOException {
    byte[] once = CompactClass.of(file(Sample.class));
    assertArrayEquals(once, CompactClass.of(once));
  }

  @Test
  void leavesAloneWhatIsNoClass() throws IOException {
    byte[] text = "no class".getBytes(UTF_8);
    assertSame(text, CompactClass.of(text));
  }
}
