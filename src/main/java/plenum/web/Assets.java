package plenum.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The styles, modules and pictures of the pages. Their addresses contain a checksum of them all, so
 * that browsers keep them without asking, and yet use the new ones after an upgrade.
 */
@ApplicationScoped
public class Assets {

  /** Where the files are. */
  static final String ROOT = "/resources/";

  /** What stands before the checksum in an address. */
  static final String MARK = "~";

  private static final Pattern IMPORT =
      Pattern.compile("\\b(?:from|import) ?\"(\\.{1,2}/[^\"]+)\"");

  private final Map<String, List<String>> modules = new ConcurrentHashMap<>();
  private ServletContext context;
  private String version;

  /** For the container's proxy. */
  protected Assets() {}

  @Inject
  Assets(ServletContext context) {
    this.context = context;
    this.version = checksum();
  }

  /** Changes whenever a file does. */
  String version() {
    return version;
  }

  /** The folder that all addresses begin with, ending with a slash. */
  String base() {
    return ROOT + MARK + version + "/";
  }

  /**
   * The paths below {@link #base()} of a module and of everything that it imports, directly or not,
   * so that a page can ask for all at once instead of one after the other.
   */
  List<String> modulesOf(String module) {
    return modules.computeIfAbsent(module, this::closure);
  }

  private List<String> closure(String module) {
    Set<String> found = new LinkedHashSet<>();
    collect(module, found);
    return List.copyOf(found);
  }

  private void collect(String module, Set<String> found) {
    if (!found.add(module)) {
      return;
    }
    String source = new String(read(ROOT + module), StandardCharsets.UTF_8);
    IMPORT
        .matcher(source)
        .results()
        .map((MatchResult match) -> resolve(module, match.group(1)))
        .forEach(imported -> collect(imported, found));
  }

  private static String resolve(String module, String relative) {
    return URI.create(module).resolve(relative).toString();
  }

  private String checksum() {
    CRC32 sum = new CRC32();
    SortedSet<String> files = new TreeSet<>();
    list(ROOT, files, new HashSet<>());
    for (String path : files) {
      sum.update(path.getBytes(StandardCharsets.UTF_8));
      sum.update(read(path));
    }
    return Long.toHexString(sum.getValue());
  }

  private void list(String folder, Set<String> files, Set<String> seen) {
    Set<String> paths = Optional.ofNullable(context.getResourcePaths(folder)).orElse(Set.of());
    for (String path : paths) {
      if (path.endsWith("/") && seen.add(path)) {
        list(path, files, seen);
      } else if (!path.endsWith("/")) {
        files.add(path);
      }
    }
  }

  private byte[] read(String path) {
    try (InputStream file = open(path)) {
      if (file == null) {
        throw new IllegalArgumentException("no such file: " + path);
      }
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Where there is a file, not through the container: it keeps for good what it was asked for, 4 MB
   * of modules.
   *
   * @return null if there is nothing
   */
  private InputStream open(String path) throws IOException {
    String file = context.getRealPath(path);
    return file != null && Files.isRegularFile(Path.of(file))
        ? Files.newInputStream(Path.of(file))
        : context.getResourceAsStream(path);
  }
}
