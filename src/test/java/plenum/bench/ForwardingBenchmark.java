package plenum.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import plenum.engine.session.PeerLoop;
import plenum.engine.session.TestMedia;
import plenum.engine.session.TestOffer;
import plenum.engine.session.TestPeer;

/**
 * What forwarding costs the engine: CPU time of its process alone for 1,000 forwarded packets, and
 * packets lost, with publishers of 2.5 Mbit/s video and Opus and a number of players each. Peers
 * run in this process, the engine in one of its own.
 *
 * <p>Arguments: triples of publishers, players of each, measured seconds.
 */
public final class ForwardingBenchmark {

  private static final int FRAMES_PER_SECOND = 30;
  private static final int PACKETS_PER_FRAME = 9;
  private static final int VIDEO_PAYLOAD = 1150;
  private static final int AUDIO_PAYLOAD = 80;
  private static final long WARM_UP_SECONDS = Long.getLong("plenum.bench.warm-up", 20);
  private static final long TICK_NANOS = 1_000_000_000L / (2 * FRAMES_PER_SECOND);

  private final HttpClient http = HttpClient.newHttpClient();
  private final int port;
  private final ProcessHandle engine;

  private ForwardingBenchmark(int port, ProcessHandle engine) {
    this.port = port;
    this.engine = engine;
  }

  /** Measures each triple. */
  public static void main(String[] args) throws IOException, InterruptedException {
    for (int i = 0; i + 2 < args.length; i += 3) {
      int publishers = Integer.parseInt(args[i]);
      int players = Integer.parseInt(args[i + 1]);
      run(publishers, players, Integer.parseInt(args[i + 2]));
    }
  }

  private static void run(int publishers, int players, int seconds)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(System.getProperty("plenum.bench.jvm", "-Xmx256m").split(" ")));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(EngineProcess.class.getName());
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      int port = Integer.parseInt(out.readLine().split(" ")[1]);
      new ForwardingBenchmark(port, process.toHandle()).measure(publishers, players, seconds);
    } finally {
      process.getOutputStream().close();
      process.waitFor();
    }
  }

  private void measure(int publishers, int players, int seconds)
      throws IOException, InterruptedException {
    try (PeerLoop loop = new PeerLoop()) {
      List<TestPeer> sending = new ArrayList<>();
      List<TestPeer> receiving = new ArrayList<>();
      for (int i = 0; i < publishers; i++) {
        sending.add(connect(loop, "whip", "bench" + i, TestOffer.publisher("opus", "VP8")));
        for (int j = 0; j < players; j++) {
          receiving.add(connect(loop, "whep", "bench" + i, TestOffer.player("opus", "VP8")));
        }
      }
      receiving.forEach(TestPeer::countOnly);
      Publication publication = new Publication(sending);
      publication.run(Duration.ofSeconds(WARM_UP_SECONDS));
      Thread.sleep(200);
      long cpu = cpu();
      long received = received(receiving);
      long sent = publication.run(Duration.ofSeconds(seconds));
      Thread.sleep(300);
      long forwarded = received(receiving) - received;
      double millis = (cpu() - cpu) / 1e6;
      System.out.printf(
          "%d -> %d: %.2f CPU-ms per 1,000 packets, %.0f packets/s, %d of %d not received%n",
          publishers,
          players,
          millis / forwarded * 1000,
          (double) forwarded / seconds,
          Math.max(0, sent * players - forwarded),
          sent * players);
    }
  }

  private long cpu() {
    return engine.info().totalCpuDuration().orElseThrow().toNanos();
  }

  private static long received(List<TestPeer> peers) {
    return peers.stream().mapToLong(TestPeer::datagrams).sum();
  }

  private TestPeer connect(PeerLoop loop, String door, String stream, TestOffer offer)
      throws IOException, InterruptedException {
    TestPeer peer = loop.peer();
    URI uri =
        URI.create("http://127.0.0.1:" + port + "/rtc/v1/" + door + "/?app=live&stream=" + stream);
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .POST(HttpRequest.BodyPublishers.ofString(peer.offer(offer)))
            .build();
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 201) {
      throw new IOException(response.statusCode() + " " + response.body());
    }
    peer.answer(response.body());
    return peer.awaitConnected();
  }

  /** The packets of all publishers, in time. */
  private static final class Publication {

    private final List<TestPeer> publishers;
    private final List<TestMedia> media = new ArrayList<>();
    private final byte[] video = new byte[VIDEO_PAYLOAD];
    private final byte[] audio = new byte[AUDIO_PAYLOAD];
    private int videoSequence;
    private int audioSequence;
    private int tick;

    Publication(List<TestPeer> publishers) {
      this.publishers = publishers;
      publishers.forEach(publisher -> media.add(new TestMedia()));
    }

    /** Sends for a time; answers the packets sent by all together. */
    long run(Duration duration) throws InterruptedException {
      long sent = 0;
      long next = System.nanoTime();
      long end = next + duration.toNanos();
      while (next < end) {
        sent += sendTick();
        next += TICK_NANOS;
        long pause = next - System.nanoTime();
        if (pause > 0) {
          Thread.sleep(pause / 1_000_000, (int) (pause % 1_000_000));
        }
      }
      return sent;
    }

    /** A frame at every second tick, and Opus at 50 of 60. */
    private long sendTick() {
      boolean frame = tick % 2 == 0;
      boolean sound = tick % 6 != 5;
      for (int i = 0; i < publishers.size(); i++) {
        TestPeer publisher = publishers.get(i);
        for (int n = 0; frame && n < PACKETS_PER_FRAME; n++) {
          boolean key = tick == 0 && n == 0;
          publisher.sendRtp(media.get(i).video(videoSequence + n, 1500 * tick, key, video));
        }
        if (sound) {
          publisher.sendRtp(media.get(i).audio(audioSequence, 960 * audioSequence, audio));
        }
      }
      videoSequence += frame ? PACKETS_PER_FRAME : 0;
      audioSequence += sound ? 1 : 0;
      tick++;
      return (long) publishers.size() * ((frame ? PACKETS_PER_FRAME : 0) + (sound ? 1 : 0));
    }
  }
}
