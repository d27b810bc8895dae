package plenum.admin;

import java.util.List;
import java.util.stream.Collectors;
import plenum.room.Member;
import plenum.room.MemberStream;

/**
 * Somebody in a meeting, as a page shows it.
 *
 * @param streams what is on air of it, in short
 * @param onAir the same in full
 */
public record MemberView(
    String id,
    String name,
    boolean connected,
    boolean muted,
    boolean camera,
    String streams,
    List<MemberStream> onAir) {

  static MemberView of(Member member) {
    return new MemberView(
        member.id().value(),
        member.name().value(),
        member.connected(),
        member.devices().muted() || !member.devices().microphone(),
        member.devices().camera() && !member.devices().cameraOff(),
        member.streams().stream().map(MemberView::shortly).collect(Collectors.joining(", ")),
        member.streams());
  }

  private static String shortly(MemberStream stream) {
    return stream.codec().isEmpty() ? stream.source() : stream.source() + " " + stream.codec();
  }
}
