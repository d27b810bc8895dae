package plenum.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What kinds of files people can be permitted to send in a chat. None of them runs in a browser.
 */
public enum FileType {
  PNG("image/png", true, "png"),
  JPEG("image/jpeg", true, "jpg", "jpeg"),
  GIF("image/gif", true, "gif"),
  WEBP("image/webp", true, "webp"),
  PDF("application/pdf", false, "pdf"),
  TEXT("text/plain;charset=utf-8", false, "txt", "md", "csv", "log"),
  DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", false, "docx"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", false, "xlsx"),
  PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", false, "pptx"),
  ODT("application/vnd.oasis.opendocument.text", false, "odt"),
  ODS("application/vnd.oasis.opendocument.spreadsheet", false, "ods"),
  ODP("application/vnd.oasis.opendocument.presentation", false, "odp"),
  ZIP("application/zip", false, "zip");

  private final String mediaType;
  private final boolean picture;
  private final List<String> extensions;

  FileType(String mediaType, boolean picture, String... extensions) {
    this.mediaType = mediaType;
    this.picture = picture;
    this.extensions = List.of(extensions);
  }

  /** As RFC 9110 has it. */
  public String mediaType() {
    return mediaType;
  }

  /** Whether it is a picture of pixels, which pages show. */
  public boolean isPicture() {
    return picture;
  }

  /** How names of such files end, behind the last dot and in lower case; the usual one first. */
  public List<String> extensions() {
    return extensions;
  }

  /** The type that a setting calls so. */
  static Optional<FileType> named(String name) {
    return List.of(values()).stream()
        .filter(type -> type.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }
}
