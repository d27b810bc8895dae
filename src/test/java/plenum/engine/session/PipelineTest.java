package plenum.engine.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Peers with ICE, DTLS and SRTP at a whole engine. */
class PipelineTest {

  private final EngineFixture fixture = new EngineFixture();
  private final TestMedia media = new TestMedia();

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void passesMediaFromAPublisherToAPlayer() {
    TestPeer publisher = fixture.publisher();
    TestPeer player = fixture.player();
    for (int i = 0; i < 10; i++) {
      publisher.sendRtp(media.video(100 + i, 3000 * i, i == 0, (byte) i));
    }
    player.await("ten packets", () -> player.packets().size() == 10);
    for (int i = 0; i < 10; i++) {
      assertArrayEquals(new byte[] {(byte) i}, TestMedia.content(player.packets().get(i)));
    }
  }
}
