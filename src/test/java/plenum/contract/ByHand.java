package plenum.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plenum.contract.ComposeFile.Mount;
import plenum.contract.ComposeFile.Service;

/**
 * Starts the services of a compose file without containers: the same words, variables and files,
 * but that the paths inside are those of a folder here, and ports are free ones.
 */
final class ByHand implements AutoCloseable {

  private final Path folder;
  private final Map<String, Integer> ports;
  private final Map<String, String> files;
  private final List<Process> running = new ArrayList<>();

  /**
   * @param ports those to use, by those that the files name
   * @param files where what images contain is here, by where it is there
   */
  ByHand(Path folder, Map<String, Integer> ports, Map<String, String> files) {
    this.folder = folder;
    this.ports = ports;
    this.files = files;
  }

  /**
   * Starts one.
   *
   * @param entrypoint what the image runs with the service's command behind it
   * @param environment what comes beside the service's own
   */
  Process start(Service service, List<String> entrypoint, Map<String, String> environment) {
    Map<String, Path> paths = paths(service);
    List<String> command = new ArrayList<>(entrypoint);
    command.addAll(service.command());
    command.replaceAll(word -> files.containsKey(word) ? files.get(word) : local(word, paths));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Map<String, String> all = new LinkedHashMap<>(environment);
    all.putAll(service.environment());
    all.forEach((name, value) -> builder.environment().put(name, local(value, paths)));
    try {
      Process process =
          builder.directory(folder.toFile()).redirectOutput(log(service).toFile()).start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      running.add(process);
      return process;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private Path log(Service service) {
    return folder.resolve(service.name() + ".log");
  }

  String output(Service service) {
    try {
      return Files.readString(log(service));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Where the paths inside are here. */
  private Map<String, Path> paths(Service service) {
    Map<String, Path> paths = new LinkedHashMap<>();
    service.mounts().forEach((inside, mount) -> paths.put(inside, place(service, inside, mount)));
    service.tmpfs().forEach(inside -> paths.put(inside, made(service.name() + inside)));
    return paths;
  }

  private Path place(Service service, String inside, Mount mount) {
    if (!mount.isFile()) {
      return made(mount.source());
    }
    Path copy = made(service.name()).resolve(Path.of(inside).getFileName());
    try {
      return Files.writeString(copy, withPorts(Files.readString(mount.file())));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private Path made(String name) {
    try {
      return Files.createDirectories(folder.resolve(name));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private String local(String text, Map<String, Path> paths) {
    for (Map.Entry<String, Path> path : paths.entrySet()) {
      if (text.equals(path.getKey()) || text.startsWith(path.getKey() + "/")) {
        return path.getValue() + text.substring(path.getKey().length());
      }
    }
    return withPorts(text);
  }

  /** The same text with the ports that are used here. */
  String withPorts(String text) {
    return Pattern.compile("(?<![\\d.])\\d{4}(?![\\d.])")
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    ports.containsKey(found.group())
                        ? ports.get(found.group()).toString()
                        : found.group()));
  }

  @Override
  public void close() {
    running.forEach(Process::destroy);
    for (Process process : running) {
      try {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
          process.destroyForcibly().waitFor();
        }
      } catch (InterruptedException interrupted) {
        process.destroyForcibly();
        Thread.currentThread().interrupt();
      }
    }
  }
}
