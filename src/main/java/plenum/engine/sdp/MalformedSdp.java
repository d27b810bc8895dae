package plenum.engine.sdp;

/** The text is not SDP, or lacks what a WebRTC session needs; the message is a sentence. */
public final class MalformedSdp extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final int QUOTED = 80;

  MalformedSdp(String message) {
    super(message, null, false, false);
  }

  /** A complaint that names the line; what is quoted of it is short and printable. */
  static MalformedSdp at(int number, String line, String complaint) {
    String quoted = line.length() > QUOTED ? line.substring(0, QUOTED) + "..." : line;
    String printable = quoted.replaceAll("\\p{Cntrl}", "?");
    return new MalformedSdp("Line " + number + " of the SDP " + complaint + ": " + printable);
  }
}
