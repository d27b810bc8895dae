package plenum.admin;

import java.util.List;
import plenum.room.Member;
import plenum.room.MemberStream;

/**
 * Somebody in a meeting, as a page shows it.
 *
 * @param onAir what can be seen or heard of it
 */
public record MemberView(
    String id,
    String name,
    boolean connected,
    boolean muted,
    boolean camera,
    List<MemberStream> onAir) {

  static MemberView of(Member member) {
    return new MemberView(
        member.id().value(),
        member.name().value(),
        member.connected(),
        member.devices().muted() || !member.devices().microphone(),
        member.devices().camera() && !member.devices().cameraOff(),
        member.streams());
  }
}
