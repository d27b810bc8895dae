package plenum.media.srs;

import jakarta.json.JsonObject;
import java.util.Optional;
import plenum.http.JsonText;
import plenum.http.Query;
import plenum.media.StreamId;

/**
 * One call of SRS's http_hooks.
 *
 * @param action {@code on_publish} and so on
 * @param serverId which SRS
 * @param clientId the session, as in SRS's lists
 * @param stream what it publishes or plays; empty for a name that Plenum gave nobody
 * @param query the client's parameters
 * @param webRtc whether the session is WebRTC, which Plenum ends when it refuses it
 */
record HookCall(
    String action,
    String serverId,
    String clientId,
    Optional<StreamId> stream,
    Query query,
    boolean webRtc) {

  /** HLS names the play list, not the stream. */
  private static final String PLAYLIST = ".m3u8";

  /**
   * @return empty when the content is not that of a hook
   */
  static Optional<HookCall> read(String body) {
    return JsonText.object(body).flatMap(HookCall::of);
  }

  private static Optional<HookCall> of(JsonObject json) {
    String action = SrsLists.text(json, "action");
    return action.isEmpty() ? Optional.empty() : Optional.of(of(action, json));
  }

  private static HookCall of(String action, JsonObject json) {
    String name = SrsLists.text(json, "stream");
    String bare =
        name.endsWith(PLAYLIST) ? name.substring(0, name.length() - PLAYLIST.length()) : name;
    String param = SrsLists.text(json, "param");
    return new HookCall(
        action,
        SrsLists.text(json, "server_id"),
        SrsLists.text(json, "client_id"),
        SrsLists.id(SrsLists.text(json, "app"), bare),
        query(param),
        isWebRtc(param));
  }

  /**
   * {@code param} has three shapes: the whole query of a WHIP or WHEP URL; that of a {@code
   * streamurl} with a question mark and {@code &upstream=rtc} behind it; and an RTMP, FLV or HLS
   * query with a question mark.
   */
  private static Query query(String param) {
    return Query.parse(param.startsWith("?") ? param.substring(1) : param);
  }

  private static boolean isWebRtc(String param) {
    return !param.isEmpty() && !param.startsWith("?") || param.contains("upstream=rtc");
  }
}
