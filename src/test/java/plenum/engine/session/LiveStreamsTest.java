package plenum.engine.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import plenum.engine.StreamName;
import plenum.engine.forward.Kind;
import plenum.engine.forward.LayerId;
import plenum.engine.forward.Player;
import plenum.engine.forward.PlayerOutput;
import plenum.engine.forward.PlayerTrack;
import plenum.engine.forward.Source;
import plenum.engine.forward.SourceCodec;
import plenum.engine.forward.TrackId;

class LiveStreamsTest {

  private static final LayerId AUDIO = LayerId.first(new TrackId(Kind.AUDIO, 0));
  private static final SourceCodec OPUS = new SourceCodec(111, "opus", "", 48_000);

  private final LiveStreams streams = new LiveStreams();
  private int sent;

  private record Output(IntConsumer length) implements PlayerOutput {
    @Override
    public void rtp(byte[] b, int off, int len) {
      length.accept(len);
    }

    @Override
    public void rtcp(byte[] compound) {}
  }

  private final class Live {
    private final LiveStream stream;
    private final Source source = new Source(Map.of(AUDIO, List.of(OPUS)), track -> {});
    private int packets;

    Live(String name, IntConsumer output) {
      stream = streams.obtain(new StreamName("group", name));
      PlayerTrack track = new PlayerTrack(AUDIO.track(), 1, codec -> 111);
      stream.media().publish(source);
      stream.media().add(new Player("cname", List.of(track), new Output(output)), 0);
    }

    void receive() {
      byte[] packet = {(byte) 0x80, 111, 0, (byte) packets++, 0, 0, 0, 0, 0, 0, 0, 7, 1};
      stream.media().receive(source, AUDIO, packet, 0, packet.length, 0);
      streams.wait(stream);
    }
  }

  @Test
  void aStreamThatFailsKeepsNoOtherFromSending() {
    Live before = new Live("before", length -> sent++);
    Live failing =
        new Live(
            "failing",
            length -> {
              throw new IllegalStateException("on purpose");
            });
    Live after = new Live("after", length -> sent++);
    int batches = 100; // More than fit into one batch that is never cleared.
    for (int i = 0; i < batches; i++) {
      List.of(before, failing, after).forEach(Live::receive);
      assertThrows(IllegalStateException.class, () -> streams.flush(0));
    }
    streams.flush(0);

    assertEquals(2 * batches, sent);
  }
}
