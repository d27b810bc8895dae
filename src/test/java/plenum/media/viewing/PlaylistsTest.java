package plenum.media.viewing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import plenum.media.StreamId;

class PlaylistsTest {

  private static final StreamId CAMERA = new StreamId("group", "abc-camera");

  @Test
  void findsTheSessionInTheMasterListOfSrs() {
    String master =
        """
        #EXTM3U
        #EXT-X-STREAM-INF:BANDWIDTH=1,AVERAGE-BANDWIDTH=1
        /group/abc-camera.m3u8?ticket=T&hls_ctx=2m5r14v8
        """;
    assertEquals(Optional.of("2m5r14v8"), Playlists.context(master));
    assertEquals(Optional.empty(), Playlists.context("#EXTM3U\n"));
  }

  @Test
  void leadsAPlayerToItsOwnList() {
    assertEquals(
        """
        #EXTM3U
        #EXT-X-STREAM-INF:BANDWIDTH=1,AVERAGE-BANDWIDTH=1
        abc-camera.m3u8?viewer=V
        """,
        Playlists.master(CAMERA, "V"));
  }

  @Test
  void givesSegmentsTheViewerInsteadOfTheNodesParameters() {
    String list =
        """
        #EXTM3U
        #EXT-X-TARGETDURATION:3
        #EXTINF:2.000, no desc
        abc-camera-7.ts?hls_ctx=2m5r14v8
        #EXTINF:2.000, no desc
        /group/abc-camera-8.ts
        """;
    assertEquals(
        """
        #EXTM3U
        #EXT-X-TARGETDURATION:3
        #EXTINF:2.000, no desc
        abc-camera-7.ts?viewer=V
        #EXTINF:2.000, no desc
        abc-camera-8.ts?viewer=V
        """,
        Playlists.media(list, CAMERA, "V"));
  }

  @Test
  void leavesOutWhatIsNoSegmentOfTheStream() {
    String list = "#EXTM3U\nhttp://elsewhere.example/x.ts\nother-camera-1.ts\nabc-camera.m3u8\n";
    assertEquals("#EXTM3U\n", Playlists.media(list, CAMERA, "V"));
  }
}
