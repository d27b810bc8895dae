package plenum.injection;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * What a field may be given to see whether anything takes it for more than text. None does harm;
 * each is short enough to be somebody's name.
 */
enum Payload {
  SQL("x'; drop table account; --%_\\\"`*?"),
  MARKUP("\"'><i data-injected>x</i><script>"),
  EXPRESSION("#{'n'.concat('øt')}${'n'.concat('øt')}"),
  HEADER("x\r\nX-Injected: yes\r\n\r\nbody"),
  PATH("../../../..\\..\\injected"),
  FORMULA("=1+2*)(uid=*))(|(uid=*"),
  NOUGHT("a\u0000b"),
  HALF("a\ud800b"),
  FORMAT("{0} {x} '{' %s"),
  EMPTY("");

  /** What an expression would say that was evaluated. */
  static final String EVALUATED = "nøt";

  /** An element of a page that was a text. */
  static final String ELEMENT = "<i data-injected>";

  final String text;

  Payload(String text) {
    this.text = text;
  }

  /** As a part of an address. */
  String encoded() {
    return encoded(text);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** A JSON text of ASCII alone, so that half of a pair gets there. */
  static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (char one : text.toCharArray()) {
      if (one < ' ' || one > '~' || one == '"' || one == '\\') {
        json.append("\\u%04x".formatted((int) one));
      } else {
        json.append(one);
      }
    }
    return json.append('"').toString();
  }
}
