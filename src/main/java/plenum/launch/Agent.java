package plenum.launch;

import java.util.Optional;

/**
 * Runs in Payara Micro's process, before it: {@code java -javaagent:plenum-launch.jar ... -jar
 * payara-micro.jar ...}. An agent and not a main class, since Payara Micro's jar opens modules to
 * itself, which Java permits to the jar alone that it is started with.
 */
public final class Agent {

  /** The exit code for a wrong configuration (EX_CONFIG of sysexits). */
  private static final int EXIT = 78;

  private Agent() {}

  /** Called by Java before the program's own main method. */
  public static void premain(String options) {
    CommandLine command = CommandLine.current();
    if (command.deploys().isEmpty() || command.isWarmup()) {
      return;
    }
    try {
      Optional<String> problem = Application.at(command.deploys().get()).problem(command);
      problem.or(() -> Ports.problem(command)).ifPresent(Agent::refuse);
      Unpacked.forgetDeployments(command);
      StartingPage.openAt(command);
    } catch (LaunchRefused refused) {
      refuse(refused.getMessage());
    }
  }

  private static void refuse(String problem) {
    System.err.println("Plenum cannot start. " + problem);
    System.err.flush();
    Runtime.getRuntime().halt(EXIT);
  }
}
