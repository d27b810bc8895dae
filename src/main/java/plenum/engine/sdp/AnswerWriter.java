package plenum.engine.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Writes an answer: one call for each m-line of the offer, in its order (RFC 8829 section 5.3). */
final class AnswerWriter {

  private final LocalTransport local;
  private final Setup setup;
  private final Selection selected;
  private final List<String> mids = new ArrayList<>();
  private final StringBuilder media = new StringBuilder();

  AnswerWriter(Selection selected, LocalTransport local) {
    this.selected = selected;
    this.local = local;
    this.setup = selected.remote().dtlsClient() ? Setup.ACTIVE : Setup.PASSIVE;
  }

  private AnswerWriter line(String text) {
    media.append(text).append("\r\n");
    return this;
  }

  /**
   * An m-line that is not used: port 0, and not in the BUNDLE. Its formats are explained as in the
   * offer: some parsers give a whole answer up that has one without.
   */
  void refuse(MediaDescription offered) {
    String formats = String.join(" ", offered.formats());
    line("m=" + offered.kind() + " 0 " + offered.protocol() + " " + formats);
    line("c=IN IP4 0.0.0.0");
    if (!offered.mid().isEmpty()) {
      line("a=mid:" + offered.mid());
    }
    line("a=inactive");
    offered.codecs().forEach(this::encoding);
  }

  /**
   * An m-line that is used.
   *
   * @param bandwidth lines to follow {@code c=}
   * @param more attribute lines
   */
  void accept(
      MediaDescription offered,
      Direction direction,
      List<Codec> codecs,
      List<String> bandwidth,
      List<String> more) {
    List<String> types = codecs.stream().map(codec -> "" + codec.payloadType()).toList();
    line("m=" + offered.kind() + " 9 " + offered.protocol() + " " + String.join(" ", types));
    line("c=IN IP4 0.0.0.0");
    bandwidth.forEach(this::line);
    if (!offered.mid().isEmpty()) {
      mids.add(offered.mid());
      line("a=mid:" + offered.mid());
    }
    line("a=" + direction.attribute());
    transport();
    line("a=rtcp-mux");
    if (offered.rtcpRsize() || offered.bundleOnly() && selected.rtcpRsize()) {
      line("a=rtcp-rsize");
    }
    codecs.forEach(this::codec);
    more.forEach(this::line);
    candidates();
  }

  private void transport() {
    line("a=ice-ufrag:" + local.iceUfrag()).line("a=ice-pwd:" + local.icePwd());
    line("a=fingerprint:" + local.fingerprint().text());
    line("a=setup:" + setup.attribute());
  }

  private void encoding(Codec codec) {
    String channels = codec.channels() > 1 ? "/" + codec.channels() : "";
    line(
        "a=rtpmap:%d %s/%d%s"
            .formatted(codec.payloadType(), codec.name(), codec.clockRate(), channels));
  }

  private void codec(Codec codec) {
    String type = codec.payloadType() + " ";
    encoding(codec);
    codec.feedback().forEach(value -> line("a=rtcp-fb:" + type + value));
    if (!codec.fmtp().isEmpty()) {
      line("a=fmtp:" + type + codec.fmtp());
    }
  }

  private void candidates() {
    LocalCandidate.attributes(local.candidates()).forEach(text -> line("a=" + text));
    line("a=end-of-candidates");
  }

  @Override
  public String toString() {
    long id = ThreadLocalRandom.current().nextLong(1L << 53);
    List<String> names = selected.bundle().stream().filter(mids::contains).toList();
    String group = names.isEmpty() ? "" : "a=group:BUNDLE " + String.join(" ", names) + "\r\n";
    return "v=0\r\no=- %d 1 IN IP4 0.0.0.0\r\ns=-\r\nt=0 0\r\na=ice-lite\r\n".formatted(id)
        + group
        + media;
  }
}
