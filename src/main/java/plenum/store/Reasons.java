package plenum.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/** Why a file could not be read or written, in the words of the system. */
public final class Reasons {

  private Reasons() {}

  /** In a few words, without a dot. */
  public static String of(IOException failed) {
    return said(failed).filter(text -> !text.isBlank()).orElseGet(() -> byKind(failed));
  }

  private static Optional<String> said(IOException failed) {
    return Optional.ofNullable(
        failed instanceof FileSystemException file ? file.getReason() : failed.getMessage());
  }

  /** Java leaves the words away where an exception of its own tells. */
  private static String byKind(IOException failed) {
    if (failed instanceof AccessDeniedException) {
      return "Permission denied";
    }
    if (failed instanceof NoSuchFileException) {
      return "No such file or directory";
    }
    if (failed instanceof DirectoryNotEmptyException) {
      return "Directory not empty";
    }
    return failed.getClass().getSimpleName();
  }
}
