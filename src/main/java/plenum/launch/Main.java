package plenum.launch;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipFile;

/** {@code java -jar plenum.jar}: unpacks what the server needs, once, and runs it. */
public final class Main {

  /** The exit code for a wrong configuration (EX_CONFIG of sysexits). */
  static final int EXIT = 78;

  /** Where the server finds the process that started it. */
  static final String PARENT = "plenum.launch.parent";

  /** Where the server finds the file that a start script let Java read, and need not keep. */
  static final String ARGUMENTS = "plenum.launch.arguments";

  private static final String APPLICATION = "program/application/";
  private static final String CLASSES = APPLICATION + "WEB-INF/classes/";

  private final Path jar = ownJar();
  private final Options options;

  private Main(Options options) {
    this.options = options;
  }

  /**
   * Does what the options say; {@code --help} lists them. The exit code is the server's, or 78
   * after one sentence about what is wrong.
   */
  public static void main(String... arguments) {
    System.exit(run(arguments));
  }

  private static int run(String... arguments) {
    try {
      return new Main(Options.of(arguments)).run();
    } catch (LaunchRefused refused) {
      return refused(refused.getMessage());
    } catch (InvalidPathException name) {
      return refused(Reason.sentence(name));
    }
  }

  private static int refused(String sentence) {
    System.err.println("Plenum cannot start. " + sentence);
    return EXIT;
  }

  private int run() {
    return switch (options.act()) {
      case HELP -> told(Help.text(application().declarations()));
      case VERSION -> told(Version.line(PayaraRelease.in(jar)));
      case CHECK -> new SelfCheck(application(), settings(), cache(), this::driver).run(System.out);
      case MAKE_ADMINISTRATOR -> told(administratorLink());
      case START -> start();
    };
  }

  private URL driver() {
    return DatabaseDriver.copied(jar, PayaraRelease.in(jar).folder());
  }

  private String administratorLink() {
    return new AdministratorLink(settings(), Clock.systemUTC())
        .make(options.value(Options.MAKE_ADMINISTRATOR).orElseThrow());
  }

  private static int told(String text) {
    System.out.println(text.strip());
    return 0;
  }

  private int start() {
    ServerCommand command = unpacked();
    List<String> own = new ArrayList<>(OwnOptions.current());
    Optional<String> prepared = options.value(Options.PREPARE);
    if (prepared.isPresent()) {
      own.add("-D" + ARGUMENTS + "=" + prepared.get());
      return write(command.words(own), Path.of(prepared.get()));
    }
    own.add("-D" + PARENT + "=" + ProcessHandle.current().pid());
    return ServerProcess.run(command.words(own));
  }

  /** Java's arguments alone: the script knows where Java is. */
  private static int write(List<String> words, Path file) {
    try {
      Files.writeString(file, ServerCommand.quoted(words.subList(1, words.size())));
      return 0;
    } catch (IOException failed) {
      throw new LaunchRefused(
          "The file %s cannot be written: %s.".formatted(file, Reason.of(failed)));
    }
  }

  private ServerCommand unpacked() {
    try (ZipFile packed = new ZipFile(jar.toFile())) {
      Cache cache = cache();
      Path payara = cache.unpacked(Part.of(packed, PayaraRelease.in(jar).folder()), "payara");
      Path application = cache.unpacked(Part.of(packed, APPLICATION), "plenum");
      return new ServerCommand(
          payara, application, options.settings(), config(), javaOptions(), options.payara());
    } catch (IOException unreadable) {
      throw new LaunchRefused(
          "The file %s cannot be read: %s.".formatted(jar, Reason.of(unreadable)));
    }
  }

  private Cache cache() {
    return new Cache(
        options
            .value(Options.CACHE)
            .or(() -> Optional.ofNullable(System.getenv("PLENUM_CACHE")))
            .map(Path::of)
            .orElseGet(() -> settings().dataDir().resolve("cache")));
  }

  private LaunchSettings settings() {
    return application().settings(options.settings(), config());
  }

  /** Those of the profile. */
  private List<String> javaOptions() {
    return application().profile(settings()).javaOptions();
  }

  /** The file beside the jar is the site's, if nothing else is said. */
  private Optional<Path> config() {
    Path beside = jar.resolveSibling("plenum.properties");
    return options
        .value(Options.CONFIG)
        .map(Path::of)
        .or(() -> Files.exists(beside) ? Optional.of(beside) : Optional.empty());
  }

  private Application application() {
    return Application.in(jar, CLASSES);
  }

  private static Path ownJar() {
    try {
      return Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
