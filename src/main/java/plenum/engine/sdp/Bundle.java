package plenum.engine.sdp;

import java.util.List;
import java.util.stream.Stream;

/**
 * The sections of a BUNDLE group (RFC 9143), which share one transport, or the one section of an
 * offer without a group. What RFC 8859 calls TRANSPORT and IDENTICAL is told by one of them for
 * all: a section that is bundle-only repeats nothing of it (RFC 9143 section 7.1.3).
 *
 * @param offer the whole offer
 * @param names the group's, the first one's section is the tagged one; empty without a group
 * @param used the sections that are used, all of this group
 */
record Bundle(SessionDescription offer, List<String> names, List<MediaDescription> used) {

  /**
   * The section whose transport is that of all: of those that have one, the group's first that is
   * used, else the group's first.
   */
  MediaDescription transport() {
    return inOrder()
        .filter(media -> !media.iceUfrag().isEmpty())
        .findFirst()
        .orElseThrow(() -> new MalformedSdp("The offer has no a=ice-ufrag."));
  }

  /** Whoever bundles says so (RFC 9143 section 9.3), in a section that is not bundle-only. */
  boolean rtcpMux() {
    return used.stream().anyMatch(MediaDescription::rtcpMux)
        || used.stream().allMatch(MediaDescription::bundleOnly);
  }

  boolean rtcpRsize() {
    return used.stream().anyMatch(MediaDescription::rtcpRsize);
  }

  /** Those that are used in the group's order, then those that are not. */
  private Stream<MediaDescription> inOrder() {
    if (names.isEmpty()) {
      return used.stream();
    }
    List<MediaDescription> ordered =
        names.stream()
            .flatMap(name -> offer.media().stream().filter(media -> media.mid().equals(name)))
            .filter(media -> !media.refused())
            .toList();
    return Stream.concat(ordered.stream().filter(used::contains), ordered.stream());
  }
}
