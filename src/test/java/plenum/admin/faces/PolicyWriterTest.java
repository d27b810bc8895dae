package plenum.admin.faces;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyWriterTest {

  private final StringWriter out = new StringWriter();
  private final ResponseWriter writer = new PolicyWriter(new Plain(out), "word");

  @Test
  void givesScriptsTheNonce() throws IOException {
    writer.startElement("script", null);
    writer.writeAttribute("src", "a.js", null);
    writer.endElement("script");
    assertEquals("<script nonce='word' src='a.js'></script>", out.toString());
  }

  @Test
  void beginsNoMarkUpInScripts() throws IOException {
    writer.startElement("script", null);
    writer.write("if (a < b) ask(\"<i>Ada</i>\");");
    writer.writeText("say('<!doctype')", null);
    writer.endElement("script");
    writer.write("<b>");
    assertEquals(
        "<script nonce='word'>if (a < b) ask(\"\\u003ci>Ada</i>\");say('\\u003c!doctype')</script><b>",
        out.toString());
  }

  @Test
  void beginsNoMarkUpInScriptsThatAreWrittenInParts() throws IOException {
    writer.startElement("script", null);
    writer.write("ask('<");
    writer.write("i>');if (a <");
    writer.write(" b) say('<<");
    writer.writeText("!--".toCharArray(), 0, 3);
    writer.writeText("-<b>'); a <".toCharArray(), 1, 10);
    writer.endElement("script");
    writer.write("<");
    writer.write("b>");
    assertEquals(
        "<script nonce='word'>ask('\\u003ci>');if (a < b) say('<\\u003c!--\\u003cb>'); a <</script><b>",
        out.toString());
  }

  @Test
  void leavesStylesToThePagesScript() throws IOException {
    writer.startElement("div", null);
    writer.writeAttribute("style", "width: 1em", "style");
    writer.endElement("div");
    assertEquals("<div data-style='width: 1em'></div>", out.toString());
  }

  @Test
  void leavesEntriesOfListsWhatTheyAre() throws IOException {
    for (String name : List.of("li", "div")) {
      writer.startElement(name, null);
      writer.writeAttribute("role", "alert", null);
      writer.endElement(name);
    }
    assertEquals("<li></li><div role='alert'></div>", out.toString());
  }

  @Test
  void keepsToItInACopy() throws IOException {
    StringWriter copy = new StringWriter();
    writer.cloneWithWriter(copy).startElement("script", null);
    assertEquals("<script nonce='word'", copy.toString());
  }

  /** As little of a writer as is needed to see what is written. */
  private static final class Plain extends ResponseWriter {

    private final Writer to;
    private boolean open;

    private Plain(Writer to) {
      this.to = to;
    }

    @Override
    public void startElement(String name, UIComponent component) throws IOException {
      to.write("<" + name);
      open = true;
    }

    @Override
    public void writeAttribute(String name, Object value, String property) throws IOException {
      to.write(" " + name + "='" + value + "'");
    }

    @Override
    public void endElement(String name) throws IOException {
      to.write((open ? ">" : "") + "</" + name + ">");
      open = false;
    }

    @Override
    public ResponseWriter cloneWithWriter(Writer writer) {
      return new Plain(writer);
    }

    @Override
    public String getContentType() {
      return "text/html";
    }

    @Override
    public String getCharacterEncoding() {
      return "UTF-8";
    }

    @Override
    public void startDocument() {}

    @Override
    public void endDocument() {}

    @Override
    public void writeURIAttribute(String name, Object value, String property) throws IOException {
      writeAttribute(name, value, property);
    }

    @Override
    public void writeComment(Object comment) {}

    @Override
    public void writeText(Object text, String property) throws IOException {
      write(text.toString());
    }

    @Override
    public void writeText(char[] text, int from, int length) throws IOException {
      write(text, from, length);
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
      to.write(open ? ">" : "");
      open = false;
      to.write(text, from, length);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
