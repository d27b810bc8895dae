package plenum.engine.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * connections over it. A picture in one encoding alone is sent as it is, or with fewer frames.
 */
final class PlayerLink {

  private static final long SHARE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  /** Where nothing has changed it is shared out anew as seldom. */
  private static final long STILL_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** A rate that differs by less is the same. */
  private static final double SAME = 0.02;

  /** What packets of sound have beside their media, for each track. */
  private static final long SOUND_OVERHEAD = 26_000;

  private final Link link;
  private final Departures departures;
  private final Sharing sharing = new Sharing();
  private final List<PlayerPath> paths = new ArrayList<>();
  private long lookedNanos;

  /** When it was shared out last, and by what. */
  private long sharedNanos = Long.MIN_VALUE;

  private long sharedStamp;
  private long sharedBitrate;

  PlayerLink(EstimateSettings settings, Alarm.Timer timer, long nowNanos) {
    this.link = new Link(settings, nowNanos);
    this.departures = new Departures(link, timer);
    this.lookedNanos = nowNanos;
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
    if (nowNanos - lookedNanos >= SHARE_NANOS) {
      lookedNanos = nowNanos;
      look(nowNanos);
    }
  }

  /** Most of the time nothing has changed that matters to anybody. */
  private void look(long nowNanos) {
    boolean free = link.fresh(nowNanos);
    long bitrate = free ? Long.MAX_VALUE / 2 : link.bitrate();
    long stamp = stamp(nowNanos);
    boolean still =
        stamp == sharedStamp
            && Math.abs(bitrate - sharedBitrate) <= SAME * sharedBitrate
            && !sharing.undecided()
            && !link.proved(nowNanos);
    if (!still || sharedNanos == Long.MIN_VALUE || nowNanos - sharedNanos >= STILL_NANOS) {
      sharedNanos = nowNanos;
      sharedStamp = stamp;
      sharedBitrate = bitrate;
      share(free, bitrate, nowNanos);
    }
  }

  /** Another number says that something else is wanted, or comes. */
  private long stamp(long nowNanos) {
    long stamp = 0;
    for (PlayerPath path : paths) {
      for (Map.Entry<PlayerTrack, Rank> carried : path.carried().entrySet()) {
        stamp = 31 * stamp + carried.getKey().stamp(nowNanos);
        stamp = 31 * stamp + carried.getValue().ordinal();
      }
    }
    return stamp;
  }

  private void share(boolean free, long bitrate, long nowNanos) {
    List<PlayerTrack> chosen = new ArrayList<>();
    List<Picture> pictures = new ArrayList<>();
    long fixed = 0;
    for (PlayerPath path : paths) {
      for (Map.Entry<PlayerTrack, Rank> carried : path.carried().entrySet()) {
        PlayerTrack track = carried.getKey();
        List<LayerOffer> offers = track.offers(nowNanos);
        if (track.isVideo() && mayBeLess(offers) && mayCome(offers)) {
          chosen.add(track);
          pictures.add(picture(track, offers, carried.getValue()));
        } else {
          track.cap(Integer.MAX_VALUE);
          track.thin(PlayerTrack.ALL);
          fixed += fixed(track, offers);
        }
      }
    }
    List<Share> shares = sharing.share(pictures, fixed, bitrate, link.proved(nowNanos), nowNanos);
    link.want(sharing.wanted());
    for (int i = 0; i < chosen.size(); i++) {
      give(chosen.get(i), pictures.get(i), free ? Optional.empty() : Optional.of(shares.get(i)));
    }
  }

  /** Of one encoding alone not less than its fewest frames: there is nothing else to be sent. */
  private static void give(PlayerTrack track, Picture picture, Optional<Share> share) {
    boolean single = picture.encodings().size() == 1;
    track.cap(single ? Integer.MAX_VALUE : share.map(Share::height).orElse(Integer.MAX_VALUE));
    track.thin(share.map(given -> highestLayer(picture, given)).orElse(PlayerTrack.ALL));
  }

  private static int highestLayer(Picture picture, Share share) {
    boolean whole =
        picture.encodings().stream()
            .filter(encoding -> encoding.height() == share.height())
            .allMatch(encoding -> share.temporal() >= encoding.bitrates().size());
    return whole && share.carried() ? PlayerTrack.ALL : Math.max(0, share.temporal() - 1);
  }

  /** Whether there is anything to choose. */
  private static boolean mayBeLess(List<LayerOffer> offers) {
    return offers.size() > 1 || offers.size() == 1 && LayerCosts.temporalLayers(offers.get(0)) > 1;
  }

  /** Of a publisher that has stopped, nothing is to be carried. */
  private static boolean mayCome(List<LayerOffer> offers) {
    return offers.stream().anyMatch(LayerOffer::flows)
        || offers.stream().allMatch(offer -> offer.bitrate() == 0);
  }

  private static Picture picture(PlayerTrack track, List<LayerOffer> offers, Rank rank) {
    List<Encoding> encodings = offers.stream().map(LayerCosts::encoding).toList();
    return new Picture(track.ssrc(), rank, track.wanted(), encodings);
  }

  private static long fixed(PlayerTrack track, List<LayerOffer> offers) {
    long media = offers.stream().filter(LayerOffer::flows).mapToLong(LayerOffer::bitrate).sum();
    return track.isVideo() ? LayerCosts.withOverhead(media) : media + SOUND_OVERHEAD;
  }
}
