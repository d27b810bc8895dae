package plenum.engine.sdp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What is known so far of one m-line, or of the part before the first. */
final class Section {

  private static final long MAX_SSRC = 0xffffffffL;
  private static final int MAX_CODECS = 128;
  private static final int MAX_FEEDBACK = 32;
  private static final int MAX_SSRCS = 64;
  private static final int MAX_FINGERPRINTS = 16;
  private static final int MAX_RIDS = 16;

  /** RFC 8851 section 10, within limits. */
  private static final Pattern RID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private static final String ANY = "*";
  private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1,64}");

  /** The value of an rtpmap. */
  private record Encoding(String name, int clockRate, int channels) {}

  private String kind = "";
  private String protocol = "";
  private List<String> formats = List.of();
  private boolean zeroPort;
  private boolean bundleOnly;
  private String mid = "";
  private Direction direction = Direction.SENDRECV;
  private String iceUfrag = "";
  private String icePwd = "";
  private final Set<Fingerprint> fingerprints = new LinkedHashSet<>();
  private List<Fingerprint> inherited = List.of();
  private Optional<Setup> setup = Optional.empty();
  private boolean rtcpMux;
  private boolean rtcpRsize;
  private boolean mixedExtensions;
  private final Map<Integer, HeaderExtension> extensions = new LinkedHashMap<>();
  private final Map<String, Encoding> encodings = new LinkedHashMap<>();
  private final Map<String, String> parameters = new LinkedHashMap<>();
  private final Map<String, List<String>> feedback = new LinkedHashMap<>();
  private final Map<Integer, String> ssrcs = new LinkedHashMap<>();
  private final Set<Integer> repairing = new LinkedHashSet<>();
  private final Map<Integer, Integer> repairSources = new LinkedHashMap<>();
  private final Set<String> sentRids = new LinkedHashSet<>();
  private List<String> layers = List.of();
  private Optional<MalformedSdp> complaint = Optional.empty();

  /** The part before the first m-line. */
  Section() {}

  /** An m-line, with what the session part says for all of them. */
  Section(Section session, Line line) {
    List<String> words = List.of(line.text().substring(2).strip().split("\\s+"));
    if (words.size() < 4 || !words.stream().allMatch(word -> TOKEN.matcher(word).matches())) {
      throw line.malformed("is not of the form m=kind port protocol formats");
    }
    kind = words.get(0);
    zeroPort = line.number(words.get(1), 0, 65535) == 0;
    protocol = words.get(2);
    formats = words.subList(3, words.size());
    if (formats.size() > MAX_CODECS) {
      throw line.malformed("has too many formats");
    }
    direction = session.direction;
    iceUfrag = session.iceUfrag;
    icePwd = session.icePwd;
    inherited = List.copyOf(session.fingerprints);
    setup = session.setup;
    rtcpMux = session.rtcpMux;
    rtcpRsize = session.rtcpRsize;
    mixedExtensions = session.mixedExtensions;
    extensions.putAll(session.extensions);
    complaint = session.complaint;
  }

  /** What cannot be read is a reason to complain only if the m-line is used. */
  void attribute(Line line) {
    try {
      read(line);
    } catch (MalformedSdp malformed) {
      complaint = complaint.or(() -> Optional.of(malformed));
    }
  }

  private void read(Line line) {
    switch (line.attribute()) {
      case "mid" -> mid = token(line);
      case "bundle-only" -> bundleOnly = true;
      case "rtcp-mux", "rtcp-mux-only" -> rtcpMux = true;
      case "rtcp-rsize" -> rtcpRsize = true;
      case "extmap-allow-mixed" -> mixedExtensions = true;
      case "ice-ufrag" -> iceUfrag = iceWord(line, 4);
      case "ice-pwd" -> icePwd = iceWord(line, 22);
      case "fingerprint" -> fingerprint(line);
      case "setup" ->
          setup =
              Optional.of(Setup.of(line.first()).orElseThrow(() -> line.malformed("is unknown")));
      case "extmap" -> extension(line);
      default -> mediaAttribute(line);
    }
  }

  private void mediaAttribute(Line line) {
    switch (line.attribute()) {
      case "rtpmap" -> encoding(line);
      case "fmtp" -> parameters.merge(line.first(), line.rest(), (one, more) -> one + ";" + more);
      case "rtcp-fb" -> feedback(line);
      case "ssrc" -> ssrc(line);
      case "ssrc-group" -> group(line);
      case "rid" -> rid(line);
      case "simulcast" -> simulcast(line);
      default -> direction = Direction.of(line.text().substring(2).strip()).orElse(direction);
    }
  }

  private static String token(Line line) {
    if (!TOKEN.matcher(line.value()).matches()) {
      throw line.malformed("has no name, or a bad one");
    }
    return line.value();
  }

  /** RFC 8839 section 5.4. */
  private static String iceWord(Line line, int min) {
    if (!line.value().matches("[A-Za-z0-9+/=_-]{" + min + ",256}")) {
      throw line.malformed("has bad ICE credentials");
    }
    return line.value();
  }

  private void fingerprint(Line line) {
    if (Fingerprint.knows(line.first())) {
      Fingerprint read =
          Fingerprint.of(line.first(), line.rest())
              .orElseThrow(() -> line.malformed("has a bad fingerprint"));
      if (fingerprints.size() < MAX_FINGERPRINTS) {
        fingerprints.add(read);
      }
    }
  }

  private void extension(Line line) {
    List<String> words = line.words();
    if (words.size() < 2) {
      throw line.malformed("has no header extension");
    }
    // Ids from 4096 on are offers to choose one (RFC 8285 section 7), which nobody makes.
    String[] parts = words.get(0).split("/", 2);
    int id = (int) line.number(parts[0], 1, 65535);
    Optional<Direction> way = parts.length > 1 ? Direction.of(parts[1]) : Optional.empty();
    if (parts.length > 1 && way.isEmpty()) {
      throw line.malformed("has a header extension of an unknown direction");
    }
    if (id < 256) {
      extensions.put(id, new HeaderExtension(words.get(1), way));
    }
  }

  private void encoding(Line line) {
    String[] parts = line.rest().split("/", -1);
    line.number(line.first(), 0, 127);
    if (parts.length < 2 || parts.length > 3 || !TOKEN.matcher(parts[0]).matches()) {
      throw line.malformed("is not of the form a=rtpmap:type name/rate");
    }
    int clockRate = (int) line.number(parts[1], 1, 10_000_000);
    int channels = parts.length == 3 ? (int) line.number(parts[2], 1, 255) : 1;
    encodings.putIfAbsent(line.first(), new Encoding(parts[0], clockRate, channels));
  }

  private void feedback(Line line) {
    String format = line.first();
    if (format.equals(ANY) || formats.contains(format)) {
      List<String> values = feedback.computeIfAbsent(format, f -> new ArrayList<>());
      if (values.size() < MAX_FEEDBACK) {
        values.add(line.rest());
      }
    }
  }

  private void ssrc(Line line) {
    int ssrc = (int) line.number(line.first(), 0, MAX_SSRC);
    if (ssrcs.size() < MAX_SSRCS || ssrcs.containsKey(ssrc)) {
      String rest = line.rest();
      String cname = rest.startsWith("cname:") ? rest.substring("cname:".length()) : "";
      ssrcs.merge(ssrc, cname, (known, added) -> known.isEmpty() ? added : known);
    }
  }

  private void group(Line line) {
    List<String> words = line.words();
    boolean repair = words.get(0).equals("FID") || words.get(0).startsWith("FEC");
    for (int i = 2; repair && i < words.size() && repairing.size() < MAX_SSRCS; i++) {
      repairing.add((int) line.number(words.get(i), 0, MAX_SSRC));
    }
    if (words.size() == 3 && words.get(0).equals("FID") && repairSources.size() < MAX_SSRCS) {
      int of = (int) line.number(words.get(1), 0, MAX_SSRC);
      repairSources.put(of, (int) line.number(words.get(2), 0, MAX_SSRC));
    }
  }

  /** RFC 8851 section 4: a name and a direction; restrictions are the sender's affair. */
  private void rid(Line line) {
    List<String> words = line.words();
    if (words.size() < 2 || !RID.matcher(words.get(0)).matches()) {
      throw line.malformed("is not of the form a=rid:name direction");
    }
    if (words.get(1).equals("send") && sentRids.size() < MAX_RIDS) {
      sentRids.add(words.get(0));
    }
  }

  /**
   * RFC 8853 section 5.1: what is sent at the same time, separated by semicolons; of alternatives,
   * separated by commas, the first is taken, and a tilde before one says that it pauses.
   */
  private void simulcast(Line line) {
    List<String> words = line.words();
    int send = words.indexOf("send");
    if (send < 0) {
      return;
    }
    if (send + 1 >= words.size()) {
      throw line.malformed("names nothing to send");
    }
    layers =
        Arrays.stream(words.get(send + 1).split(";"))
            .map(alternatives -> alternatives.split(",", 2)[0])
            .map(name -> name.startsWith("~") ? name.substring(1) : name)
            .limit(MAX_RIDS)
            .toList();
  }

  /**
   * @param bundled the names of all sections that are in a BUNDLE group
   * @throws MalformedSdp if it is used and could not be read
   */
  MediaDescription build(Set<String> bundled) {
    boolean withGroup = bundleOnly && bundled.contains(mid);
    List<Codec> codecs =
        formats.stream().distinct().filter(encodings::containsKey).map(this::codec).toList();
    List<Ssrc> sources =
        ssrcs.entrySet().stream()
            .filter(entry -> !repairing.contains(entry.getKey()))
            .map(entry -> new Ssrc(entry.getKey(), entry.getValue()))
            .toList();
    MediaDescription read =
        new MediaDescription(
            kind,
            protocol,
            formats,
            mid,
            zeroPort && !withGroup,
            withGroup,
            direction,
            codecs,
            extensions,
            sources,
            repairSources,
            layers.stream().filter(sentRids::contains).distinct().toList(),
            iceUfrag,
            icePwd,
            fingerprints.isEmpty() ? inherited : List.copyOf(fingerprints),
            setup,
            rtcpMux,
            rtcpRsize,
            mixedExtensions);
    if (complaint.isPresent() && read.isInUse()) {
      throw complaint.get();
    }
    return read;
  }

  private Codec codec(String format) {
    Encoding encoding = encodings.get(format);
    List<String> values = new ArrayList<>(feedback.getOrDefault(format, List.of()));
    values.addAll(feedback.getOrDefault(ANY, List.of()));
    return new Codec(
        Integer.parseInt(format),
        encoding.name(),
        encoding.clockRate(),
        encoding.channels(),
        parameters.getOrDefault(format, ""),
        values);
  }
}
