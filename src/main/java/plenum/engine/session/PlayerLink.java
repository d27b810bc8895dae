package plenum.engine.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import plenum.engine.estimate.Encoding;
import plenum.engine.estimate.EstimateSettings;
import plenum.engine.estimate.Flow;
import plenum.engine.estimate.Link;
import plenum.engine.estimate.Picture;
import plenum.engine.estimate.Rank;
import plenum.engine.estimate.Share;
import plenum.engine.estimate.Sharing;
import plenum.engine.forward.LayerOffer;
import plenum.engine.forward.PlayerTrack;

/**
 * One viewer's way through the network: what it carries is shared out among the pictures of all
 * connections over it. A picture in one encoding alone is sent as it is.
 */
final class PlayerLink {

  private static final long SHARE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  /** What packets have beside their media, of sound for each track. */
  private static final double VIDEO_OVERHEAD = 1.06;

  private static final long SOUND_OVERHEAD = 26_000;

  /** What an encoding of that height has until it comes, and how that grows with the height. */
  private static final int USUAL_HEIGHT = 180;

  private static final double USUAL_BITRATE = 150_000;
  private static final double USUAL_EXPONENT = 1.66;

  private final Link link;
  private final Departures departures;
  private final Sharing sharing = new Sharing();
  private final List<PlayerPath> paths = new ArrayList<>();
  private long sharedNanos;

  PlayerLink(EstimateSettings settings, Alarm.Timer timer, long nowNanos) {
    this.link = new Link(settings, nowNanos);
    this.departures = new Departures(link, timer);
    this.sharedNanos = nowNanos;
  }

  /** One more connection. */
  Flow open(PlayerPath path) {
    paths.add(path);
    departures.add(path.tracks(), path);
    return link.open();
  }

  /** A connection has ended. */
  void close(PlayerPath path, Flow flow) {
    flow.close();
    paths.remove(path);
    departures.remove(path);
  }

  /** When packets leave over it. */
  Departures departures() {
    return departures;
  }

  boolean unused() {
    return link.unused();
  }

  /** What is known of it. */
  Link link() {
    return link;
  }

  /** Some times a second. */
  void tick(long nowNanos) {
    departures.attend(nowNanos);
    if (nowNanos - sharedNanos >= SHARE_NANOS) {
      sharedNanos = nowNanos;
      share(nowNanos);
    }
  }

  private void share(long nowNanos) {
    List<PlayerTrack> chosen = new ArrayList<>();
    List<Picture> pictures = new ArrayList<>();
    long fixed = 0;
    for (PlayerPath path : paths) {
      for (Map.Entry<PlayerTrack, Rank> carried : path.carried().entrySet()) {
        PlayerTrack track = carried.getKey();
        List<LayerOffer> offers = track.offers(nowNanos);
        if (offers.size() > 1 && track.isVideo() && mayCome(offers)) {
          chosen.add(track);
          pictures.add(picture(track, offers, carried.getValue()));
        } else {
          track.cap(Integer.MAX_VALUE);
          fixed += fixed(track, offers);
        }
      }
    }
    boolean free = link.fresh(nowNanos);
    long bitrate = free ? Long.MAX_VALUE / 2 : link.bitrate();
    List<Share> shares = sharing.share(pictures, fixed, bitrate, link.proved(nowNanos), nowNanos);
    link.want(sharing.wanted());
    for (int i = 0; i < chosen.size(); i++) {
      chosen.get(i).cap(free ? Integer.MAX_VALUE : shares.get(i).height());
    }
  }

  /** Of a publisher that has stopped, nothing is to be carried. */
  private static boolean mayCome(List<LayerOffer> offers) {
    return offers.stream().anyMatch(LayerOffer::flows)
        || offers.stream().allMatch(offer -> offer.bitrate() == 0);
  }

  private static Picture picture(PlayerTrack track, List<LayerOffer> offers, Rank rank) {
    List<Encoding> encodings =
        offers.stream().map(o -> new Encoding(o.height(), List.of(bitrate(o)))).toList();
    return new Picture(track.ssrc(), rank, track.wanted(), encodings);
  }

  private static long bitrate(LayerOffer offer) {
    double times = Math.pow((double) offer.height() / USUAL_HEIGHT, USUAL_EXPONENT);
    double media = offer.bitrate() > 0 ? offer.bitrate() : USUAL_BITRATE * times;
    return (long) (VIDEO_OVERHEAD * media);
  }

  private static long fixed(PlayerTrack track, List<LayerOffer> offers) {
    long media = offers.stream().filter(LayerOffer::flows).mapToLong(LayerOffer::bitrate).sum();
    return track.isVideo() ? (long) (VIDEO_OVERHEAD * media) : media + SOUND_OVERHEAD;
  }
}
