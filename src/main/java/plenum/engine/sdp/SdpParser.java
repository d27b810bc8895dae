package plenum.engine.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Splits a description into its session part and its m-lines. */
final class SdpParser {

  private final Section session = new Section();
  private final List<Section> sections = new ArrayList<>();
  private final List<List<String>> bundles = new ArrayList<>();
  private boolean iceLite;

  SessionDescription parse(String sdp) {
    if (sdp.length() > SessionDescription.MAX_LENGTH) {
      throw new MalformedSdp("The SDP is longer than 65536 characters.");
    }
    String[] lines = sdp.stripTrailing().split("\n", -1);
    if (!lines[0].strip().equals("v=0")) {
      throw MalformedSdp.at(1, lines[0], "is not v=0");
    }
    for (int i = 1; i < lines.length; i++) {
      String text =
          lines[i].endsWith("\r") ? lines[i].substring(0, lines[i].length() - 1) : lines[i];
      line(new Line(i + 1, text));
    }
    if (sections.isEmpty()) {
      throw new MalformedSdp("The SDP has no m-line.");
    }
    Set<String> bundled = bundles.stream().flatMap(List::stream).collect(Collectors.toSet());
    return new SessionDescription(
        bundles, iceLite, sections.stream().map(section -> section.build(bundled)).toList());
  }

  private void line(Line line) {
    String text = line.text();
    if (text.length() < 2 || text.charAt(1) != '=' || hasControls(text)) {
      throw line.malformed("is not of the form x=value");
    }
    switch (text.charAt(0)) {
      case 'm' -> media(line);
      case 'a' -> attribute(line);
      default -> {
        // Origin, times, connection and bandwidth say nothing that ICE and DTLS do not.
      }
    }
  }

  /** A lone carriage return, for example, would begin a new line for somebody else. */
  private static boolean hasControls(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' && text.charAt(i) != '\t') {
        return true;
      }
    }
    return false;
  }

  private void media(Line line) {
    if (sections.size() == SessionDescription.MAX_MEDIA) {
      throw line.malformed("is one m-line too many");
    }
    sections.add(new Section(session, line));
  }

  private void attribute(Line line) {
    String name = line.attribute();
    if (!sections.isEmpty()) {
      sections.get(sections.size() - 1).attribute(line);
    } else if (name.equals("ice-lite")) {
      iceLite = true;
    } else if (name.equals("group")) {
      List<String> words = line.words();
      if (words.get(0).equals("BUNDLE") && bundles.size() < SessionDescription.MAX_MEDIA) {
        bundles.add(words.subList(1, words.size()));
      }
    } else {
      session.attribute(line);
    }
  }
}
