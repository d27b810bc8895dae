package plenum.testing;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;

/**
 * A {@code plenum.jar} to upgrade from: {@code -Dupgrade.from=FILE} names one that was really built
 * before. Otherwise it is a stand-in, for machines that have nothing but these sources: the jar of
 * this build with another version and other pages, whose server is the same.
 */
public final class PreviousJar {

  /** What the stand-in's version is. */
  private static final String VERSION = "0.0.1-previous";

  private static final String PAGES = "program/application/resources/js/pages/rooms.js";
  private static final String POM =
      "program/application/META-INF/maven/plenum/plenum/pom.properties";
  private static final String MANIFEST = "META-INF/MANIFEST.MF";

  private PreviousJar() {}

  /**
   * Tells which one it is, too.
   *
   * @param present the jar of this build
   * @param folder where a stand-in is made
   */
  public static Path of(Path present, Path folder) throws IOException {
    Optional<Path> real = Optional.ofNullable(System.getProperty("upgrade.from")).map(Path::of);
    if (real.isPresent()) {
      System.out.println("The upgrade begins with " + real.get());
      return real.get();
    }
    System.out.println(
        "The upgrade begins with a stand-in, this build's jar with other pages;"
            + " -Dupgrade.from=FILE names a real one.");
    return standIn(present, folder.resolve("previous-plenum.jar"));
  }

  private static Path standIn(Path present, Path jar) throws IOException {
    Files.copy(present, jar, StandardCopyOption.REPLACE_EXISTING);
    try (FileSystem files = FileSystems.newFileSystem(jar, Map.of("noCompression", "true"))) {
      replace(files.getPath(MANIFEST), "(Implementation-Version: ).*", "$1" + VERSION);
      replace(files.getPath(POM), "(version=).*", "$1" + VERSION);
      replace(files.getPath(PAGES), "$", "\n// Of another version.\n");
    }
    return jar;
  }

  private static void replace(Path file, String what, String by) throws IOException {
    String text = Files.readString(file);
    String changed = text.replaceFirst(what, by);
    if (changed.equals(text)) {
      throw new IOException(file + " has nothing of " + what);
    }
    Files.writeString(file, changed);
  }
}
