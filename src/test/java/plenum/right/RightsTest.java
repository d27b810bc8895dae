package plenum.right;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import plenum.identity.Actor;
import plenum.identity.Grant;
import plenum.identity.PersonId;
import plenum.identity.Role;
import plenum.identity.Scope;
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
    return new Rights(() -> new RoomSettings(1, 1, 1, 1, 1, Duration.ofSeconds(60), deleter));
  }

  private Optional<PersonId> owners() {
    return Optional.of(owner.person());
  }

  @Test
  void letsOnlyTheOwnerAndAdministratorsDeleteARoom() {
    assertTrue(rights.may(owner, RoomAct.DELETE, RoomRules.open(owners())));
    assertFalse(rights.may(other, RoomAct.DELETE, RoomRules.open(owners())));
    assertTrue(rights.may(administrator, RoomAct.DELETE, RoomRules.open(owners())));
  }

  @Test
  void letsEverybodyDeleteARoomOfNobodyWhoIsKnown() {
    assertTrue(rights.may(other, RoomAct.DELETE, RoomRules.open(NOBODY)));
  }

  @Test
  void leavesARoomOfNobodyToAdministratorsWherePeopleHaveAccounts() {
    Rights known =
        new Rights(
            () -> new RoomSettings(1, 1, 1, 1, 1, Duration.ofSeconds(60), Deleter.OWNER), true);
    assertFalse(known.may(other, RoomAct.DELETE, RoomRules.open(NOBODY)));
    assertTrue(known.may(administrator, RoomAct.DELETE, RoomRules.open(NOBODY)));
    assertFalse(known.mayDeleteRoomsOfNobody(other));
    assertTrue(rights.mayDeleteRoomsOfNobody(other));
  }

  @Test
  void letsOneKnowOfWhoIsOnlineWhomOneMetOrWhoHasAnAccountAsOneHas() {
    Actor user =
        new Actor(
            PersonId.fresh(),
            other.name(),
            Set.of(Role.USER),
            other.session(),
            other.address(),
            other.page());
    assertTrue(rights.mayKnowOf(other, true, false, false));
    assertTrue(rights.mayKnowOf(other, false, true, false));
    assertFalse(rights.mayKnowOf(other, false, false, true));
    assertTrue(rights.mayKnowOf(user, false, false, true));
    assertFalse(rights.mayKnowOf(user, false, false, false));
    assertFalse(rights.mayFindPeople(other));
  }

  @Test
  void letsAnyoneDeleteARoomWhereTheSiteSaysSo() {
    assertTrue(rights(Deleter.ANYONE).may(other, RoomAct.DELETE, RoomRules.open(owners())));
  }

  @Test
  void tellsWhoMayDeleteEveryRoom() {
    assertFalse(rights.mayDeleteEveryRoom(owner));
    assertTrue(rights.mayDeleteEveryRoom(administrator));
    assertTrue(rights(Deleter.ANYONE).mayDeleteEveryRoom(other));
  }

  @Test
  void letsOnlyTheOwnerAndAdministratorsTakeTheStageBack() {
    assertTrue(rights.may(owner, RoomAct.STOP_SHARE, RoomRules.open(owners())));
    assertFalse(rights.may(other, RoomAct.STOP_SHARE, RoomRules.open(owners())));
    assertFalse(rights.may(other, RoomAct.STOP_SHARE, RoomRules.open(NOBODY)));
    assertTrue(rights.may(administrator, RoomAct.STOP_SHARE, RoomRules.open(owners())));
    assertFalse(rights(Deleter.ANYONE).may(other, RoomAct.STOP_SHARE, RoomRules.open(owners())));
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

    assertTrue(rights.mayRenewDeviceKey(holder, RoomRules.open(owners()), holder.person()));
    assertTrue(rights.mayRenewDeviceKey(owner, RoomRules.open(owners()), holder.person()));
    assertTrue(rights.mayRenewDeviceKey(administrator, RoomRules.open(owners()), holder.person()));
    assertFalse(rights.mayRenewDeviceKey(other, RoomRules.open(owners()), holder.person()));
  }

  @Test
  void letsNobodyTakeADevicesKeyInARoomWithoutAnOwner() {
    Actor holder = Actors.named("Holder");
    assertTrue(rights.mayRenewDeviceKey(holder, RoomRules.open(NOBODY), holder.person()));
    assertTrue(rights.mayRenewDeviceKey(administrator, RoomRules.open(NOBODY), holder.person()));
    assertFalse(rights.mayRenewDeviceKey(other, RoomRules.open(NOBODY), holder.person()));
  }

  @Test
  void leavesAProgramWhatItsScopesNameOfItsMakersRights() {
    RoomRules own = RoomRules.open(Optional.of(administrator.person()));
    Actor reader = program(administrator, Scope.READ);
    Actor doer = program(administrator, Scope.ACT);
    Actor clerk = program(administrator, Scope.PEOPLE);
    for (RoomAct act : RoomAct.values()) {
      boolean reads = act == RoomAct.FIND || act == RoomAct.READ_OPTIONS;
      boolean invites = act == RoomAct.INVITE;
      assertEquals(reads, rights.may(reader, act, own), "read: " + act);
      assertEquals(!reads && !invites, rights.may(doer, act, own), "act: " + act);
      assertEquals(invites, rights.may(clerk, act, own), "people: " + act);
    }
    assertTrue(rights.mayAdministerAccounts(clerk));
    assertFalse(rights.mayAdministerAccounts(doer));
    assertTrue(rights.mayAdminister(doer, Scope.ACT));
    assertFalse(rights.mayAdminister(doer, Scope.READ));
  }

  @Test
  void givesAProgramNoMoreThanItsMakerHas() {
    Actor program = program(other, Scope.values());
    assertFalse(rights.may(program, RoomAct.DELETE, RoomRules.open(owners())));
    assertFalse(rights.mayAdminister(program, Scope.READ));
    assertFalse(rights.mayAdministerAccounts(program));
  }

  @Test
  void letsNoProgramDelegateOrReadAllRecordsOfAPerson() {
    assertTrue(rights.mayDelegate(administrator));
    assertFalse(rights.mayDelegate(other));
    assertFalse(rights.mayDelegate(program(administrator, Scope.values())));
    assertTrue(rights.mayAdministerRecords(administrator));
    assertFalse(rights.mayAdministerRecords(program(administrator, Scope.values())));
  }

  @Test
  void letsAdministratorsObserveWhereTheSitePermitsItAndNoProgram() {
    Rights open =
        new Rights(
            () -> new RoomSettings(1, 1, 1, 1, 1, Duration.ofSeconds(60), Deleter.OWNER),
            true,
            () -> true);
    assertTrue(open.mayObserve(administrator));
    assertFalse(open.mayObserve(owner));
    assertFalse(open.mayObserve(program(administrator, Scope.values())));
    assertFalse(rights.mayObserve(administrator));
  }

  private static Actor program(Actor maker, Scope... scopes) {
    return maker.by(new Grant("id", "program", Set.of(scopes)));
  }
}
