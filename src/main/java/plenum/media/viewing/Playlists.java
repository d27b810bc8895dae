package plenum.media.viewing;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import plenum.media.StreamId;

/** HLS play lists (RFC 8216) as SRS writes them, and as viewers get them. */
final class Playlists {

  static final String CONTENT_TYPE = "application/vnd.apple.mpegurl";

  private static final Pattern CONTEXT = Pattern.compile("[?&]hls_ctx=([A-Za-z0-9_-]{1,64})");

  private Playlists() {}

  /** SRS's id of the session that its master play list begins. */
  static Optional<String> context(String master) {
    Matcher found = CONTEXT.matcher(master);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }

  /** The master play list for one viewer. */
  static String master(StreamId stream, String viewer) {
    return """
        #EXTM3U
        #EXT-X-STREAM-INF:BANDWIDTH=1,AVERAGE-BANDWIDTH=1
        %s.m3u8?viewer=%s
        """
        .formatted(stream.name(), viewer);
  }

  /** The node's play list with addresses for one viewer; what is no segment is left out. */
  static String media(String list, StreamId stream, String viewer) {
    return list.lines()
        .map(line -> line.startsWith("#") ? line : address(line, stream, viewer))
        .filter(line -> !line.isBlank())
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String address(String line, StreamId stream, String viewer) {
    String path = line.strip();
    String file = path.replaceFirst("[?#].*", "").replaceFirst(".*/", "");
    return LivePath.parse("/" + stream.app() + "/" + file)
        .filter(LivePath.Segment.class::isInstance)
        .filter(segment -> segment.stream().equals(stream))
        .map(segment -> file + "?viewer=" + viewer)
        .orElse("");
  }
}
