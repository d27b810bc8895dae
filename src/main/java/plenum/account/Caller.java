package plenum.account;

import java.net.InetAddress;
import java.util.Objects;
import java.util.Optional;

/**
 * From where somebody wants to log in.
 *
 * @param address the client's
 * @param browser what the browser calls itself
 * @param device what the browser has of {@link Cookies#DEVICE}
 */
public record Caller(InetAddress address, String browser, Optional<String> device) {

  public Caller {
    Objects.requireNonNull(address, "everybody is somewhere");
    Objects.requireNonNull(browser, "a browser that says nothing is empty");
    Objects.requireNonNull(device, "an unknown browser is empty");
  }
}
