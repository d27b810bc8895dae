package plenum.admin.rest;

import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A way to write lines of cells.
 *
 * @param separator stands between cells
 * @param begin what the file begins with
 */
record Csv(char separator, String begin) {

  /** For programs, as RFC 4180 has it. */
  static final Csv PLAIN = new Csv(',', "");

  /** Without it Excel takes UTF-8 for the code page of its Windows. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /**
   * Spreadsheets take a text that begins so for a formula, those of East Asia also by the wide
   * forms (OWASP, CSV Injection).
   */
  private static final String FORMULAS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  /**
   * For who opens the file with a spreadsheet: between cells it wants a semicolon wherever numbers
   * have a comma.
   */
  static Csv spreadsheet(Locale reader) {
    boolean comma = DecimalFormatSymbols.getInstance(reader).getDecimalSeparator() == ',';
    return new Csv(comma ? ';' : ',', BYTE_ORDER_MARK);
  }

  String line(List<String> cells) {
    return cells.stream().map(this::cell).collect(Collectors.joining("" + separator)) + "\r\n";
  }

  /** What would be a formula begins with an apostrophe. */
  private String cell(String text) {
    String safe = !text.isEmpty() && FORMULAS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    boolean plain = safe.chars().noneMatch(one -> one == separator || "\"\r\n".indexOf(one) >= 0);
    return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }
}
