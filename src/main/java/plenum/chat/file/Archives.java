package plenum.chat.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import plenum.settings.FileType;

/** Tells documents of office programs, which are archives, from each other and from other ones. */
final class Archives {

  private static final int LONGEST_TYPE = 100;

  /** The part that makes a document of ECMA-376 what it is. */
  private static final Map<String, FileType> PARTS =
      Map.of(
          "word/document.xml", FileType.DOCX,
          "xl/workbook.xml", FileType.XLSX,
          "ppt/presentation.xml", FileType.PPTX);

  /** What stands in the first entry of an OpenDocument file. */
  private static final Map<String, FileType> OPEN =
      Map.of(
          FileType.ODT.mediaType(), FileType.ODT,
          FileType.ODS.mediaType(), FileType.ODS,
          FileType.ODP.mediaType(), FileType.ODP);

  private Archives() {}

  /** Empty for what is no whole archive, and for documents that bring programs along (macros). */
  static Optional<FileType> type(Path file) throws IOException {
    try (ZipFile archive = new ZipFile(file.toFile())) {
      Optional<FileType> document =
          PARTS.keySet().stream()
              .filter(part -> archive.getEntry(part) != null)
              .map(PARTS::get)
              .findFirst();
      Optional<FileType> type = document.isPresent() ? document : open(archive);
      if (type.isPresent()) {
        return type.filter(one -> archive.stream().noneMatch(Archives::isProgram));
      }
      return Optional.of(FileType.ZIP);
    } catch (ZipException | IllegalArgumentException broken) {
      return Optional.empty();
    }
  }

  private static Optional<FileType> open(ZipFile archive) throws IOException {
    ZipEntry entry = archive.getEntry("mimetype");
    if (entry == null) {
      return Optional.empty();
    }
    try (InputStream in = archive.getInputStream(entry)) {
      String text = new String(in.readNBytes(LONGEST_TYPE), StandardCharsets.US_ASCII);
      return Optional.ofNullable(OPEN.get(text.strip()));
    }
  }

  private static boolean isProgram(ZipEntry entry) {
    String name = entry.getName().toLowerCase(Locale.ROOT);
    return name.endsWith("vbaproject.bin")
        || name.startsWith("basic/")
        || name.startsWith("scripts/");
  }
}
