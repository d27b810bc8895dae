package plenum.launch;

import java.lang.management.ManagementFactory;
import java.util.Optional;
import javax.management.JMException;
import javax.management.ObjectName;

/** A command to this JVM, of those that {@code jcmd} gives. */
final class JvmCommand {

  private static final String COMMANDS = "com.sun.management:type=DiagnosticCommand";

  private JvmCommand() {}

  /**
   * What the JVM answers; empty where it does not know the command. It answers, too, what is wrong.
   *
   * @param name as {@code DiagnosticCommandMBean} writes it, such as {@code systemTrimNativeHeap}
   */
  static Optional<String> answer(String name, String... arguments) {
    try {
      Object answer =
          ManagementFactory.getPlatformMBeanServer()
              .invoke(
                  new ObjectName(COMMANDS),
                  name,
                  new Object[] {arguments},
                  new String[] {String[].class.getName()});
      return Optional.of(String.valueOf(answer));
    } catch (JMException | RuntimeException unknown) {
      return Optional.empty();
    }
  }
}
