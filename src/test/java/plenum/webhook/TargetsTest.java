package plenum.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plenum.settings.Network;

class TargetsTest {

  private final Targets targets = new Targets(List.of());

  private static InetAddress address(String text) throws UnknownHostException {
    return InetAddress.getByName(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.8.9.10",
        "0.0.0.0",
        "0.1.2.3",
        "169.254.169.254",
        "192.0.0.8",
        "192.0.2.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.7",
        "203.0.113.9",
        "224.0.0.1",
        "239.255.255.250",
        "255.255.255.255",
        "::",
        "::1",
        "::127.0.0.1",
        "::ffff:127.0.0.1",
        "::ffff:169.254.1.1",
        "64:ff9b::127.0.0.1",
        "64:ff9b:1::169.254.169.254",
        "2002:7f00:1::",
        "2001:db8::1",
        "100::1",
        "fe80::1",
        "fec0::1",
        "ff02::1"
      })
  void keepsMessagesFromSpecialAddresses(String text) throws UnknownHostException {
    assertFalse(targets.mayGoTo(address(text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.5",
        "172.16.3.4",
        "192.168.1.1",
        "100.64.0.1",
        "8.8.8.8",
        "126.255.255.255",
        "128.0.0.1",
        "198.17.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "::ffff:10.0.0.5",
        "64:ff9b::10.0.0.5",
        "2002:a00:5::",
        "fd00::5",
        "2a00:1450::1"
      })
  void letsMessagesGoToTheIntranetAndOutside(String text) throws UnknownHostException {
    assertTrue(targets.mayGoTo(address(text)));
  }

  @Test
  void letsThemGoWhereTheSitePermitsIt() throws UnknownHostException {
    Targets own = new Targets(List.of(new Network(address("127.0.0.1"), 32)));
    assertTrue(own.mayGoTo(address("127.0.0.1")));
    assertFalse(own.mayGoTo(address("127.0.0.2")));
    assertFalse(own.mayGoTo(address("::1")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost/",
        "http://127.0.0.1:8080/hook",
        "http://[::1]/",
        "http://[::ffff:7f00:1]/",
        "http://2130706433/"
      })
  void looksAtWhatANameMeans(String text) {
    assertTrue(targets.refusal(URI.create(text)).orElse("").contains("special address"), text);
  }

  @Test
  void saysWhenNobodyKnowsAName() {
    assertEquals(
        Optional.of("nobody knows the name no-such-host.invalid"),
        targets.refusal(URI.create("http://no-such-host.invalid/")));
    assertEquals(Optional.empty(), targets.refusal(URI.create("http://10.0.0.5/")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://a.example/",
        "file:///etc/passwd",
        "https:/no-host",
        "http://127.1/",
        "https://user:word@a.example/",
        "https://a.example/#part",
        "a.example",
        ""
      })
  void takesNoOtherAddress(String text) {
    assertFalse(Targets.isAddress(URI.create(text)));
  }

  @Test
  void findsLettersThatAreNotSeen() {
    assertTrue(Targets.hasUnseen("https://a.example/hook\u202Eten"));
    assertTrue(Targets.hasUnseen("https://a.example/\u200Bhook"));
    assertFalse(Targets.hasUnseen("https://bücher.example/hook?key=1"));
  }

  @Test
  void takesAddressesOfHttp() {
    assertTrue(Targets.isAddress(URI.create("https://a.example:8443/hook?key=1")));
    assertTrue(Targets.isAddress(URI.create("HTTP://10.0.0.5/")));
  }
}
