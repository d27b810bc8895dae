package plenum.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.management.ManagementFactory;
import java.util.stream.Stream;
import javax.management.MBeanOperationInfo;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

class NativeMemoryTest {

  private static boolean knowsTheCommand() throws Exception {
    return Stream.of(
            ManagementFactory.getPlatformMBeanServer()
                .getMBeanInfo(new ObjectName("com.sun.management:type=DiagnosticCommand"))
                .getOperations())
        .map(MBeanOperationInfo::getName)
        .anyMatch("systemTrimNativeHeap"::equals);
  }

  @Test
  void isGivenBackWhereTheJvmCan() throws Exception {
    assertEquals(knowsTheCommand(), NativeMemory.trim());
  }

  /** Debian's Java 17 and Temurin's 25, on which it was measured. */
  @Test
  void isGivenBackOnLinux() throws Exception {
    assumeTrue(System.getProperty("os.name").equals("Linux"), "a command of Linux alone");
    assumeTrue(Runtime.version().compareTo(Runtime.Version.parse("17.0.9")) >= 0, "too old");
    assertTrue(NativeMemory.trim());
  }
}
