package plenum.admin.faces;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.context.ResponseWriterWrapper;
import java.io.IOException;
import java.io.Writer;

/**
 * Writes what components render so that it keeps to the site's Content-Security-Policy: scripts
 * with the page's nonce, and styles of single elements as {@code data-style}, which the page's
 * script {@code js/admin/policy.js} sets: by script they are permitted. And entries of lists stay
 * such: those of messages would be alerts, which nothing in a list may be.
 */
final class PolicyWriter extends ResponseWriterWrapper {

  private final String nonce;
  private String element = "";

  PolicyWriter(ResponseWriter wrapped, String nonce) {
    super(wrapped);
    this.nonce = nonce;
  }

  @Override
  public void startElement(String name, UIComponent component) throws IOException {
    super.startElement(name, component);
    element = name;
    if ("script".equalsIgnoreCase(name)) {
      super.writeAttribute("nonce", nonce, null);
    }
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
