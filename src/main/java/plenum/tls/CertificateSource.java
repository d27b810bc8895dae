package plenum.tls;

import java.util.Optional;
import plenum.settings.StartRefused;

/** Where the certificate comes from. */
interface CertificateSource {

  /**
   * The one to show from now on; the same object as long as nothing has changed.
   *
   * @throws StartRefused when there is none that can be shown, in a sentence that names what is to
   *     be mended
   */
  ServerCertificate current();

  /** The authority that made it, if that is the server's own. */
  default Optional<Authority> authority() {
    return Optional.empty();
  }
}
