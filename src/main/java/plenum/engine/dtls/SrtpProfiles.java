package plenum.engine.dtls;

import java.io.IOException;
import java.util.Arrays;
import java.util.Hashtable;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.ExporterLabel;
import org.bouncycastle.tls.SRTPProtectionProfile;
import org.bouncycastle.tls.TlsContext;
import org.bouncycastle.tls.TlsFatalAlert;
import org.bouncycastle.tls.TlsSRTPUtils;
import org.bouncycastle.tls.UseSRTPData;

/** The {@code use_srtp} extension and the keys that come of it (RFC 5764 4.1 and 4.2). */
final class SrtpProfiles {

  private static final int[] PREFERRED = {
    SRTPProtectionProfile.SRTP_AEAD_AES_128_GCM, SRTPProtectionProfile.SRTP_AES128_CM_HMAC_SHA1_80
  };
  private static final byte[] NO_MKI = {};
  private static final int KEY_LENGTH = 16;

  private final int[] offered;
  private int chosen = -1;

  private SrtpProfiles(int... offered) {
    this.offered = offered;
  }

  static SrtpProfiles preferred() {
    return new SrtpProfiles(PREFERRED);
  }

  /** A peer that knows one profile only. */
  static SrtpProfiles only(int profile) {
    return new SrtpProfiles(profile);
  }

  void offer(Hashtable<?, ?> extensions) throws IOException {
    TlsSRTPUtils.addUseSRTPExtension(extensions, new UseSRTPData(offered, NO_MKI));
  }

  /** As the server: takes the first of ours that the client offers. */
  void choose(Hashtable<?, ?> clientExtensions) throws IOException {
    UseSRTPData theirs = TlsSRTPUtils.getUseSRTPExtension(clientExtensions);
    if (theirs != null) {
      for (int profile : offered) {
        if (contains(theirs.getProtectionProfiles(), profile)) {
          chosen = profile;
          return;
        }
      }
    }
    throw new TlsFatalAlert(AlertDescription.handshake_failure, "no SRTP profile in common");
  }

  void answer(Hashtable<?, ?> extensions) throws IOException {
    TlsSRTPUtils.addUseSRTPExtension(extensions, new UseSRTPData(new int[] {chosen}, NO_MKI));
  }

  /** As the client: what the server chose must be one profile of ours. */
  void accept(Hashtable<?, ?> serverExtensions) throws IOException {
    UseSRTPData theirs = TlsSRTPUtils.getUseSRTPExtension(serverExtensions);
    if (theirs == null) {
      throw new TlsFatalAlert(AlertDescription.handshake_failure, "the peer has no SRTP");
    }
    int[] profiles = theirs.getProtectionProfiles();
    if (profiles.length != 1 || !contains(offered, profiles[0]) || theirs.getMki().length != 0) {
      throw new TlsFatalAlert(AlertDescription.illegal_parameter, "not an SRTP profile of ours");
    }
    chosen = profiles[0];
  }

  /** Client's key, server's key, client's salt, server's salt. */
  DtlsKeys export(TlsContext context) {
    int saltLength = chosen == SRTPProtectionProfile.SRTP_AEAD_AES_128_GCM ? 12 : 14;
    byte[] material =
        context.exportKeyingMaterial(ExporterLabel.dtls_srtp, null, 2 * (KEY_LENGTH + saltLength));
    int salts = 2 * KEY_LENGTH;
    byte[] clientKey = Arrays.copyOf(material, KEY_LENGTH);
    byte[] serverKey = Arrays.copyOfRange(material, KEY_LENGTH, salts);
    byte[] clientSalt = Arrays.copyOfRange(material, salts, salts + saltLength);
    byte[] serverSalt = Arrays.copyOfRange(material, salts + saltLength, material.length);
    Arrays.fill(material, (byte) 0);
    return context.isServer()
        ? new DtlsKeys(chosen, serverKey, serverSalt, clientKey, clientSalt)
        : new DtlsKeys(chosen, clientKey, clientSalt, serverKey, serverSalt);
  }

  private static boolean contains(int[] values, int value) {
    return Arrays.stream(values).anyMatch(each -> each == value);
  }
}
