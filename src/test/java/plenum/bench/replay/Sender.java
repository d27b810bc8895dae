package plenum.bench.replay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import plenum.engine.session.TestOffer;
import plenum.engine.session.TestPeer;

/** Somebody who publishes a recording: first the offer, then the answer, then it is sent. */
public final class Sender {

  private static final String SOUND_MID = "0";
  private static final String PICTURE_MID = "1";

  private final TestPeer peer;
  private final Recording recording;
  private final boolean camera;
  private final boolean layers;
  private final Consumer<ReplayingPublisher> connected;
  private Optional<ReplayingPublisher> publisher = Optional.empty();
  private Optional<Set<String>> wanted = Optional.empty();

  Sender(
      TestPeer peer,
      Recording recording,
      boolean camera,
      boolean layers,
      Consumer<ReplayingPublisher> connected) {
    this.peer = peer;
    this.recording = recording;
    this.camera = camera;
    this.layers = layers;
    this.connected = connected;
  }

  /** The SDP to post. */
  public String offer() {
    String opus = Coding.OPUS.rtpName();
    TestOffer offer =
        camera
            ? TestOffer.publisher(opus, recording.coding().rtpName())
            : TestOffer.publisher(opus);
    return peer.offer(
        camera && layers ? offer.withLevels().withLayers(rids()) : offer.withLevels());
  }

  private static String[] rids() {
    return Arrays.stream(Layer.values()).map(Layer::rid).toArray(String[]::new);
  }

  /** The answer's SDP; waits for the connection and sends from then on. */
  public void answer(String sdp) {
    peer.answer(sdp);
    peer.awaitConnected();
    boolean several = sdp.contains("a=simulcast:recv");
    boolean numbered = sdp.contains("transport-wide-cc");
    int level = sdp.contains("ssrc-audio-level") ? 127 : -1;
    SentTrack sound =
        new SentTrack(
            recording.quiet(),
            TestOffer.AUDIO_SSRC,
            TestOffer.TYPES.get(Coding.OPUS.rtpName()),
            new Marks(numbered, SOUND_MID, "", level));
    begin(
        new ReplayingPublisher(peer, recording, pictures(several, numbered), sound, all(several)));
  }

  private synchronized void begin(ReplayingPublisher begun) {
    publisher = Optional.of(begun);
    wanted.ifPresent(begun::want);
    connected.accept(begun);
  }

  private static Set<String> all(boolean several) {
    return several ? Arrays.stream(rids()).collect(Collectors.toSet()) : Set.of("");
  }

  private List<SentTrack> pictures(boolean several, boolean numbered) {
    List<SentTrack> tracks = new ArrayList<>();
    int type = camera ? TestOffer.TYPES.get(recording.coding().rtpName()) : 0;
    for (int size = 0; camera && size < (several ? Layer.values().length : 1); size++) {
      String rid = several ? Layer.values()[size].rid() : "";
      Marks marks = new Marks(numbered, PICTURE_MID, rid, -1);
      int ssrc = TestOffer.VIDEO_SSRC + size;
      tracks.add(new SentTrack(recording.sizes().get(size), ssrc, type, marks));
    }
    return tracks;
  }

  /** These sizes are needed, by their names in the offer. */
  public synchronized void want(Set<String> names) {
    wanted = Optional.of(names);
    publisher.ifPresent(one -> one.want(names));
  }

  /** Whether the person says something. */
  public synchronized void talk(boolean now) {
    publisher.ifPresent(one -> one.talk(now));
  }
}
