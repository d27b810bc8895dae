package plenum.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import plenum.engine.EngineStatus;
import plenum.engine.session.PeerLoop;
import plenum.engine.session.TestOffer;
import plenum.engine.session.TestPeer;

/** A media server in a process of its own, which peers reach by WHIP and WHEP on loopback. */
interface MediaServer extends AutoCloseable {

  HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** Where the doors are, without a slash at the end. */
  URI origin();

  MeasuredProcess process();

  /** The UDP port of its media. */
  int mediaPort();

  /** What it says that it did; empty when it does not tell. */
  default Optional<EngineStatus> status() throws IOException, InterruptedException {
    return Optional.empty();
  }

  /**
   * A peer that is connected by one of its doors.
   *
   * @param door {@code whip} or {@code whep}
   * @param stream number of the stream
   */
  default TestPeer connect(PeerLoop loop, String door, int stream, TestOffer offer)
      throws IOException, InterruptedException {
    TestPeer peer = loop.peer();
    URI uri = origin().resolve("/rtc/v1/" + door + "/?app=live&stream=bench" + stream);
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .POST(HttpRequest.BodyPublishers.ofString(peer.offer(offer)))
            .build();
    HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 201) {
      throw new IOException(response.statusCode() + " " + response.body());
    }
    peer.answer(response.body());
    return peer.awaitConnected();
  }

  @Override
  void close() throws IOException;

  /** Starts one. */
  interface Kind {
    MediaServer start() throws IOException, InterruptedException;
  }
}
