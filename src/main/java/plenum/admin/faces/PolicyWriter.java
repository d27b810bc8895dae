package plenum.admin.faces;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.context.ResponseWriterWrapper;
import java.io.IOException;
import java.io.Writer;
import java.util.regex.Pattern;

/**
 * Writes what components render so that it keeps to the site's Content-Security-Policy: scripts
 * with the page's nonce, and styles of single elements as {@code data-style}, which the page's
 * script {@code js/admin/policy.js} sets: by script they are permitted. Texts of people inside of
 * scripts begin no mark-up, after which a browser might not see where the script ends: PrimeFaces
 * 15.0.13 sees to end tags alone. And entries of lists stay such: those of messages would be
 * alerts, which nothing in a list may be.
 */
final class PolicyWriter extends ResponseWriterWrapper {

  /** In what components write as scripts it is in a text: an operator has a space behind it. */
  private static final Pattern MARK_UP = Pattern.compile("<(?=[!A-Za-z])");

  private static final String SCRIPT = "script";

  private final String nonce;
  private String element = "";
  private boolean inScript;

  /** A {@code <} of a script that waits for what comes behind it. */
  private String held = "";

  PolicyWriter(ResponseWriter wrapped, String nonce) {
    super(wrapped);
    this.nonce = nonce;
  }

  @Override
  public void startElement(String name, UIComponent component) throws IOException {
    super.startElement(name, component);
    element = name;
    if (SCRIPT.equalsIgnoreCase(name)) {
      inScript = true;
      super.writeAttribute("nonce", nonce, null);
    }
  }

  @Override
  public void endElement(String name) throws IOException {
    if (!held.isEmpty()) {
      super.write(held.toCharArray(), 0, held.length());
      held = "";
    }
    inScript = inScript && !SCRIPT.equalsIgnoreCase(name);
    super.endElement(name);
  }

  /** All that is written as it is comes here. */
  @Override
  public void write(char[] text, int from, int length) throws IOException {
    if (inScript) {
      char[] plain = plain(new String(text, from, length)).toCharArray();
      super.write(plain, 0, plain.length);
    } else {
      super.write(text, from, length);
    }
  }

  @Override
  public void writeText(Object text, String property) throws IOException {
    super.writeText(inScript ? plain(text.toString()) : text, property);
  }

  @Override
  public void writeText(Object text, UIComponent component, String property) throws IOException {
    super.writeText(inScript ? plain(text.toString()) : text, component, property);
  }

  @Override
  public void writeText(char[] text, int from, int length) throws IOException {
    if (inScript) {
      char[] plain = plain(new String(text, from, length)).toCharArray();
      super.writeText(plain, 0, plain.length);
    } else {
      super.writeText(text, from, length);
    }
  }

  private String plain(String part) {
    String script = held + part;
    held = script.endsWith("<") ? "<" : "";
    String whole = script.substring(0, script.length() - held.length());
    return MARK_UP.matcher(whole).replaceAll("\\\\u003c");
  }

  @Override
  public void writeAttribute(String name, Object value, String property) throws IOException {
    if (!("role".equals(name) && "alert".equals(value) && "li".equals(element))) {
      super.writeAttribute("style".equalsIgnoreCase(name) ? "data-style" : name, value, property);
    }
  }

  @Override
  public ResponseWriter cloneWithWriter(Writer writer) {
    return new PolicyWriter(getWrapped().cloneWithWriter(writer), nonce);
  }
}
