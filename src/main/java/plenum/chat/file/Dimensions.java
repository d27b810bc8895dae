package plenum.chat.file;

/** How large a picture is, in pixels, as pages show it. */
public record Dimensions(int width, int height) {

  /** More pixels a page does not show: they take four bytes each there, however small the file. */
  private static final long MOST = 50_000_000;

  /** Whether pages may show it. */
  boolean areFit() {
    return width > 0 && height > 0 && (long) width * height <= MOST;
  }
}
