package plenum.engine.rtcp;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Writes compounds of RTCP packets (RFC 3550 section 6.1). */
public final class RtcpWriter {

  private RtcpWriter() {}

  /**
   * The packets, one after another in the given order. Whether that makes a full compound (a report
   * first, then a description) or a reduced-size one (RFC 5506) is the caller's choice; {@link
   * OtherRtcp} is left out.
   */
  public static byte[] compound(List<Rtcp> packets) {
    Output out = new Output();
    for (Rtcp packet : packets) {
      write(packet, out);
    }
    return out.toByteArray();
  }

  private static void write(Rtcp packet, Output out) {
    if (packet instanceof SenderReport report) {
      senderReport(report, out);
    } else if (packet instanceof ReceiverReport report) {
      int start = out.begin(report.blocks().size(), ReceiverReport.TYPE);
      out.u32(report.ssrc());
      report.blocks().forEach(block -> block(block, out));
      out.end(start);
    } else if (packet instanceof SourceDescription description) {
      sourceDescription(description, out);
    } else if (packet instanceof Bye bye) {
      int start = out.begin(bye.ssrcs().size(), Bye.TYPE);
      bye.ssrcs().forEach(out::u32);
      out.end(start);
    } else {
      feedback(packet, out);
    }
  }

  private static void feedback(Rtcp packet, Output out) {
    if (packet instanceof Nack nack) {
      nack(nack, out);
    } else if (packet instanceof PictureLossIndication loss) {
      int start = out.begin(PictureLossIndication.FORMAT, RtcpReader.PAYLOAD_FEEDBACK);
      out.u32(loss.sender()).u32(loss.media()).end(start);
    } else if (packet instanceof FullIntraRequest request) {
      int start = out.begin(FullIntraRequest.FORMAT, RtcpReader.PAYLOAD_FEEDBACK);
      out.u32(request.sender()).u32(0).u32(request.media());
      out.u8(request.number()).u24(0).end(start);
    } else if (packet instanceof ReceiverEstimate estimate) {
      int start = out.begin(ReceiverEstimate.FORMAT, RtcpReader.PAYLOAD_FEEDBACK);
      out.u32(estimate.sender()).u32(0).u32(ReceiverEstimate.NAME);
      out.u8(estimate.sources().size()).u24(estimate.exponent() << 18 | estimate.mantissa());
      estimate.sources().forEach(out::u32);
      out.end(start);
    } else if (packet instanceof TransportFeedback feedback) {
      TransportFeedbackFormat.write(feedback, out);
    }
  }

  private static void senderReport(SenderReport report, Output out) {
    int start = out.begin(report.blocks().size(), SenderReport.TYPE);
    out.u32(report.ssrc()).u64(report.ntp()).u32(report.rtpTimestamp());
    out.u32(report.packets()).u32(report.octets());
    report.blocks().forEach(block -> block(block, out));
    out.end(start);
  }

  private static void block(ReportBlock block, Output out) {
    out.u32(block.ssrc()).u8(block.fractionLost()).u24(block.cumulativeLost());
    out.u32(block.highestSequence()).u32(block.jitter());
    out.u32(block.lastSenderReport()).u32(block.delaySinceLastSenderReport());
  }

  private static void sourceDescription(SourceDescription description, Output out) {
    int start = out.begin(description.sources().size(), SourceDescription.TYPE);
    for (SourceDescription.Source source : description.sources()) {
      byte[] all = source.cname().getBytes(StandardCharsets.UTF_8);
      byte[] name = Arrays.copyOf(all, Math.min(all.length, 255));
      out.u32(source.ssrc()).u8(SourceDescription.CNAME).u8(name.length);
      for (byte b : name) {
        out.u8(b);
      }
      // The chunk's end: one zero at least, and zeros up to the word.
      do {
        out.u8(0);
      } while ((out.length() - start) % 4 != 0);
    }
    out.end(start);
  }

  /** Packs following sequence numbers into the bit mask of the first. */
  private static void nack(Nack nack, Output out) {
    int start = out.begin(Nack.FORMAT, RtcpReader.TRANSPORT_FEEDBACK);
    out.u32(nack.sender()).u32(nack.media());
    List<Integer> sequences = nack.sequences();
    int i = 0;
    while (i < sequences.size()) {
      int first = sequences.get(i++);
      int following = 0;
      while (i < sequences.size()) {
        int distance = sequences.get(i) - first & 0xffff;
        if (distance < 1 || distance > 16) {
          break;
        }
        following |= 1 << distance - 1;
        i++;
      }
      out.u16(first).u16(following);
    }
    out.end(start);
  }
}
