package plenum.settings;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;

/** How a start ends that cannot succeed. */
public final class Ending {

  /** The exit code for a wrong configuration (EX_CONFIG of sysexits). */
  public static final int EXIT = 78;

  private Ending() {}

  /**
   * Says why, in a sentence, and ends Payara Micro, which runs nothing else; another server goes on
   * without Plenum.
   *
   * @throws IllegalStateException on another server, so that the deployment fails
   */
  public static void refuse(String sentence) {
    String told = "Plenum cannot start. " + sentence;
    tell(told + System.lineSeparator());
    if (System.getProperty("fish.payara.micro.BootJar") != null) {
      TemporaryRoot.remove();
      Runtime.getRuntime().halt(EXIT);
    }
    throw new IllegalStateException(told);
  }

  /**
   * Says a sentence while the server ends: on Payara Micro, whose log may have ended, to whoever
   * reads what the process prints.
   */
  public static void say(String sentence) {
    if (System.getProperty("fish.payara.micro.BootJar") != null) {
      tell("Plenum: " + sentence + System.lineSeparator());
    } else {
      System.getLogger(Ending.class.getName()).log(Level.ERROR, sentence);
    }
  }

  /** Not by the log: its last lines are lost when the process ends. */
  private static void tell(String line) {
    try (FileOutputStream terminal = new FileOutputStream(FileDescriptor.err)) {
      terminal.write(line.getBytes(StandardCharsets.UTF_8));
    } catch (IOException closed) {
      // Nobody reads it.
    }
  }
}
