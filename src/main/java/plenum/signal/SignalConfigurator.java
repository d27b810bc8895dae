package plenum.signal;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import plenum.account.Recognition;
import plenum.account.Visitor;
import plenum.http.ClientAddress;
import plenum.signal.protocol.ProtocolVersion;
import plenum.text.Texts;

/**
 * Takes what the connection must know from the handshake. (The {@code Origin} was checked before,
 * by a servlet filter: here one could not see the {@code Host} beside it.)
 */
public class SignalConfigurator extends ServerEndpointConfig.Configurator {

  private static final Pattern PAGE = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  @Override
  public void modifyHandshake(
      ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
    Recognition recognition = CDI.current().select(Recognition.class).get();
    Optional<Visitor> visitor = recognition.of(headers(request, "Cookie"), address(request));
    FirstContact contact =
        new FirstContact(
            ProtocolVersion.common(asked(request, "protocol")),
            visitor,
            page(request),
            address(request),
            reader(request));
    config.getUserProperties().put(FirstContact.KEY, contact);
  }

  private static String page(HandshakeRequest request) {
    return asked(request, "page").stream()
        .filter(name -> PAGE.matcher(name).matches())
        .findFirst()
        .orElse("");
  }

  private static List<String> asked(HandshakeRequest request, String name) {
    return request.getParameterMap().getOrDefault(name, List.of());
  }

  /** Browsers send at a handshake the languages that they asked for the page in. */
  private static Texts reader(HandshakeRequest request) {
    return Texts.forHeader(String.join(",", headers(request, "Accept-Language")));
  }

  /** The filter before put it there, whatever the client sent. */
  private static InetAddress address(HandshakeRequest request) {
    return headers(request, ClientAddress.HEADER).stream()
        .findFirst()
        .flatMap(ClientAddress::literal)
        .orElseGet(InetAddress::getLoopbackAddress);
  }

  private static List<String> headers(HandshakeRequest request, String name) {
    return request.getHeaders().entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(List.of());
  }
}
