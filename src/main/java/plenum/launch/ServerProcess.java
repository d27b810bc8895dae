package plenum.launch;

import java.io.IOException;
import java.util.List;

/**
 * The server in a process of its own, with this one's input and output: whoever ends this process
 * ends the server, and its exit code is this one's. A start that failed by Payara Micro's fault is
 * tried again, as service managers do.
 */
final class ServerProcess {

  private static final int STARTS = 3;

  private ServerProcess() {}

  /** Runs it until it ends, and gives its exit code. */
  static int run(List<String> command) {
    int exit = once(command);
    for (int starts = 1; exit == Server.FAILED && starts < STARTS; starts++) {
      System.err.println("Plenum is started again.");
      exit = once(command);
    }
    return exit;
  }

  private static int once(List<String> command) {
    try {
      Process server = new ProcessBuilder(command).inheritIO().start();
      // By Ctrl-C the system ends both; by SIGTERM only this one, which hands it on.
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server)));
      return server.waitFor();
    } catch (IOException failed) {
      throw new LaunchRefused("Java cannot be started: %s.".formatted(failed.getMessage()));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  private static void end(Process server) {
    server.destroy();
    try {
      server.waitFor();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
