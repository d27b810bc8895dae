package plenum.media.srs;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import plenum.media.node.NodeState;

/**
 * What an SRS says about itself: {@code /api/v1/versions} and {@code /summaries}. A process that is
 * gone is noticed at once; one that is silent may be busy, and fails after {@value #STRIKES} times.
 */
final class SrsHealth {

  static final int STRIKES = 3;

  private volatile NodeState state = new NodeState.Starting();
  private volatile String server = "";
  private int strikes;

  NodeState state() {
    return state;
  }

  /** The id that SRS gives in its hooks too; empty until it was heard of. */
  String server() {
    return server;
  }

  /**
   * Asks.
   *
   * @return what changed, if anything
   */
  Change ask(SrsApi api) {
    try {
      return heard(answer(api));
    } catch (SrsFailure failure) {
      return failed(api, failure);
    }
  }

  /** What it says now, whatever it said before; that one silence may mean little is not minded. */
  NodeState look(SrsApi api) {
    try {
      return answer(api).state();
    } catch (SrsFailure failure) {
      return silent(api, failure);
    }
  }

  /** What an SRS said. */
  private record Answer(String server, NodeState.Ready state) {}

  private static Answer answer(SrsApi api) throws SrsFailure {
    try {
      JsonObject versions = api.get("/api/v1/versions");
      JsonObject data = api.get("/api/v1/summaries").getJsonObject("data");
      JsonObject self = data.getJsonObject("self");
      double load = SrsLists.real(self, "cpu_percent");
      String version = SrsLists.text(versions.getJsonObject("data"), "version");
      String service = SrsLists.text(versions, "service");
      return new Answer(
          SrsLists.text(versions, "server"),
          new NodeState.Ready("SRS " + version + " at " + api.base(), load, service, began(self)));
    } catch (ClassCastException | NullPointerException unexpected) {
      throw new SrsFailure(SrsFailure.Cause.WRONG, "its answer is not that of an SRS");
    }
  }

  /** It tells for how many seconds it has run. */
  private static Optional<Instant> began(JsonObject self) {
    return Optional.ofNullable(self.getJsonNumber("srs_uptime"))
        .map(JsonNumber::longValue)
        .map(Instant.now().truncatedTo(ChronoUnit.SECONDS)::minusSeconds);
  }

  private static NodeState silent(SrsApi api, SrsFailure failure) {
    return new NodeState.Failed(
        "The SRS at %s does not serve: %s. Start it, or correct plenum.media.nodes."
            .formatted(api.base(), failure.getMessage()));
  }

  /** What a look at the node found. */
  enum Change {
    NONE,
    /** It serves, and did not before, or it is another process than before. */
    BEGAN,
    /** It serves no longer. */
    FAILED
  }

  private Change heard(Answer answer) {
    strikes = 0;
    server = answer.server();
    NodeState before = state;
    state = answer.state();
    boolean same =
        before instanceof NodeState.Ready ready
            && ready.incarnation().equals(answer.state().incarnation());
    return same ? Change.NONE : Change.BEGAN;
  }

  private Change failed(SrsApi api, SrsFailure failure) {
    strikes++;
    boolean gone = failure.why() == SrsFailure.Cause.REFUSED || strikes >= STRIKES;
    boolean served = state instanceof NodeState.Ready;
    if (!gone && served) {
      return Change.NONE;
    }
    state = silent(api, failure);
    return served ? Change.FAILED : Change.NONE;
  }
}
