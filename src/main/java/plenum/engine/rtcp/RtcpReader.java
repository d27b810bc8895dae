package plenum.engine.rtcp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads compounds of RTCP packets (RFC 3550 section 6.1, reduced size as in RFC 5506). */
public final class RtcpReader {

  /** Packet type of transport layer feedback, RFC 4585. */
  static final int TRANSPORT_FEEDBACK = 205;

  /** Packet type of payload-specific feedback, RFC 4585. */
  static final int PAYLOAD_FEEDBACK = 206;

  /** More values than this in a compound are an attack. */
  private static final int MAX_PACKETS = 64;

  /** A few bytes may tell of thousands of packets; clients put one or two into a datagram. */
  private static final int MAX_FEEDBACKS = 4;

  private static final int FEEDBACK_HEADER = 12;

  private RtcpReader() {}

  /**
   * The packets of a compound in their order.
   *
   * @return empty when any of it is malformed, or when it holds more than 64 packets, or more than
   *     4 of transport-wide feedback
   */
  public static List<Rtcp> read(byte[] b, int off, int len) {
    List<Rtcp> packets = new ArrayList<>();
    int at = 0;
    while (at < len) {
      int size = packetSize(b, off + at, len - at);
      if (size < 0 || packets.size() >= MAX_PACKETS) {
        return List.of();
      }
      int padding = padding(b, off + at, size, at + size == len);
      if (padding < 0
          || !packet(new Input(b, off + at, size - padding), packets)
          || packets.size() > MAX_PACKETS) {
        return List.of();
      }
      at += size;
    }
    return List.copyOf(packets);
  }

  private static int packetSize(byte[] b, int off, int len) {
    if (len < 4 || (b[off] & 0xc0) != 0x80) {
      return -1;
    }
    int size = 4 + 4 * ((b[off + 2] & 0xff) << 8 | b[off + 3] & 0xff);
    return size <= len ? size : -1;
  }

  /** Bytes of padding; only a compound's last packet may have any. */
  private static int padding(byte[] b, int off, int size, boolean last) {
    if ((b[off] & 0x20) == 0) {
      return 0;
    }
    int padding = b[off + size - 1] & 0xff;
    return last && padding > 0 && padding <= size - 4 ? padding : -1;
  }

  private static boolean packet(Input in, List<Rtcp> out) {
    int format = in.u8(0) & 0x1f;
    int type = in.u8(1);
    return switch (type) {
      case SenderReport.TYPE -> senderReport(in, format, out);
      case ReceiverReport.TYPE -> receiverReport(in, format, out);
      case SourceDescription.TYPE -> sourceDescription(in, format, out);
      case Bye.TYPE -> bye(in, format, out);
      case TRANSPORT_FEEDBACK, PAYLOAD_FEEDBACK ->
          in.len() >= FEEDBACK_HEADER && feedback(in, type, format, out);
      default -> out.add(new OtherRtcp(type, format));
    };
  }

  private static boolean feedback(Input in, int type, int format, List<Rtcp> out) {
    if (type == TRANSPORT_FEEDBACK && format == Nack.FORMAT) {
      return out.add(nack(in));
    }
    if (type == TRANSPORT_FEEDBACK && format == TransportFeedback.FORMAT) {
      Optional<TransportFeedback> read =
          feedbacks(out) < MAX_FEEDBACKS ? TransportFeedbackFormat.read(in) : Optional.empty();
      read.ifPresent(out::add);
      return read.isPresent();
    }
    if (type == PAYLOAD_FEEDBACK && format == PictureLossIndication.FORMAT) {
      return out.add(new PictureLossIndication(in.i32(4), in.i32(8)));
    }
    if (type == PAYLOAD_FEEDBACK && format == FullIntraRequest.FORMAT) {
      return fullIntraRequests(in, out);
    }
    if (type == PAYLOAD_FEEDBACK && format == ReceiverEstimate.FORMAT && isEstimate(in)) {
      return estimate(in, out);
    }
    return out.add(new OtherRtcp(type, format));
  }

  /** Others' feedback of the application layer begins with other letters. */
  private static boolean isEstimate(Input in) {
    return in.len() >= ReceiverEstimate.HEADER && in.i32(12) == ReceiverEstimate.NAME;
  }

  private static boolean estimate(Input in, List<Rtcp> out) {
    int count = in.u8(16);
    if (in.len() < ReceiverEstimate.HEADER + 4 * count) {
      return false;
    }
    List<Integer> sources = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      sources.add(in.i32(ReceiverEstimate.HEADER + 4 * i));
    }
    int rate = in.i24(17);
    long bitrate = ReceiverEstimate.bitrate(rate >> 18 & 0x3f, rate & 0x3ffff);
    return out.add(new ReceiverEstimate(in.i32(4), bitrate, sources));
  }

  private static long feedbacks(List<Rtcp> read) {
    return read.stream().filter(TransportFeedback.class::isInstance).count();
  }

  private static boolean senderReport(Input in, int count, List<Rtcp> out) {
    if (in.len() < 28 + count * ReportBlock.SIZE) {
      return false;
    }
    return out.add(
        new SenderReport(
            in.i32(4), in.i64(8), in.i32(16), in.u32(20), in.u32(24), blocks(in, 28, count)));
  }

  private static boolean receiverReport(Input in, int count, List<Rtcp> out) {
    return in.len() >= 8 + count * ReportBlock.SIZE
        && out.add(new ReceiverReport(in.i32(4), blocks(in, 8, count)));
  }

  private static List<ReportBlock> blocks(Input in, int from, int count) {
    List<ReportBlock> blocks = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int at = from + i * ReportBlock.SIZE;
      blocks.add(
          new ReportBlock(
              in.i32(at),
              in.u8(at + 4),
              in.i24(at + 5),
              in.u32(at + 8),
              in.u32(at + 12),
              in.i32(at + 16),
              in.i32(at + 20)));
    }
    return blocks;
  }

  private static boolean sourceDescription(Input in, int count, List<Rtcp> out) {
    List<SourceDescription.Source> sources = new ArrayList<>(count);
    int at = 4;
    for (int i = 0; i < count; i++) {
      if (at + 5 > in.len()) {
        return false;
      }
      int ssrc = in.i32(at);
      String cname = "";
      at += 4;
      while (at < in.len() && in.u8(at) != 0) {
        if (at + 2 > in.len() || at + 2 + in.u8(at + 1) > in.len()) {
          return false;
        }
        int size = in.u8(at + 1);
        if (in.u8(at) == SourceDescription.CNAME) {
          cname = new String(in.b(), in.off() + at + 2, size, StandardCharsets.UTF_8);
        }
        at += 2 + size;
      }
      // At least one zero ends a chunk, and zeros fill its last word.
      at = (at / 4 + 1) * 4;
      sources.add(new SourceDescription.Source(ssrc, cname));
    }
    return at <= in.len() && out.add(new SourceDescription(sources));
  }

  private static boolean bye(Input in, int count, List<Rtcp> out) {
    if (in.len() < 4 + 4 * count) {
      return false;
    }
    List<Integer> ssrcs = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      ssrcs.add(in.i32(4 + 4 * i));
    }
    return out.add(new Bye(ssrcs));
  }

  private static Nack nack(Input in) {
    List<Integer> sequences = new ArrayList<>();
    for (int at = FEEDBACK_HEADER; at + 4 <= in.len(); at += 4) {
      int first = in.u16(at);
      int following = in.u16(at + 2);
      if (sequences.size() + 1 + Integer.bitCount(following) > Nack.MAX_SEQUENCES) {
        break;
      }
      sequences.add(first);
      for (int bit = 0; bit < 16; bit++) {
        if ((following >> bit & 1) != 0) {
          sequences.add(first + bit + 1 & 0xffff);
        }
      }
    }
    return new Nack(in.i32(4), in.i32(8), sequences);
  }

  private static boolean fullIntraRequests(Input in, List<Rtcp> out) {
    int entries = (in.len() - FEEDBACK_HEADER) / 8;
    if (entries == 0 || out.size() + entries > MAX_PACKETS) {
      return false;
    }
    for (int i = 0; i < entries; i++) {
      int at = FEEDBACK_HEADER + 8 * i;
      out.add(new FullIntraRequest(in.i32(4), in.i32(at), in.u8(at + 4)));
    }
    return true;
  }
}
