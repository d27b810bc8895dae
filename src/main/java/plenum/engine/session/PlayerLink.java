package plenum.engine.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import plenum.engine.SendingLimits;
import plenum.engine.Shortage;
import plenum.engine.estimate.Budget;
import plenum.engine.estimate.Encoding;
import plenum.engine.estimate.EstimateSettings;
import plenum.engine.estimate.Flow;
import plenum.engine.estimate.Link;
import plenum.engine.estimate.Picture;
import plenum.engine.estimate.Pool;
import plenum.engine.estimate.Rank;
import plenum.engine.estimate.ReportedLink;
import plenum.engine.estimate.Share;
import plenum.engine.estimate.Sharing;
import plenum.engine.estimate.SiteBudget;
import plenum.engine.estimate.Viewer;
import plenum.engine.forward.Averaged;
import plenum.engine.forward.LayerOffer;
import plenum.engine.forward.PlayerTrack;

/**
 * One viewer's way through the network: what it carries, and may be used of it, is shared out among
 * the pictures of all connections over it. Where nothing limits what is sent, a picture in one
 * encoding alone is sent as it is, or with fewer frames.
 */
final class PlayerLink {

  private static final long SHARE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  /** Where nothing has changed it is shared out anew as seldom. */
  private static final long STILL_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** A rate that differs by less is the same. */
  private static final double SAME = 0.02;

  /** Whoever has spoken may speak again: room for a sound is given up slowly. */
  private static final double SOUND_SECONDS = 15;

  /** Of a link of which nothing is known. */
  private static final long ENDLESS = ReportedLink.ENDLESS;

  /** Sound, and nothing else. */
  private static final Budget.Limit NOTHING = new Budget.Limit(0, false);

  /** A picture, and the highest temporal layer that it is to have. */
  private record Wished(PlayerPath path, PlayerTrack track, Picture picture, int highest) {}

  private final String id = Unguessable.id();
  private final Membership membership;
  private final Link link;
  private final Departures departures;
  private final Sharing sharing = new Sharing();
  private final List<PlayerPath> paths = new ArrayList<>();
  private final List<Wished> wished = new ArrayList<>();
  private long fixed;
  private long wishedNanos;
  private Optional<Budget.Limit> limit;
  private long lookedNanos;

  /** When it was shared out last, and by what. */
  private long sharedNanos = Long.MIN_VALUE;

  private long sharedStamp;
  private long sharedBitrate;

  /**
   * @param membership in which budgets it is: of somebody in two places, those of the first
   * @param queue who waits for a budget
   */
  PlayerLink(
      EstimateSettings settings,
      Membership membership,
      Alarm.Timer timer,
      FairQueue queue,
      long nowNanos) {
    this.membership = membership;
    this.link = new Link(settings, nowNanos);
    this.departures = new Departures(link, timer, queue);
    this.lookedNanos = nowNanos;
    this.wishedNanos = nowNanos;
    this.limit = Optional.empty();
  }

  /** By which it is known among all. */
  String id() {
    return id;
  }

  /** One more connection. */
  void add(PlayerPath path) {
    paths.add(path);
    departures.add(path.tracks(), path);
  }

  /** One of them tells what arrives. */
  Flow open() {
    return link.open();
  }

  /** A connection has ended. */
  void remove(PlayerPath path) {
    paths.remove(path);
    departures.remove(path);
  }

  /** When packets leave over it. */
  Departures departures() {
    return departures;
  }

  boolean unused() {
    return paths.isEmpty();
  }

  /** What is known of it. */
  Link link() {
    return link;
  }

  /** From now on these hold; what of them it may have, is said later. */
  void limited(SendingLimits limits, SiteBudget site, long nowNanos) {
    limit = limits.any() ? Optional.of(NOTHING) : Optional.empty();
    departures.limit(membership.outlets(limits, site), nowNanos);
    sharedNanos = Long.MIN_VALUE;
  }

  /** No more may be sent than that; null while that is not known. */
  void limit(Budget.Limit known) {
    limit = Optional.of(known == null ? NOTHING : known);
  }

  /** Whether something limits what is sent. */
  boolean isLimited() {
    return limit.isPresent();
  }

  /** In which budgets it is. */
  List<Pool> pools(SendingLimits limits) {
    return membership.pools(limits);
  }

  /** What it takes of these limits. */
  Viewer claim(SendingLimits limits, long nowNanos) {
    wishes(nowNanos);
    return Viewer.of(id, fixed, pictures(), carried(nowNanos), membership.pools(limits));
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
    long bitrate = Math.min(carried(nowNanos), limit.map(Budget.Limit::bitrate).orElse(ENDLESS));
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
      share(bitrate, nowNanos);
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

  private void share(long bitrate, long nowNanos) {
    wishes(nowNanos);
    boolean free = carried(nowNanos) == ENDLESS && !isLimited();
    sharing.insist(!isLimited());
    List<Share> shares = sharing.share(pictures(), fixed, bitrate, link.proved(nowNanos), nowNanos);
    // Nobody need find out whether it carries more than may be sent.
    link.want(Math.min(sharing.wanted(), limit.map(Budget.Limit::bitrate).orElse(ENDLESS)));
    for (int i = 0; i < wished.size(); i++) {
      Wished one = wished.get(i);
      give(one, free ? Optional.empty() : Optional.of(shares.get(i)));
      one.path()
          .shortage(one.track(), free ? null : shortage(one.picture(), shares.get(i), nowNanos));
    }
  }

  private List<Picture> pictures() {
    return wished.stream().map(Wished::picture).toList();
  }

  private long carried(long nowNanos) {
    return Math.min(link.fresh(nowNanos) ? ENDLESS : link.bitrate(), reported());
  }

  /** Of players that tell no times of arrival; known only when all of them lost something. */
  private long reported() {
    long bits = 0;
    for (PlayerPath path : paths) {
      if (path.reported() >= ENDLESS) {
        return ENDLESS;
      }
      bits += path.reported();
    }
    return paths.isEmpty() ? ENDLESS : Math.min(ENDLESS, bits);
  }

  /** What is wanted now; what is none of it is let through, or waits until it is. */
  private void wishes(long nowNanos) {
    wished.clear();
    double now = 0;
    for (PlayerPath path : paths) {
      for (Map.Entry<PlayerTrack, Rank> carried : path.carried().entrySet()) {
        PlayerTrack track = carried.getKey();
        List<LayerOffer> offers = track.offers(averaged(carried.getValue()), nowNanos);
        if (track.isVideo() && mayBeLess(offers) && mayCome(offers)) {
          wished.add(wish(path, track, offers, carried.getValue()));
        } else {
          leaveOpen(track);
          path.shortage(track, null);
          now += fixed(track, offers);
        }
      }
    }
    // Sound and pictures both, without limits: nothing is kept free for who is silent then.
    double kept = isLimited() ? Math.exp((wishedNanos - nowNanos) / 1e9 / SOUND_SECONDS) : 0;
    fixed = (long) Math.max(now, fixed * kept);
    wishedNanos = nowNanos;
  }

  /** A budget's outlet has room for a camera's key frame in time; a link's queue has not. */
  private Averaged averaged(Rank rank) {
    if (rank == Rank.SCREEN) {
      return Averaged.LONG;
    }
    return isLimited() ? Averaged.WITH_KEY_FRAMES_SPREAD : Averaged.SOON;
  }

  /** With limits, a picture that pauses comes again as it came last. */
  private void leaveOpen(PlayerTrack track) {
    if (!track.isVideo() || !isLimited()) {
      track.cap(Integer.MAX_VALUE);
      track.thin(PlayerTrack.ALL);
    }
  }

  /** Null where it is sent as it is wanted. */
  private Shortage shortage(Picture picture, Share share, long nowNanos) {
    if (share.height() >= picture.best()) {
      return null;
    }
    boolean narrow = limit.filter(most -> most.bitrate() < carried(nowNanos)).isPresent();
    return new Shortage(share.carried(), narrow ? Shortage.Cause.BUDGET : Shortage.Cause.LINK);
  }

  /** Without limits, not less than the fewest frames of one encoding alone: there is no other. */
  private void give(Wished one, Optional<Share> share) {
    boolean whole = one.picture().encodings().size() == 1 && !isLimited();
    int height = share.map(Share::height).orElse(Integer.MAX_VALUE);
    one.track().cap(whole ? Integer.MAX_VALUE : height);
    int carried = share.map(given -> highestLayer(one.picture(), given)).orElse(PlayerTrack.ALL);
    one.track().thin(Math.min(carried, one.highest()));
  }

  private static int highestLayer(Picture picture, Share share) {
    boolean whole =
        picture.encodings().stream()
            .filter(encoding -> encoding.height() == share.height())
            .allMatch(encoding -> share.temporal() >= encoding.bitrates().size());
    return whole && share.carried() ? PlayerTrack.ALL : Math.max(0, share.temporal() - 1);
  }

  /** Whether there is anything to choose: with limits, at least between all and nothing. */
  private boolean mayBeLess(List<LayerOffer> offers) {
    return offers.size() > 1
        || offers.size() == 1 && (isLimited() || LayerCosts.temporalLayers(offers.get(0)) > 1);
  }

  /** Of a publisher that has stopped, nothing is to be carried. */
  private static boolean mayCome(List<LayerOffer> offers) {
    return offers.stream().anyMatch(LayerOffer::flows)
        || offers.stream().allMatch(offer -> offer.bitrate() == 0);
  }

  private static Wished wish(
      PlayerPath path, PlayerTrack track, List<LayerOffer> offers, Rank rank) {
    int highest = track.isCalm() ? LayerCosts.half(offers) : PlayerTrack.ALL;
    List<Encoding> encodings =
        offers.stream().map(offer -> LayerCosts.encoding(offer).upTo(highest)).toList();
    Picture picture = new Picture(track.ssrc(), rank, track.wanted(), encodings);
    return new Wished(path, track, picture, highest);
  }

  private static long fixed(PlayerTrack track, List<LayerOffer> offers) {
    return track.isVideo()
        ? offers.stream().filter(LayerOffer::flows).mapToLong(LayerCosts::picture).sum()
        : offers.stream().mapToLong(LayerCosts::sound).sum();
  }
}
