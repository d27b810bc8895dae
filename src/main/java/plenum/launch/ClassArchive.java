package plenum.launch;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Payara Micro's classes as this JVM has them in memory, in a file that makes starts quick: a class
 * data sharing archive, from Java 25 on with linked classes and profiles of methods, too (JEP 483,
 * 515). One that does not fit is ignored by Java.
 *
 * @param file in the folder of Payara Micro
 * @param ahead whether it is of the newer kind
 */
record ClassArchive(Path file, boolean ahead) {

  private static final String PREFIX = "classes-";
  private static final int AHEAD_SINCE = 25;

  /** That of this JVM; it need not be there. */
  static ClassArchive in(Path payara) {
    return of(payara, Runtime.version().feature(), System.getProperty("java.vm.version"));
  }

  /** An archive is of one JVM, and of files in one place. */
  static ClassArchive of(Path payara, int feature, String version) {
    CRC32 digest = new CRC32();
    digest.update((version + " " + payara.toAbsolutePath()).getBytes(StandardCharsets.UTF_8));
    boolean ahead = feature >= AHEAD_SINCE;
    String name = PREFIX + "%08x".formatted(digest.getValue()) + (ahead ? ".aot" : ".jsa");
    return new ClassArchive(payara.resolve(name), ahead);
  }

  /** Whether nothing else is said of archives among Java's options; Java ends on a conflict. */
  static boolean isWanted(List<String> options) {
    return options.stream()
        .noneMatch(
            option ->
                option.startsWith("-Xshare")
                    || option.startsWith("-XX:SharedArchiveFile")
                    || option.startsWith("-XX:AOT"));
  }

  boolean exists() {
    return Files.exists(file);
  }

  /** What Java is told to use it. */
  List<String> use() {
    return ahead
        ? List.of("-XX:AOTCache=" + file, "-Xlog:aot=off", "-Xlog:aot*=off")
        : List.of("-XX:SharedArchiveFile=" + file);
  }

  /** What Java is told to make it at its end, elsewhere at first. */
  List<String> record(Path fresh) {
    return List.of((ahead ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + fresh);
  }

  /** Whether a file in the same folder is an archive of another JVM. */
  boolean isOther(Path sibling) {
    return sibling.getFileName().toString().startsWith(PREFIX) && !sibling.equals(file);
  }
}
