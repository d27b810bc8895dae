package plenum.right;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plenum.identity.Actor;
import plenum.identity.PersonId;
import plenum.identity.Role;
import plenum.settings.RoomSettings;
import plenum.settings.RoomSettings.Deleter;
import plenum.testing.Actors;

class RightsTest {

  private static final Optional<PersonId> NOBODY = Optional.empty();

  private final Rights rights = rights(Deleter.OWNER);
  private final Actor owner = Actors.named("Owner");
  private final Actor other = Actors.named("Other");
  private final Actor administrator =
      new Actor(
          PersonId.fresh(),
          other.name(),
          Set.of(Role.ADMINISTRATOR),
          other.session(),
          other.address(),
          other.page());

  private static Rights rights(Deleter deleter) {
    return new Rights(new RoomSettings(1, 1, 1, 1, 1, Duration.ofSeconds(60), deleter));
  }

  private Optional<PersonId> owners() {
    return Optional.of(owner.person());
  }

  @Test
  void letsOnlyTheOwnerAndAdministratorsDeleteARoom() {
    assertTrue(rights.mayDeleteRoom(owner, owners()));
    assertFalse(rights.mayDeleteRoom(other, owners()));
    assertTrue(rights.mayDeleteRoom(administrator, owners()));
  }

  @Test
  void letsEverybodyDeleteARoomOfNobodyWhoIsKnown() {
    assertTrue(rights.mayDeleteRoom(other, NOBODY));
  }

  @Test
  void letsAnyoneDeleteARoomWhereTheSiteSaysSo() {
    assertTrue(rights(Deleter.ANYONE).mayDeleteRoom(other, owners()));
  }

  @Test
  void tellsWhoMayDeleteEveryRoom() {
    assertFalse(rights.mayDeleteEveryRoom(owner));
    assertTrue(rights.mayDeleteEveryRoom(administrator));
    assertTrue(rights(Deleter.ANYONE).mayDeleteEveryRoom(other));
  }

  @Test
  void letsOnlyTheOwnerAndAdministratorsTakeTheStageBack() {
    assertTrue(rights.mayTakeStageBack(owner, owners()));
    assertFalse(rights.mayTakeStageBack(other, owners()));
    assertFalse(rights.mayTakeStageBack(other, NOBODY));
    assertTrue(rights.mayTakeStageBack(administrator, owners()));
    assertFalse(rights(Deleter.ANYONE).mayTakeStageBack(other, owners()));
  }

  @Test
  void opensACallToItsOwnPersonsAlone() {
    assertTrue(rights.mayEnterCall(owner, Set.of(owner.person())));
    assertFalse(rights.mayEnterCall(administrator, Set.of(owner.person())));
  }

  @Test
  void leavesACallToItsTwoSides() {
    assertTrue(rights.mayAnswerCall(owner, owner.person()));
    assertTrue(rights.mayCancelCall(owner, owner.person()));
    assertFalse(rights.mayAnswerCall(administrator, owner.person()));
    assertFalse(rights.mayCancelCall(administrator, owner.person()));
  }

  @Test
  void showsADevicesKeyToItsHolderAloneAndLetsTheOwnerRenewIt() {
    Actor holder = Actors.named("Holder");
    assertTrue(rights.maySeeDeviceKey(holder, holder.person()));
    assertFalse(rights.maySeeDeviceKey(owner, holder.person()));
    assertFalse(rights.maySeeDeviceKey(administrator, holder.person()));

    assertTrue(rights.mayRenewDeviceKey(holder, owners(), holder.person()));
    assertTrue(rights.mayRenewDeviceKey(owner, owners(), holder.person()));
    assertTrue(rights.mayRenewDeviceKey(administrator, owners(), holder.person()));
    assertFalse(rights.mayRenewDeviceKey(other, owners(), holder.person()));
  }

  @Test
  void letsNobodyTakeADevicesKeyInARoomWithoutAnOwner() {
    Actor holder = Actors.named("Holder");
    assertTrue(rights.mayRenewDeviceKey(holder, NOBODY, holder.person()));
    assertTrue(rights.mayRenewDeviceKey(administrator, NOBODY, holder.person()));
    assertFalse(rights.mayRenewDeviceKey(other, NOBODY, holder.person()));
  }
}
