package plenum.settings;

import java.util.Optional;

/**
 * Viewing without WebRTC, by HTTP-FLV and HLS.
 *
 * @param maxViewers at a time ({@code plenum.media.max-viewers})
 * @param httpAddress where browsers get FLV and HLS instead of from Plenum, such as a path of a
 *     proxy before SRS ({@code plenum.media.http-address})
 */
public record ViewingSettings(int maxViewers, Optional<String> httpAddress) {

  /** The scheme, host and port of {@link #httpAddress}. */
  public Optional<String> httpOrigin() {
    return httpAddress.map(address -> address.replaceFirst("(?<=[^:/])/.*", ""));
  }

  static ViewingSettings from(SettingsSource source) {
    return new ViewingSettings(
        source.number("plenum.media.max-viewers", 0, 100_000),
        BrowserSettings.addressAndPath(source, "plenum.media.http-address"));
  }
}
