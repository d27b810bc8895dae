package plenum.media.srs;

import jakarta.json.JsonObject;
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
      JsonObject versions = api.get("/api/v1/versions");
      JsonObject summaries = api.get("/api/v1/summaries");
      return heard(api, versions, summaries.getJsonObject("data"));
    } catch (SrsFailure failure) {
      return failed(api, failure);
    } catch (ClassCastException | NullPointerException unexpected) {
      return failed(
          api, new SrsFailure(SrsFailure.Cause.WRONG, "its answer is not that of an SRS"));
    }
  }

  /** What a look at the node found. */
  enum Change {
    NONE,
    /** It serves, and did not before, or it is another process than before. */
    BEGAN,
    /** It serves no longer. */
    FAILED
  }

  private Change heard(SrsApi api, JsonObject versions, JsonObject data) {
    strikes = 0;
    server = SrsLists.text(versions, "server");
    String service = SrsLists.text(versions, "service");
    double load = SrsLists.real(data.getJsonObject("self"), "cpu_percent");
    NodeState before = state;
    String version = SrsLists.text(versions.getJsonObject("data"), "version");
    state = new NodeState.Ready("SRS " + version + " at " + api.base(), load, service);
    boolean same = before instanceof NodeState.Ready ready && ready.incarnation().equals(service);
    return same ? Change.NONE : Change.BEGAN;
  }

  private Change failed(SrsApi api, SrsFailure failure) {
    strikes++;
    boolean gone = failure.why() == SrsFailure.Cause.REFUSED || strikes >= STRIKES;
    boolean served = state instanceof NodeState.Ready;
    if (!gone && served) {
      return Change.NONE;
    }
    state =
        new NodeState.Failed(
            "The SRS at %s does not serve: %s. Start it, or correct plenum.media.nodes."
                .formatted(api.base(), failure.getMessage()));
    return served ? Change.FAILED : Change.NONE;
  }
}
