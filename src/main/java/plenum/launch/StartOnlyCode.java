package plenum.launch;

import java.nio.file.Path;

/**
 * Code that a start runs some thousand times and hardly anybody after it. HotSpot's second compiler
 * takes as long for it as the start itself does, on the same cores, and the code is not used any
 * more when it is quick; so it is left to the first compiler. By directives to the compilers (JEP
 * 165), which a JVM without them does not miss.
 */
final class StartOnlyCode {

  /** Which code that is, beside Payara Micro's files. */
  static final String FILE = "payara/start-only.json";

  private StartOnlyCode() {}

  /** From now on; whether the JVM knows directives, and these are some. */
  static boolean begin(Path directives) {
    return JvmCommand.answer("compilerDirectivesAdd", "\"" + directives + "\"")
        .filter(answer -> answer.contains("1 compiler directives added"))
        .isPresent();
  }

  /** What was not called often enough until now is compiled as everything else. */
  static void end() {
    JvmCommand.answer("compilerDirectivesRemove");
  }
}
