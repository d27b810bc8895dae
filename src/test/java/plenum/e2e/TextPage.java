package plenum.e2e;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * A page of 1920 by 1080 points full of words in a font whose letters are equally wide, and a
 * reader of pictures of it. The reader knows how each letter looks from a picture of the page
 * itself, and takes what is in a letter's place for the letter that it resembles most: among 63
 * signs, so that guessing would be right in one of 63 cases.
 */
final class TextPage {

  private static final int WIDTH = 1920;
  private static final int HEIGHT = 1080;
  private static final int MARGIN = 16;
  private static final int CELL = 8;
  private static final int LINE = 16;
  private static final int COLUMNS = (WIDTH - 2 * MARGIN) / CELL;
  private static final int ROWS = (HEIGHT - 2 * MARGIN) / LINE;
  private static final String SIGNS =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  private static final int USUAL_WORD = 7;

  /** Of the structural similarity (Wang et al. 2004), for 8 bits. */
  private static final double C1 = 6.5025;

  private static final double C2 = 58.5225;

  /** What was read: the part of the letters that were right, and how alike the pictures are. */
  record Reading(double right, double similarity) {}

  private final char[][] text = new char[ROWS][COLUMNS];
  private final int points;
  private final Map<Character, double[]> looks = new LinkedHashMap<>();
  private double[][] original = {};

  TextPage(int points) {
    this.points = points;
    Random random = new Random(1);
    for (char[] row : text) {
      for (int column = 0; column < COLUMNS; column++) {
        boolean gap = random.nextInt(USUAL_WORD) == 0;
        row[column] = gap ? ' ' : SIGNS.charAt(random.nextInt(SIGNS.length()));
      }
    }
  }

  /** What is in the page's body. */
  String markup() {
    StringBuilder lines = new StringBuilder();
    for (char[] row : text) {
      lines.append(row).append('\n');
    }
    String style =
        "margin:0;position:absolute;left:%dpx;top:%dpx;font:%dpt/%dpx monospace;letter-spacing:calc(%dpx - 1ch)"
            .formatted(MARGIN, MARGIN, points, LINE, CELL);
    return "<style>body{background:#fff;color:#000;overflow:hidden}</style><pre style='"
        + style
        + "'>"
        + lines
        + "</pre>";
  }

  /** How many letters there are, without the spaces. */
  int letters() {
    int count = 0;
    for (char[] row : text) {
      for (char sign : row) {
        count += sign == ' ' ? 0 : 1;
      }
    }
    return count;
  }

  /** Learns how the letters look from a picture (PNG) of the page itself. */
  void learn(byte[] png) {
    original = greys(png);
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        looks.putIfAbsent(text[row][column], cell(original, row, column));
      }
    }
  }

  /** Reads a picture (PNG) of the page. */
  Reading read(byte[] png) {
    double[][] picture = greys(png);
    int right = 0;
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        boolean letter = text[row][column] != ' ';
        right += letter && nearest(cell(picture, row, column)) == text[row][column] ? 1 : 0;
      }
    }
    return new Reading((double) right / letters(), similarity(picture));
  }

  private char nearest(double[] seen) {
    char best = ' ';
    double least = Double.MAX_VALUE;
    for (Map.Entry<Character, double[]> look : looks.entrySet()) {
      double distance = 0;
      for (int i = 0; i < seen.length && distance < least; i++) {
        double difference = seen[i] - look.getValue()[i];
        distance += difference * difference;
      }
      if (distance < least) {
        least = distance;
        best = look.getKey();
      }
    }
    return best;
  }

  private static double[] cell(double[][] picture, int row, int column) {
    double[] points = new double[CELL * LINE];
    for (int y = 0; y < LINE; y++) {
      for (int x = 0; x < CELL; x++) {
        points[y * CELL + x] = picture[MARGIN + row * LINE + y][MARGIN + column * CELL + x];
      }
    }
    return points;
  }

  /** The mean over blocks of 8 by 8 points; 1 for the same picture. */
  private double similarity(double[][] picture) {
    double sum = 0;
    int blocks = 0;
    for (int y = 0; y + CELL <= HEIGHT; y += CELL) {
      for (int x = 0; x + CELL <= WIDTH; x += CELL) {
        sum += similarity(picture, x, y);
        blocks++;
      }
    }
    return sum / blocks;
  }

  private double similarity(double[][] picture, int left, int top) {
    double n = CELL * CELL;
    double sa = 0;
    double sb = 0;
    double saa = 0;
    double sbb = 0;
    double sab = 0;
    for (int y = top; y < top + CELL; y++) {
      for (int x = left; x < left + CELL; x++) {
        double a = original[y][x];
        double b = picture[y][x];
        sa += a;
        sb += b;
        saa += a * a;
        sbb += b * b;
        sab += a * b;
      }
    }
    double ma = sa / n;
    double mb = sb / n;
    double covariance = sab / n - ma * mb;
    double variances = saa / n - ma * ma + sbb / n - mb * mb;
    return (2 * ma * mb + C1)
        * (2 * covariance + C2)
        / ((ma * ma + mb * mb + C1) * (variances + C2));
  }

  private static double[][] greys(byte[] png) {
    BufferedImage image = decoded(png);
    if (image.getWidth() != WIDTH || image.getHeight() != HEIGHT) {
      throw new IllegalArgumentException(image.getWidth() + "x" + image.getHeight());
    }
    double[][] greys = new double[HEIGHT][WIDTH];
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int rgb = image.getRGB(x, y);
        greys[y][x] = 0.299 * (rgb >> 16 & 255) + 0.587 * (rgb >> 8 & 255) + 0.114 * (rgb & 255);
      }
    }
    return greys;
  }

  private static BufferedImage decoded(byte[] png) {
    try {
      return ImageIO.read(new ByteArrayInputStream(png));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
