package plenum.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HiddenFieldsTest {

  private static class Above {
    private final String inherited;

    Above(String inherited) {
      this.inherited = inherited;
    }

    @Override
    public String toString() {
      return inherited;
    }
  }

  private static final class Below extends Above {
    Below(String inherited) {
      super(inherited);
    }
  }

  private final HiddenFields fields = new HiddenFields();

  @Test
  void readsAFieldOfAClassAbove() throws ReflectiveOperationException {
    assertEquals("one", fields.value(new Below("one"), "inherited"));
    assertEquals("two", fields.value(new Below("two"), "inherited"), "each owner has its own");
  }

  @Test
  void looksForAFieldOnce() throws NoSuchFieldException {
    assertSame(fields.field(Below.class, "inherited"), fields.field(Below.class, "inherited"));
  }

  @Test
  void namesTheFieldThatIsNotThere() {
    var missing =
        assertThrows(NoSuchFieldException.class, () -> fields.value(new Below(""), "proxies"));
    assertTrue(missing.getMessage().endsWith("Below.proxies"), missing.getMessage());
  }
}
