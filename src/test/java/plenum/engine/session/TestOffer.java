package plenum.engine.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Offers as a browser would write them, reduced to what matters. A player numbers its payload types
 * differently from a publisher.
 */
public final class TestOffer {

  public static final int AUDIO_SSRC = 1001;
  public static final int VIDEO_SSRC = 1002;
  public static final int TRANSPORT_SEQUENCE_ID = 3;
  public static final int AUDIO_LEVEL_ID = 1;

  public static final int MID_ID = 4;

  /** The header extension with the name of an encoding. */
  public static final int RID_ID = 9;

  /** The same of one of which a packet is sent again. */
  public static final int REPAIRED_RID_ID = 10;

  /** The publisher's payload types. */
  public static final Map<String, Integer> TYPES =
      Map.of("opus", 111, "VP8", 96, "H264", 102, "VP9", 98, "AV1", 45);

  private static final int PLAYER_TYPES_DIFFER_BY = 5;
  private static final String H264 =
      "level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f";

  private final boolean publisher;
  private final List<String> codecs = new ArrayList<>();
  private String setup = "actpass";
  private boolean sourcesTold = true;
  private int sounds = 1;
  private int pictures = 1;
  private boolean levelsTold;
  private List<String> layers = List.of();
  private boolean feedback;
  private boolean repairs;
  private int repairSsrc;

  private TestOffer(boolean publisher, List<String> codecs) {
    this.publisher = publisher;
    this.feedback = publisher;
    this.codecs.addAll(codecs);
  }

  /** A publisher of these codecs, each with its own m-line. */
  public static TestOffer publisher(String... codecs) {
    return new TestOffer(true, List.of(codecs));
  }

  /** A player that can decode these codecs. */
  public static TestOffer player(String... codecs) {
    return new TestOffer(false, List.of(codecs));
  }

  /** A receiver of VP8 and Opus with so many slots, those for pictures first. */
  public static TestOffer receiver(int pictures, int sounds) {
    TestOffer offer = player("opus", "VP8");
    offer.pictures = pictures;
    offer.sounds = sounds;
    return offer;
  }

  /** Whose packets of sound say how loud they are. */
  public TestOffer withLevels() {
    levelsTold = true;
    return this;
  }

  /** Whose picture comes in several encodings of these names at the same time. */
  public TestOffer withLayers(String... names) {
    layers = List.of(names);
    return this;
  }

  /** With that {@code a=setup}. */
  public TestOffer setup(String value) {
    setup = value;
    return this;
  }

  /** With transport-wide sequence numbers, and feedback about them, as publishers have them. */
  public TestOffer withFeedback() {
    feedback = true;
    return this;
  }

  /** With a payload type for pictures that are sent again, {@link #repairType}. */
  public TestOffer withRepairs() {
    repairs = true;
    return this;
  }

  /** The same, and says by which source (RFC 5576 section 4.2). */
  public TestOffer withRepairs(int ssrc) {
    repairSsrc = ssrc;
    return withRepairs();
  }

  /** As what packets of a codec are sent again. */
  public int repairType(String codec) {
    return type(codec) + 1;
  }

  /** Without {@code a=ssrc} lines. */
  public TestOffer withoutSources() {
    sourcesTold = false;
    return this;
  }

  /** A codec's payload type in this offer. */
  public int type(String codec) {
    return TYPES.get(codec) + (publisher ? 0 : PLAYER_TYPES_DIFFER_BY);
  }

  String sdp(String userFragment, String password, String fingerprint) {
    StringBuilder sdp = new StringBuilder("v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n");
    List<String> audio = codecs.stream().filter("opus"::equals).toList();
    List<String> video = codecs.stream().filter(codec -> !codec.equals("opus")).toList();
    List<String> media = new ArrayList<>();
    boolean receives = pictures != 1 || sounds != 1;
    for (List<String> kind : receives ? List.of(video, audio) : List.of(audio, video)) {
      int count = kind == audio ? sounds : pictures;
      for (int i = 0; i < count && !kind.isEmpty(); i++) {
        media.add(media(media.size(), kind));
      }
    }
    sdp.append("a=group:BUNDLE");
    IntStream.range(0, media.size()).forEach(mid -> sdp.append(' ').append(mid));
    sdp.append("\r\n");
    String transport =
        "a=ice-ufrag:%s\r\na=ice-pwd:%s\r\na=fingerprint:sha-256 %s\r\na=setup:%s\r\n"
            .formatted(userFragment, password, fingerprint, setup);
    media.forEach(lines -> sdp.append(lines).append(transport));
    return sdp.toString();
  }

  private String media(int mid, List<String> kind) {
    boolean audio = kind.contains("opus");
    StringBuilder lines = new StringBuilder("m=").append(audio ? "audio" : "video");
    lines.append(" 9 UDP/TLS/RTP/SAVPF");
    kind.forEach(codec -> lines.append(' ').append(type(codec)));
    if (repairs && !audio) {
      kind.forEach(codec -> lines.append(' ').append(repairType(codec)));
    }
    lines.append("\r\nc=IN IP4 0.0.0.0\r\na=mid:").append(mid).append("\r\n");
    lines.append(publisher ? "a=sendonly" : "a=recvonly");
    lines.append("\r\na=rtcp-mux\r\na=rtcp-rsize\r\n");
    if (feedback) {
      lines
          .append("a=extmap:" + TRANSPORT_SEQUENCE_ID)
          .append(" http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01\r\n");
    }
    if (levelsTold && audio) {
      lines.append("a=extmap:" + AUDIO_LEVEL_ID);
      lines.append(" urn:ietf:params:rtp-hdrext:ssrc-audio-level\r\n");
    }
    if (!layers.isEmpty() && !audio) {
      lines.append("a=extmap:" + MID_ID + " urn:ietf:params:rtp-hdrext:sdes:mid\r\n");
      lines.append("a=extmap:" + RID_ID + " urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id\r\n");
      lines.append("a=extmap:" + REPAIRED_RID_ID);
      lines.append(" urn:ietf:params:rtp-hdrext:sdes:repaired-rtp-stream-id\r\n");
      layers.forEach(name -> lines.append("a=rid:" + name + " send\r\n"));
      lines.append("a=simulcast:send " + String.join(";", layers) + "\r\n");
    }
    kind.forEach(codec -> lines.append(codec(codec, type(codec))));
    if (repairs && !audio) {
      kind.forEach(codec -> lines.append(repair(codec)));
    }
    if (publisher && sourcesTold) {
      int ssrc = audio ? AUDIO_SSRC : VIDEO_SSRC;
      if (repairSsrc != 0 && !audio) {
        lines.append("a=ssrc-group:FID %d %d\r\n".formatted(ssrc, repairSsrc));
      }
      // SRS finds the tracks of an offer by their msid alone.
      lines.append("a=ssrc:%d cname:test\r\na=ssrc:%d msid:test %d\r\n".formatted(ssrc, ssrc, mid));
    }
    return lines.toString();
  }

  private String repair(String codec) {
    return "a=rtpmap:%1$d rtx/90000\r\na=fmtp:%1$d apt=%2$d\r\n"
        .formatted(repairType(codec), type(codec));
  }

  private String codec(String codec, int type) {
    String rate = codec.equals("opus") ? "opus/48000/2" : codec + "/90000";
    String format = codec.equals("H264") ? "a=fmtp:" + type + " " + H264 + "\r\n" : "";
    String told = feedback ? "a=rtcp-fb:" + type + " transport-cc\r\n" : "";
    return "a=rtpmap:%d %s\r\n".formatted(type, rate)
        + told
        + "a=rtcp-fb:%d nack\r\na=rtcp-fb:%d nack pli\r\n".formatted(type, type)
        + format;
  }
}
