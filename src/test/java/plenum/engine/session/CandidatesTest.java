package plenum.engine.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import plenum.engine.AddressChange;
import plenum.engine.sdp.LocalCandidate;

class CandidatesTest {

  private static final InetSocketAddress LAN = address("192.168.1.5");
  private static final InetSocketAddress LOCAL = address("127.0.0.1");
  private static final InetAddress FAR_CLIENT = address("192.168.1.9").getAddress();

  private static InetSocketAddress address(String literal) {
    try {
      return new InetSocketAddress(InetAddress.getByName(literal), 8000);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Candidates candidates(boolean configured, List<InetSocketAddress> addresses) {
    return new Candidates(
        new Candidates.Told(addresses, configured), new Candidates.Told(List.of(), false));
  }

  private static List<LocalCandidate> udp(InetSocketAddress... addresses) {
    return Stream.of(addresses).map(LocalCandidate::udp).toList();
  }

  @Test
  void offersLoopbackOnlyToClientsThatComeOverLoopback() {
    Candidates candidates = candidates(false, List.of(LOCAL, LAN));
    assertEquals(udp(LAN), candidates.offeredTo(FAR_CLIENT));
    assertEquals(udp(LAN, LOCAL), candidates.offeredTo(LOCAL.getAddress()));
  }

  @Test
  void knowsWhatAnEngineMissesWhenAddressesChange() throws UnknownHostException {
    InetAddress lan = LAN.getAddress();
    InetAddress loopback = LOCAL.getAddress();
    InetAddress other = InetAddress.getByName("10.0.0.5");
    List<InetAddress> bound = List.of(lan, loopback);
    assertEquals(AddressChange.NONE, Candidates.change(bound, bound));
    assertEquals(AddressChange.NONE, Candidates.change(bound, List.of(loopback)));
    assertEquals(AddressChange.MORE, Candidates.change(bound, List.of(lan, other, loopback)));
    assertEquals(AddressChange.OTHERS, Candidates.change(bound, List.of(other, loopback)));
    assertEquals(AddressChange.OTHERS, Candidates.change(List.of(loopback), bound));
  }

  @Test
  void offersLoopbackWhenThereIsNothingElse() {
    Candidates candidates = candidates(false, List.of(LOCAL));
    assertEquals(udp(LOCAL), candidates.offeredTo(FAR_CLIENT));
  }

  @Test
  void offersTheAddressInTheClientsNetworkFirst() {
    InetSocketAddress containers = address("172.17.0.1");
    InetSocketAddress wide = address("2001:db8::5");
    Candidates candidates = candidates(false, List.of(containers, LAN, wide));
    assertEquals(udp(LAN, containers, wide), candidates.offeredTo(FAR_CLIENT));
    assertEquals(udp(containers, LAN, wide), candidates.offeredTo(containers.getAddress()));
    InetAddress client = address("2001:db8::9").getAddress();
    assertEquals(udp(wide, containers, LAN), candidates.offeredTo(client));
  }

  @Test
  void keepsTheOrderOfAddressesThatAreEquallyFar() {
    InetSocketAddress one = address("10.1.0.1");
    InetSocketAddress other = address("10.1.0.2");
    InetAddress client = address("203.0.113.9").getAddress();
    assertEquals(udp(one, other), candidates(false, List.of(one, other)).offeredTo(client));
    assertEquals(udp(other, one), candidates(false, List.of(other, one)).offeredTo(client));
  }

  @Test
  void offersConfiguredAddressesToEverybody() {
    Candidates candidates = candidates(true, List.of(LOCAL, LAN));
    assertEquals(udp(LOCAL, LAN), candidates.offeredTo(FAR_CLIENT));
  }

  @Test
  void bindsTheConfiguredAddresses() {
    assertEquals(List.of(FAR_CLIENT), Candidates.toBind(List.of(FAR_CLIENT)));
  }

  @Test
  void bindsNoLinkLocalAddress() {
    List<InetAddress> bound = Candidates.toBind(List.of());
    assertTrue(bound.stream().anyMatch(InetAddress::isLoopbackAddress));
    assertFalse(bound.stream().anyMatch(InetAddress::isLinkLocalAddress));
  }

  @Test
  void offersIpv4BeforeIpv6ForClientsThatTryTheFirstCandidateAlone() {
    List<Boolean> isIpv6 =
        Candidates.toBind(List.of()).stream()
            .filter(InetAddress::isLoopbackAddress)
            .map(Inet6Address.class::isInstance)
            .toList();
    assertEquals(isIpv6.stream().sorted().toList(), isIpv6);
  }
}
