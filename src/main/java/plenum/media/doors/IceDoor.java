package plenum.media.doors;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import plenum.http.Body;
import plenum.http.Problem;
import plenum.http.Query;
import plenum.http.Reply;
import plenum.http.RequestRefused;
import plenum.media.MediaRefusal;
import plenum.media.StreamId;
import plenum.media.node.NodeIce;
import plenum.media.stream.Doorkeeper;
import plenum.text.Refused;

/** The PATCH of a session's Location: trickle ICE and ICE restarts (RFC 9725 section 4.3). */
public final class IceDoor {

  private final Doorkeeper doorkeeper;

  IceDoor(Doorkeeper doorkeeper) {
    this.doorkeeper = doorkeeper;
  }

  /**
   * A PATCH.
   *
   * @param contentType the header
   * @param ifMatch the header
   */
  Reply patch(DoorRequest request, Optional<String> contentType, Optional<String> ifMatch) {
    try {
      if (contentType.filter(IceDoor::isFragment).isEmpty()) {
        return Problem.of(405)
            .reply(request.reader())
            .with("Allow", "POST, DELETE, OPTIONS")
            .with("Accept-Patch", IceFragment.TYPE);
      }
      Session session = new Session(request.query());
      IceFragment fragment = IceFragment.parse(Body.text(request.body()));
      NodeIce now = session.now().orElseThrow(IceDoor::unknown);
      if (ifMatch.filter(tags -> !matches(tags, now)).isPresent()) {
        throw new RequestRefused(RequestRefused.Reason.PRECONDITION_FAILED, "precondition-failed");
      }
      return fragment.restarts(now) ? restart(session, fragment, ifMatch) : Reply.empty(204);
    } catch (Refused refused) {
      return Problem.of(refused).reply(request.reader());
    }
  }

  /** A session as its Location names it. */
  private final class Session {
    private final StreamId stream;
    private final String name;
    private final String token;

    Session(Query query) {
      stream = WhipDoor.stream(query);
      name = WhipDoor.required(query, "session");
      token = WhipDoor.required(query, "token");
    }

    Optional<NodeIce> now() {
      return doorkeeper.ice(stream, name, token);
    }

    Optional<NodeIce> restart(String userFragment) {
      return doorkeeper.restartIce(stream, name, token, userFragment);
    }
  }

  private static Reply restart(Session session, IceFragment fragment, Optional<String> ifMatch) {
    if (ifMatch.isEmpty()) {
      throw new RequestRefused(
          RequestRefused.Reason.PRECONDITION_REQUIRED, "precondition-required");
    }
    NodeIce restarted =
        session.restart(fragment.userFragment().orElseThrow()).orElseThrow(IceDoor::unknown);
    return Reply.of(200, IceFragment.TYPE, fragment.answer(restarted))
        .with("ETag", restarted.tag());
  }

  private static boolean isFragment(String contentType) {
    return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(IceFragment.TYPE);
  }

  private static boolean matches(String tags, NodeIce now) {
    return tags.strip().equals("*")
        || Arrays.stream(tags.split(",")).map(String::strip).anyMatch(now.tag()::equals);
  }

  private static MediaRefusal unknown() {
    return new MediaRefusal(MediaRefusal.Reason.NO_SUCH_SESSION, "no-such-session");
  }
}
