package plenum.media.viewing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.media.StreamId;

class LivePathTest {

  private static final StreamId CAMERA = new StreamId("group", "Zp0c1-x_y-camera");

  @Test
  void knowsTheStreamAndItsPlaylist() {
    assertEquals(
        Optional.of(new LivePath.Flv(CAMERA)), LivePath.parse("/group/Zp0c1-x_y-camera.flv"));
    assertEquals(
        Optional.of(new LivePath.Playlist(CAMERA)), LivePath.parse("/group/Zp0c1-x_y-camera.m3u8"));
  }

  @Test
  void knowsASegmentByTheNumberBehindTheStream() {
    assertEquals(
        Optional.of(new LivePath.Segment(CAMERA, "17")),
        LivePath.parse("/group/Zp0c1-x_y-camera-17.ts"));
    assertEquals("Zp0c1-x_y-camera-17.ts", new LivePath.Segment(CAMERA, "17").file());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/group",
        "/group/",
        "/group/camera",
        "/group/.flv",
        "/group/camera.mp4",
        "/group/camera.flv/",
        "/group/../api.flv",
        "/group/%2e%2e%2fapi.flv",
        "/group/a/b.flv",
        "/group//camera.flv",
        "/group/camera.flv;x=y",
        "/../group/camera.flv",
        "/group/camera.ts",
        "/group/camera-1x.ts",
        "/group/camera-.ts",
        "/group/camera-1234567890123.ts",
        "/group/..%2fcamera-1.ts",
        "/group/camera-1.ts.m3u8",
        "/gro up/camera.flv",
        "/group/camera\n.flv"
      })
  void knowsNothingElse(String path) {
    assertEquals(Optional.empty(), LivePath.parse(path));
  }
}
