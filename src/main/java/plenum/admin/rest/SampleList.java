package plenum.admin.rest;

import java.util.List;
import plenum.admin.Sample;

/** How much there was, the oldest first: what the charts of the pages draw. */
public record SampleList(List<SampleEntry> items) {

  /**
   * How much there was at one moment, or on average of some.
   *
   * @param at by ISO 8601
   * @param people who were online; on a media node, its sessions
   * @param streams that somebody published
   * @param receivedKbps kbit/s from publishers
   * @param sentKbps kbit/s to players
   */
  public record SampleEntry(
      String at, double people, double streams, double receivedKbps, double sentKbps) {

    private static SampleEntry of(Sample sample) {
      return new SampleEntry(
          sample.at().toString(),
          sample.people(),
          sample.streams(),
          sample.receivedKbps(),
          sample.sentKbps());
    }
  }

  static SampleList of(List<Sample> samples) {
    return new SampleList(samples.stream().map(SampleEntry::of).toList());
  }
}
