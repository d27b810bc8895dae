package plenum.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import plenum.identity.DisplayName;
import plenum.room.RoomName;

class GroupNameTest {

  private static String name(String one, String other, int number) {
    return GroupName.of(DisplayName.of(one), DisplayName.of(other), number).value();
  }

  @Test
  void isMadeOfBothNames() {
    assertEquals("Ada & Grace", name("Ada", "Grace", 1));
    assertEquals("Ada & Grace 2", name("Ada", "Grace", 2));
  }

  @Test
  void fitsInto60Characters() {
    String a = "a".repeat(DisplayName.LONGEST);
    String b = "b".repeat(DisplayName.LONGEST);

    assertEquals("a".repeat(27) + "… & " + "b".repeat(28) + "…", name(a, b, 1));
    assertEquals("Ada & " + b, name("Ada", b, 1));
    assertEquals(a + " & Grace", name(a, "Grace", 1));
    assertEquals(RoomName.LONGEST, name(a, b, 1234).length());
  }

  @Test
  void cutsNoCharacterInHalf() {
    String emoji = "👩".repeat(DisplayName.LONGEST);

    assertEquals("👩".repeat(27) + "… & " + "👩".repeat(28) + "…", name(emoji, emoji, 1));
  }

  @Test
  void leavesNoSpaceBeforeTheCut() {
    String spaced = "a".repeat(26) + " " + "b".repeat(13);

    assertEquals("a".repeat(26) + "… & " + "c".repeat(29), name(spaced, "c".repeat(29), 1));
  }
}
