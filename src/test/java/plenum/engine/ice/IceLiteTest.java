package plenum.engine.ice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IceLiteTest {

  private static final String PASSWORD = "server-password-of-32-characters";
  private static final byte[] TRANSACTION = "transaction!".getBytes();
  private static final InetSocketAddress A = new InetSocketAddress("192.0.2.1", 1000);
  private static final InetSocketAddress B = new InetSocketAddress("2001:db8::2", 2000);

  private final IceLite agent = new IceLite("server", PASSWORD, "client");

  private static StunMessage check(boolean nominate) {
    return StunMessage.bindingRequest(TRANSACTION, "server:client", 1, 2, nominate);
  }

  private static StunMessage with(StunMessage message, int type, int length) {
    List<StunAttribute> attributes = new ArrayList<>(message.attributes());
    attributes.add(new StunAttribute(type, new byte[length]));
    return new StunMessage(message.type(), message.transactionId(), attributes);
  }

  private IceLite.Result receive(byte[] b, InetSocketAddress from, long now) {
    return agent.receive(b, 0, b.length, from, 0, now);
  }

  private static StunMessage parse(byte[] b) {
    return StunMessage.parse(b, 0, b.length).orElseThrow();
  }

  private void refuses(int code, byte[] request) {
    IceLite.Result result = receive(request, A, 5);
    assertEquals(code, parse(result.response()).errorCode().orElseThrow());
    assertArrayEquals(TRANSACTION, parse(result.response()).transactionId());
    assertFalse(result.validated());
    assertFalse(agent.accepts(A, 0));
  }

  @Test
  void answersACheckWithTheAddressItCameFrom() {
    for (InetSocketAddress from : List.of(A, B)) {
      byte[] response = receive(check(false).encode(PASSWORD), from, 5).response();
      assertTrue(StunMessage.hasIntegrity(response, 0, response.length, PASSWORD));
      assertEquals(StunMessage.BINDING_RESPONSE, parse(response).type());
      assertEquals(Optional.of(from), parse(response).mappedAddress());
    }
  }

  @Test
  void hasNoPathUntilTheClientNominatesOne() {
    IceLite.Result result = receive(check(false).encode(PASSWORD), A, 5);
    assertTrue(result.validated());
    assertFalse(result.pathChanged());
    assertEquals(Optional.empty(), agent.path());
    assertEquals(Optional.of(new IceLite.Path(A, 0)), agent.handshakePath());
  }

  @Test
  void movesThePathOnlyOnNomination() {
    assertTrue(receive(check(true).encode(PASSWORD), A, 5).pathChanged());
    assertFalse(receive(check(false).encode(PASSWORD), B, 6).pathChanged());
    assertEquals(Optional.of(new IceLite.Path(A, 0)), agent.path());
    assertTrue(agent.accepts(B, 0));
    assertTrue(receive(check(true).encode(PASSWORD), B, 7).pathChanged());
    assertFalse(receive(check(true).encode(PASSWORD), B, 8).pathChanged());
    assertEquals(Optional.of(new IceLite.Path(B, 0)), agent.path());
  }

  @Test
  void acceptsOnlyValidatedAddressesOnTheirInterface() {
    receive(check(true).encode(PASSWORD), A, 5);
    assertTrue(agent.accepts(A, 0));
    assertFalse(agent.accepts(A, 1));
    assertFalse(agent.accepts(B, 0));
  }

  private byte[] restarted(String remoteUfrag, boolean nominate) {
    IceLite.Names names = agent.names();
    String username = names.localUfrag() + ":" + remoteUfrag;
    return StunMessage.bindingRequest(TRANSACTION, username, 1, 2, nominate)
        .encode(names.localPwd());
  }

  @Test
  void goesOnUnderItsOldNamesUntilTheClientNominatesUnderTheNew() {
    receive(check(true).encode(PASSWORD), A, 5);
    agent.restart("again");
    assertEquals(2, agent.userFragments().size());
    assertTrue(receive(check(true).encode(PASSWORD), A, 6).validated());
    assertTrue(receive(restarted("again", false), B, 7).validated());
    assertTrue(receive(check(true).encode(PASSWORD), A, 8).validated());
    assertTrue(agent.accepts(A, 0) && agent.accepts(B, 0));
    assertEquals(Optional.of(new IceLite.Path(A, 0)), agent.path());
    assertTrue(receive(restarted("again", true), B, 9).pathChanged());
    assertFalse(receive(check(true).encode(PASSWORD), A, 10).validated());
    assertFalse(agent.accepts(A, 0));
    assertEquals(Set.of(agent.names().localUfrag()), agent.userFragments());
  }

  @Test
  void knowsOnlyTheLastOfSeveralRestarts() {
    IceLite.Names first = agent.restart("first");
    agent.restart("second");
    byte[] ofFirst =
        StunMessage.bindingRequest(TRANSACTION, first + "", 1, 2, true).encode(first.localPwd());
    refuses(401, ofFirst);
    refuses(401, restarted("first", true));
    assertTrue(receive(restarted("second", true), A, 6).validated());
  }

  @Test
  void boundsTheValidatedAddressesButKeepsTheNominated() {
    receive(check(true).encode(PASSWORD), A, 5);
    for (int port = 1; port <= 40; port++) {
      receive(check(false).encode(PASSWORD), new InetSocketAddress("192.0.2.9", port), 6);
    }
    int accepted = 0;
    for (int port = 1; port <= 40; port++) {
      accepted += agent.accepts(new InetSocketAddress("192.0.2.9", port), 0) ? 1 : 0;
    }
    assertEquals(15, accepted);
    assertTrue(agent.accepts(A, 0));
  }

  @Test
  void tellsWhenTheLastValidCheckCame() {
    receive(check(true).encode(PASSWORD), A, 5);
    receive(check(true).encode("wrong"), A, 9);
    assertEquals(5, agent.lastCheckNanos());
  }

  @Test
  void refusesAWrongPassword() {
    refuses(401, check(true).encode("wrong"));
  }

  @Test
  void refusesAnotherClientsUserName() {
    refuses(
        401, StunMessage.bindingRequest(TRANSACTION, "server:other", 1, 2, true).encode(PASSWORD));
  }

  @Test
  void refusesACheckWithoutIntegrity() {
    refuses(400, check(true).encode());
  }

  @Test
  void refusesACheckWithoutUserName() {
    refuses(
        400, new StunMessage(StunMessage.BINDING_REQUEST, TRANSACTION, List.of()).encode(PASSWORD));
  }

  @Test
  void refusesAClientThatClaimsToBeControlled() {
    refuses(487, with(check(false), StunAttribute.ICE_CONTROLLED, 8).encode(PASSWORD));
  }

  @Test
  void refusesAttributesItMustUnderstandAndNamesThem() {
    byte[] request = with(check(false), 0x7abc, 3).encode(PASSWORD);
    refuses(420, request);
    byte[] response = receive(request, A, 5).response();
    assertArrayEquals(
        new byte[] {0x7a, (byte) 0xbc},
        parse(response).attribute(StunAttribute.UNKNOWN_ATTRIBUTES).orElseThrow());
  }

  @Test
  void ignoresOptionalAttributesItDoesNotKnow() {
    assertTrue(receive(with(check(false), 0xc057, 4).encode(PASSWORD), A, 5).validated());
  }

  @Test
  void ignoresANominationThatTheIntegrityDoesNotCover() {
    byte[] signed = check(false).encode(PASSWORD);
    byte[] b = Arrays.copyOf(signed, signed.length - 4);
    b[3] -= 4;
    int at = b.length - 4;
    b[at] = 0;
    b[at + 1] = StunAttribute.USE_CANDIDATE;
    b[at + 2] = 0;
    b[at + 3] = 0;
    assertTrue(receive(b, A, 5).validated());
    assertEquals(Optional.empty(), agent.path());
  }

  @Test
  void isSilentToResponsesAndIndications() {
    for (int type : List.of(StunMessage.BINDING_RESPONSE, StunMessage.BINDING_INDICATION)) {
      byte[] b = new StunMessage(type, TRANSACTION, check(true).attributes()).encode(PASSWORD);
      assertEquals(0, receive(b, A, 5).response().length);
    }
    assertFalse(agent.accepts(A, 0));
  }

  @Test
  void makesUnguessableCredentialsOfIceCharacters() {
    assertTrue(IceLite.newUserFragment().matches("[A-Za-z0-9+/]{8}"));
    assertTrue(IceLite.newPassword().matches("[A-Za-z0-9+/]{32}"));
    assertNotEquals(IceLite.newPassword(), IceLite.newPassword());
  }

  @Test
  void survivesMutatedMessages() {
    Random random = new Random(20261123);
    byte[] valid = check(true).encode(PASSWORD);
    for (int i = 0; i < 50_000; i++) {
      byte[] source = i % 2 == 0 ? valid : StunVectorsTest.REQUEST;
      byte[] b = Arrays.copyOf(source, random.nextInt(4) > 0 ? source.length : random.nextInt(120));
      for (int n = random.nextInt(5); n > 0 && b.length > 0; n--) {
        b[random.nextInt(b.length)] = (byte) random.nextInt();
      }
      boolean changed = !Arrays.equals(b, valid);
      StunMessage.localUserFragment(b, 0, b.length);
      IceLite.Result result = receive(b, A, i);
      assertTrue(result.response().length <= 128);
      assertTrue(!result.validated() || !changed || integrityUntouched(b, valid));
    }
  }

  /** What follows MESSAGE-INTEGRITY may change; the fingerprint then must be gone or right. */
  private static boolean integrityUntouched(byte[] b, byte[] valid) {
    int covered = valid.length - 8;
    return Arrays.equals(b, 4, covered, valid, 4, covered);
  }
}
