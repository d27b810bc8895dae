package plenum.account.oidc;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * A browser's way to the provider and back, as the browser keeps it in a cookie: nothing of it is
 * in the server, and nobody else comes back with it.
 *
 * @param next where to go afterwards, a path of this site
 */
record Journey(State state, Nonce nonce, CodeVerifier verifier, String next) {

  static Journey to(String next) {
    return new Journey(new State(), new Nonce(), new CodeVerifier(), next);
  }

  String written() {
    return String.join(
        ".",
        state.getValue(),
        nonce.getValue(),
        verifier.getValue(),
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(next.getBytes(StandardCharsets.UTF_8)));
  }

  static Optional<Journey> read(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 4) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Journey(
              new State(parts[0]),
              new Nonce(parts[1]),
              new CodeVerifier(parts[2]),
              new String(Base64.getUrlDecoder().decode(parts[3]), StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException garbage) {
      return Optional.empty();
    }
  }
}
