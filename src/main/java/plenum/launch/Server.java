package plenum.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plenum.settings.Declarations;

/**
 * The server's main class, in the jar beside Payara Micro's libraries: looks whether Plenum can
 * start, answers on its port meanwhile, and runs Payara Micro with Plenum in this process.
 */
public final class Server {

  /** The exit code (EX_SOFTWARE of sysexits) of a start that may be better the next time. */
  static final int FAILED = 70;

  private final Path payara = Path.of(System.getProperty("java.class.path")).toAbsolutePath();
  private final Path folder;
  private final LaunchSettings settings;
  private final Application application;

  private Server(Path folder) {
    this.folder = folder;
    this.application = Application.in(folder);
    this.settings =
        application.settings(
            Map.of(), Optional.ofNullable(System.getProperty(ServerCommand.CONFIG)).map(Path::of));
  }

  /**
   * Runs until the process is ended.
   *
   * @param arguments the folder of the application, then options of Payara Micro
   */
  public static void main(String... arguments) throws Exception {
    List<String> all = Arrays.asList(arguments);
    try {
      new Server(Path.of(all.get(0)).toAbsolutePath()).run(all.subList(1, all.size()));
    } catch (LaunchRefused refused) {
      refuse(refused.getMessage());
    } catch (IOException | UncheckedIOException failed) {
      refuse("A file cannot be used: %s.".formatted(Reason.of(failed)));
    }
  }

  private void run(List<String> more) throws Exception {
    boolean training = TrainingRun.isThis();
    forgetArguments();
    Map<String, String> decided = settings.decidedByFile();
    decided.forEach(System::setProperty);
    JsonOutput.useIfWanted(settings);
    System.setProperty(Declarations.OF_FILE, String.join(",", decided.keySet()));
    if (!training) {
      settings.warnings().forEach(System.err::println);
    }
    check();
    boolean leftToFirst = StartOnlyCode.begin(payara.resolveSibling(StartOnlyCode.FILE));
    if (!training) {
      StartingPage.openAt(settings.port());
      endWithParent();
      inTheBackground("plenum-start", StandingStart.of(Thread.currentThread(), Server::stands));
    }
    Path preboot = TrainingRun.preboot().orElse(payara.resolveSibling(Payara.PREBOOT));
    Payara micro = new Payara(payara, settings.dataDir().resolve("payara"), preboot);
    micro.run(micro.arguments(folder, settings.port(), more));
    if (training) {
      TrainingRun.finish(settings.port());
    } else if (StartingPage.isOpen()) {
      end(
          FAILED,
          "Plenum did not start: Payara Micro could not deploy it, see above. Start it again.");
    } else {
      afterwards(leftToFirst);
    }
  }

  private static void stands() {
    Thread.getAllStackTraces().forEach(Server::tell);
    end(
        FAILED,
        "Plenum did not start: Payara Micro's services wait for each other, see above. Start it"
            + " again.");
  }

  private static void tell(Thread thread, StackTraceElement... stack) {
    System.err.println(thread.getName() + " " + thread.getState());
    for (StackTraceElement frame : stack) {
      System.err.println("    at " + frame);
    }
  }

  private static void forgetArguments() throws IOException {
    String file = System.getProperty(Main.ARGUMENTS);
    if (file != null) {
      Files.deleteIfExists(Path.of(file));
    }
  }

  private void check() throws IOException {
    if (!TrainingRun.isThis()) {
      refuseProblems();
    }
    Cache.use(payara.getParent());
    Cache.use(folder);
  }

  /**
   * Not in a training, whose settings nobody chose: the application loads these classes once more,
   * and Java 25.0.3 may crash where it archives what was loaded twice.
   */
  private void refuseProblems() {
    settings
        .problem()
        .or(() -> application.problem(settings))
        .or(() -> Ports.problem(settings.port(), Options.PORT))
        .ifPresent(Server::refuse);
  }

  /** What nobody has to wait for. */
  private void afterwards(boolean leftToFirst) {
    if (leftToFirst) {
      StartOnlyCode.end();
    }
    inTheBackground("plenum-archive", new Afterwards(payara.getParent(), folder, settings));
    inTheBackground("plenum-memory", new NativeMemory());
  }

  private static void inTheBackground(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    thread.start();
  }

  /** Whoever kills the process that started this one wants no server that nobody knows of. */
  private static void endWithParent() {
    Optional.ofNullable(System.getProperty(Main.PARENT))
        .map(Long::valueOf)
        .flatMap(ProcessHandle::of)
        .ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(0)));
  }

  private static void refuse(String problem) {
    end(Main.EXIT, "Plenum cannot start. " + problem);
  }

  private static void end(int exit, String sentence) {
    System.err.println(sentence);
    System.err.flush();
    Runtime.getRuntime().halt(exit);
  }
}
