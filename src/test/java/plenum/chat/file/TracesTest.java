package plenum.chat.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plenum.chat.file.MarkedPictures.SECRET;
import static plenum.chat.file.MarkedPictures.application;
import static plenum.chat.file.MarkedPictures.bytes;
import static plenum.chat.file.MarkedPictures.chunk;
import static plenum.chat.file.MarkedPictures.exif;
import static plenum.chat.file.MarkedPictures.gif;
import static plenum.chat.file.MarkedPictures.join;
import static plenum.chat.file.MarkedPictures.jpeg;
import static plenum.chat.file.MarkedPictures.png;
import static plenum.chat.file.MarkedPictures.riff;
import static plenum.chat.file.MarkedPictures.segment;
import static plenum.chat.file.MarkedPictures.tells;
import static plenum.chat.file.MarkedPictures.tiff;
import static plenum.chat.file.MarkedPictures.webp;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plenum.settings.FileType;

class TracesTest {

  @TempDir private Path folder;

  private record Bare(byte[] bytes, int orientation) {}

  /** The file without them; empty where it is refused. */
  private Optional<Bare> bare(FileType type, byte[] whole) {
    FileId id = FileId.fresh();
    Depot depot = new Depot(folder);
    try {
      Files.write(depot.path(id), whole);
      Optional<Traces> traces = Traces.of(type, depot.path(id));
      if (traces.isEmpty()) {
        return Optional.empty();
      }
      assertEquals(depot.change(id, traces.get().cuts()), Files.size(depot.path(id)));
      byte[] left = Files.readAllBytes(depot.path(id));
      return Optional.of(new Bare(left, traces.get().orientation().number()));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private Bare taken(FileType type, byte[] whole) {
    return bare(type, whole).orElseThrow();
  }

  private static int[] pixels(byte[] picture) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  @Test
  void leavesOnlyThePictureOfAJpeg() throws IOException {
    byte[] icc = segment(0xE2, bytes("ICC_PROFILE\0\1\1profile"));
    byte[] plain = jpeg(40, 30, icc);
    byte[] marked =
        join(
            jpeg(
                40,
                30,
                exif(1),
                segment(0xE1, bytes("http://ns.adobe.com/xap/1.0/\0" + SECRET)),
                icc,
                segment(0xE2, bytes("MPF\0" + SECRET)),
                segment(0xED, bytes("Photoshop 3.0\0" + SECRET)),
                segment(0xFE, bytes(SECRET))),
            bytes("A film: " + SECRET));
    Bare bare = taken(FileType.JPEG, marked);
    assertArrayEquals(plain, bare.bytes());
    assertArrayEquals(pixels(marked), pixels(bare.bytes()));
    assertEquals(1, bare.orientation());
  }

  @Test
  void rewritesNothingOfAPictureThatTellsNothing() throws IOException {
    for (String format : new String[] {"jpg", "gif"}) {
      Path file = Files.write(folder.resolve("plain"), FilesForTests.picture(format, 40, 30));
      FileType type = format.equals("jpg") ? FileType.JPEG : FileType.GIF;
      assertEquals(0, Traces.of(type, file).orElseThrow().cuts().size());
    }
  }

  @Test
  void keepsWhichSideOfAJpegIsUp() {
    for (int side = 2; side <= 8; side++) {
      Bare bare = taken(FileType.JPEG, jpeg(40, 30, exif(side)));
      assertEquals(side, bare.orientation());
      assertFalse(tells(bare.bytes(), SECRET));
      assertTrue(tells(bare.bytes(), "Exif\0\0MM"));
      assertArrayEquals(bare.bytes(), taken(FileType.JPEG, bare.bytes()).bytes());
    }
    assertEquals(1, taken(FileType.JPEG, jpeg(4, 3, exif(9))).orientation());
  }

  @Test
  void takesTheFirstExifOfAJpeg() {
    Bare bare = taken(FileType.JPEG, jpeg(40, 30, exif(1), exif(6)));
    assertEquals(1, bare.orientation());
    assertArrayEquals(jpeg(40, 30), bare.bytes());
  }

  @Test
  void leavesOutWhatComesBehindAScan() {
    byte[] plain = jpeg(40, 30);
    byte[] end = Arrays.copyOfRange(plain, plain.length - 2, plain.length);
    byte[] scans = Arrays.copyOf(plain, plain.length - 2);
    byte[] remark = segment(0xFE, bytes(SECRET));
    assertArrayEquals(plain, taken(FileType.JPEG, join(scans, remark, end)).bytes());
    byte[] half = Arrays.copyOf(remark, 12);
    assertArrayEquals(scans, taken(FileType.JPEG, join(scans, half)).bytes());
  }

  @Test
  void leavesASmallPictureOutOfAJpegsHeader() {
    byte[] plain = FilesForTests.picture("jpg", 40, 30);
    byte[] small = join(Arrays.copyOfRange(plain, 6, 18), new byte[] {1, 1, 7, 7, 7});
    byte[] rest = Arrays.copyOfRange(plain, 20, plain.length);
    byte[] marked = join(Arrays.copyOf(plain, 2), segment(0xE0, small), rest);
    assertArrayEquals(plain, taken(FileType.JPEG, marked).bytes());
  }

  @Test
  void leavesAJpegThatBreaksOffAsItIs() {
    byte[] half = Arrays.copyOf(FilesForTests.picture("jpg", 300, 200), 800);
    assertArrayEquals(half, taken(FileType.JPEG, half).bytes());
  }

  @Test
  void refusesAJpegWithoutAWholeHeader() {
    byte[] whole = jpeg(40, 30, exif(6));
    assertEquals(Optional.empty(), bare(FileType.JPEG, Arrays.copyOf(whole, 60)));
    whole[20] = 0;
    assertEquals(Optional.empty(), bare(FileType.JPEG, whole));
  }

  @Test
  void leavesOnlyThePictureOfAPng() throws IOException {
    byte[] density = chunk("pHYs", new byte[9]);
    byte[] marked =
        join(
            png(
                20,
                10,
                chunk("tEXt", bytes("Author\0" + SECRET)),
                density,
                chunk("zTXt", bytes("Author\0\0" + SECRET)),
                chunk("iTXt", bytes("XML:com.adobe.xmp\0" + SECRET)),
                chunk("tIME", new byte[7]),
                chunk("caBX", bytes(SECRET)),
                chunk("eXIf", tiff(ByteOrder.BIG_ENDIAN, 1))),
            bytes(SECRET));
    Bare bare = taken(FileType.PNG, marked);
    assertArrayEquals(png(20, 10, density), bare.bytes());
    assertArrayEquals(pixels(marked), pixels(bare.bytes()));
  }

  @Test
  void keepsWhichSideOfAPngIsUp() {
    Bare bare = taken(FileType.PNG, png(20, 10, chunk("eXIf", tiff(ByteOrder.BIG_ENDIAN, 8))));
    assertEquals(8, bare.orientation());
    assertArrayEquals(png(20, 10, chunk("eXIf", new Orientation(8).tiff())), bare.bytes());
  }

  @Test
  void leavesOutTheHalfChunkOfAPngThatBreaksOff() {
    byte[] plain = FilesForTests.picture("png", 20, 10);
    byte[] half = Arrays.copyOf(plain, plain.length - 14);
    assertArrayEquals(half, taken(FileType.PNG, half).bytes());
    byte[] remark = Arrays.copyOf(chunk("tEXt", bytes(SECRET)), 20);
    byte[] scans = Arrays.copyOf(plain, plain.length - 12);
    assertArrayEquals(scans, taken(FileType.PNG, join(scans, remark)).bytes());
  }

  @Test
  void leavesOnlyThePictureOfAWebp() {
    byte[] exif = riff("EXIF", tiff(ByteOrder.LITTLE_ENDIAN, 1));
    byte[] xmp = riff("XMP ", bytes(SECRET));
    byte[] profile = riff("ICCP", bytes("abc"));
    byte[] other = riff("note", bytes(SECRET));
    byte[] marked = join(webp(0x2C, profile, exif, other, xmp), bytes(SECRET));
    assertArrayEquals(webp(0x20, profile), taken(FileType.WEBP, marked).bytes());
  }

  @Test
  void keepsWhichSideOfAWebpIsUpByWhichNoPageTurnsIt() {
    byte[] tiff = tiff(ByteOrder.LITTLE_ENDIAN, 6);
    byte[] left = webp(0x08, riff("EXIF", new Orientation(6).tiff()));
    Bare bare = taken(FileType.WEBP, webp(0x0C, riff("EXIF", tiff), riff("XMP ", bytes(SECRET))));
    assertEquals(1, bare.orientation());
    assertArrayEquals(left, bare.bytes());
    byte[] named = join(bytes("Exif\0\0"), tiff);
    assertArrayEquals(left, taken(FileType.WEBP, webp(0x08, riff("EXIF", named))).bytes());
    assertArrayEquals(webp(0), taken(FileType.WEBP, webp(0, riff("EXIF", tiff))).bytes());
  }

  @Test
  void leavesOnlyThePictureOfAGif() throws IOException {
    byte[] loop = application("NETSCAPE2.0", new byte[] {1, 0, 0});
    byte[] remark = join(new byte[] {0x21, (byte) 0xFE, 25}, bytes(SECRET), new byte[1]);
    byte[] xmp = application("XMP DataXMP", bytes(SECRET));
    byte[] marked = join(gif(remark, loop, xmp), bytes(SECRET));
    Bare bare = taken(FileType.GIF, marked);
    assertArrayEquals(gif(loop), bare.bytes());
    assertArrayEquals(pixels(marked), pixels(bare.bytes()));
  }

  @Test
  void turnsThePlaceOfAPictureThatLies() {
    Dimensions stored = new Dimensions(40, 30);
    assertEquals(stored, new Orientation(4).turned(stored));
    assertEquals(new Dimensions(30, 40), new Orientation(5).turned(stored));
    assertEquals(new Dimensions(30, 40), new Orientation(8).turned(stored));
  }

  @Test
  void refusesMorePartsThanAnyPhotoHas() {
    byte[][] many =
        IntStream.range(0, 2_200)
            .mapToObj(i -> chunk(i % 2 == 0 ? "tEXt" : "pHYs", new byte[9]))
            .toArray(byte[][]::new);
    assertEquals(Optional.empty(), bare(FileType.PNG, png(20, 10, many)));
    byte[][] beside = new byte[70_000][];
    Arrays.fill(beside, chunk("tEXt", bytes("a\0b")));
    assertArrayEquals(png(20, 10), taken(FileType.PNG, png(20, 10, beside)).bytes());
  }

  @Test
  void standsWhateverIsInIt() {
    Random random = new Random(17);
    byte[] exif = riff("EXIF", tiff(ByteOrder.LITTLE_ENDIAN, 6));
    for (int i = 0; i < 400; i++) {
      for (FileType type :
          new FileType[] {FileType.JPEG, FileType.PNG, FileType.WEBP, FileType.GIF}) {
        byte[] whole =
            switch (type) {
              case JPEG -> jpeg(20, 20, exif(6), segment(0xFE, bytes(SECRET)));
              case PNG -> png(20, 20, chunk("eXIf", tiff(ByteOrder.BIG_ENDIAN, 3)));
              case WEBP -> webp(0x0C, exif, riff("XMP ", bytes(SECRET)));
              default -> gif(application("XMP DataXMP", bytes(SECRET)));
            };
        whole[random.nextInt(whole.length)] = (byte) random.nextInt();
        byte[] broken = Arrays.copyOf(whole, 12 + random.nextInt(whole.length - 11));
        bare(type, broken).ifPresent(left -> assertTrue(left.bytes().length <= broken.length + 12));
      }
    }
  }
}
