package plenum.signal.wire;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LateWritesTest {

  private static final String WRITER =
      "org.apache.catalina.connector.OutputBuffer$WriteHandlerImpl";

  private static <T extends Throwable> T in(T failure, String... classes) {
    StackTraceElement[] stack = new StackTraceElement[classes.length];
    for (int depth = 0; depth < classes.length; depth++) {
      stack[depth] = new StackTraceElement(classes[depth], "processCallbacks", "File.java", 771);
    }
    failure.setStackTrace(stack);
    return failure;
  }

  @Test
  void knowsTheContainersDefect() {
    assertTrue(LateWrites.isLateWrite(in(new NullPointerException(), WRITER, "java.lang.Thread")));
  }

  @Test
  void takesNothingElseForIt() {
    assertFalse(LateWrites.isLateWrite(in(new IllegalStateException(), WRITER)));
    assertFalse(
        LateWrites.isLateWrite(in(new NullPointerException(), "plenum.signal.wire.Outbox")));
    assertFalse(LateWrites.isLateWrite(in(new NullPointerException(), "plenum.A", WRITER)));
    assertFalse(LateWrites.isLateWrite(in(new NullPointerException())));
  }
}
