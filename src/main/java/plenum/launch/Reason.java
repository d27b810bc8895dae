package plenum.launch;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.stream.Stream;

/**
 * Why something failed, in the words of the system where it has some. The launcher stands alone:
 * what {@code plenum.store.Reasons} says of files is not loaded yet.
 */
final class Reason {

  private static final int DEEPEST = 20;
  private static final int LAST_OF_ASCII = 127;

  private static final String NO_NAME = "\"%s\" can be no name of a file or directory: %s.";

  /** Java reads and writes names of files as the locale says, which in a bare one is ASCII. */
  private static final String LOCALE =
      " Where this system's locale has not these letters, set another one, such as"
          + " LC_ALL=C.UTF-8, or name it by others.";

  private Reason() {}

  /** By what is farthest in. */
  static String of(Throwable failed) {
    return Stream.iterate(failed, one -> one != null, Throwable::getCause)
        .limit(DEEPEST)
        .reduce((outer, inner) -> inner instanceof IOException || !isTelling(outer) ? inner : outer)
        .map(Reason::words)
        .orElseThrow();
  }

  /** What is wrong with a name, and what to do. */
  static String sentence(InvalidPathException name) {
    String sentence = NO_NAME.formatted(name.getInput(), name.getReason());
    boolean foreign = name.getInput().chars().anyMatch(letter -> letter > LAST_OF_ASCII);
    return foreign ? sentence + LOCALE : sentence;
  }

  private static boolean isTelling(Throwable one) {
    return one instanceof IOException;
  }

  private static String words(Throwable one) {
    if (one instanceof NoSuchFileException none) {
      return "there is no " + none.getFile();
    }
    if (one instanceof AccessDeniedException denied) {
      return "permission denied for " + denied.getFile();
    }
    if (one instanceof FileSystemException file && file.getReason() != null) {
      return file.getReason() + " for " + file.getFile();
    }
    return one.getMessage() == null || one.getMessage().isBlank()
        ? one.getClass().getSimpleName()
        : one.getMessage().strip();
  }
}
