package plenum.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Faces finds the button that was pressed by the number of its line, in a list that is made anew:
 * what happened meanwhile shifts the lines. So a button says by a parameter whose line it is in,
 * and its act takes no variable of the line.
 */
class ActsOfLinesTest {

  private static final Path PAGES = Path.of("src/main/webapp");

  private final List<String> wrong = new ArrayList<>();
  private int acts;

  private static DocumentBuilder parser() throws ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    return factory.newDocumentBuilder();
  }

  private void look(String page, Element element, List<String> variables) {
    List<String> within = new ArrayList<>(variables);
    if (element.hasAttribute("var")) {
      within.add(element.getAttribute("var"));
    }
    if (!within.isEmpty() && element.hasAttribute("action")) {
      acts++;
      String action = element.getAttribute("action");
      within.stream()
          .filter(line -> Pattern.compile("\\b" + line + "\\b").matcher(action).find())
          .forEach(line -> wrong.add(page + " " + action));
    }
    NodeList children = element.getChildNodes();
    for (int i = 0; i < children.getLength(); i++) {
      Node child = children.item(i);
      if (child instanceof Element inner) {
        look(page, inner, within);
      }
    }
  }

  @Test
  void areForTheLineThatWasShown() throws IOException, ParserConfigurationException, SAXException {
    List<Path> pages;
    try (Stream<Path> files = Files.walk(PAGES)) {
      pages = files.filter(file -> file.toString().endsWith(".xhtml")).sorted().toList();
    }
    DocumentBuilder parser = parser();
    for (Path page : pages) {
      look(
          PAGES.relativize(page).toString(),
          parser.parse(page.toFile()).getDocumentElement(),
          List.of());
    }
    assertEquals(List.of(), wrong);
    assertTrue(acts >= 10, () -> "acts of lines that were looked at: " + acts);
  }
}
