package plenum.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import plenum.web.QrText.Look;

/** Consoles show what a phone reads. */
class QrTextTest {

  private static final String ADDRESS = "https://192.168.178.123:8443/";
  private static final int LIGHT = 0xffffff;
  private static final int PIXELS = 8;

  @Test
  void isReadFromBlocks() throws ReaderException {
    assertEquals(ADDRESS, read(ofBlocks(QrText.of(ADDRESS, Look.BLOCKS))));
  }

  @Test
  void isReadFromColouredBlocks() throws ReaderException {
    String text = QrText.of(ADDRESS, Look.COLOURED_BLOCKS);
    String plain = text.replace("\u001b[97;40m", "").replace("\u001b[0m", "");

    assertEquals(QrText.of(ADDRESS, Look.BLOCKS), plain);
  }

  @Test
  void isReadFromColouredSpaces() throws ReaderException {
    List<boolean[]> rows = new ArrayList<>();
    for (String line : QrText.of(ADDRESS, Look.COLOURED_SPACES).lines().toList()) {
      String[] cells = line.replace("\u001b[0m", "").split(" {2}");
      boolean[] row = new boolean[cells.length];
      for (int x = 0; x < cells.length; x++) {
        row[x] = cells[x].equals("\u001b[107m");
      }
      rows.add(row);
    }
    assertEquals(ADDRESS, read(rows));
  }

  @Test
  void isShownAsTheConsoleCan() {
    assertEquals(Look.BLOCKS, Console.look(false, StandardCharsets.UTF_8));
    assertEquals(Look.NONE, Console.look(false, StandardCharsets.US_ASCII));
    assertEquals(Look.COLOURED_BLOCKS, Console.look(true, StandardCharsets.UTF_8));
    assertEquals(Look.COLOURED_SPACES, Console.look(true, StandardCharsets.ISO_8859_1));
    assertEquals("", QrText.of(ADDRESS, Look.NONE));
  }

  /** What a dark console shows: blocks are light. */
  private static List<boolean[]> ofBlocks(String text) {
    List<boolean[]> rows = new ArrayList<>();
    for (String line : text.lines().toList()) {
      boolean[] above = new boolean[line.length()];
      boolean[] below = new boolean[line.length()];
      for (int x = 0; x < line.length(); x++) {
        above[x] = "█▀".indexOf(line.charAt(x)) >= 0;
        below[x] = "█▄".indexOf(line.charAt(x)) >= 0;
      }
      rows.add(above);
      rows.add(below);
    }
    return rows;
  }

  private static String read(List<boolean[]> rows) throws ReaderException {
    int width = rows.get(0).length * PIXELS;
    int[] pixels = new int[width * rows.size() * PIXELS];
    for (int i = 0; i < pixels.length; i++) {
      boolean light = rows.get(i / width / PIXELS)[i % width / PIXELS];
      pixels[i] = light ? LIGHT : 0;
    }
    var source = new RGBLuminanceSource(width, rows.size() * PIXELS, pixels);
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
  }
}
