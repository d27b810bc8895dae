package plenum.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.faces.context.FacesContext;
import jakarta.faces.context.FacesContextWrapper;
import jakarta.faces.event.PhaseId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.primefaces.model.FilterMeta;
import plenum.database.records.RecordLists;
import plenum.database.records.RecordPage;
import plenum.database.records.RecordQuery;
import plenum.database.records.RecordScope;
import plenum.database.records.RecordTable;

class RecordLinesTest {

  private static final Map<String, Object> LINE = Map.of("act", "login");

  private static Map<String, List<String>> meant(Map<String, String> typed) {
    return "Anmeld".equals(typed.get("act")) ? Map.of("act", List.of("login")) : Map.of();
  }

  private final Lists lists = new Lists();
  private final RecordLines lines =
      new RecordLines(lists, RecordTable.AUDIT, RecordScope.ALL, RecordLinesTest::meant, () -> {});

  /** Counts how often it was asked. */
  private static final class Lists extends RecordLists {

    private int asked;
    private RecordQuery last = RecordQuery.first(0);

    @Override
    public RecordPage page(RecordTable table, RecordQuery query) {
      asked++;
      last = query;
      return new RecordPage(7, List.of(LINE));
    }
  }

  /** A request that has come so far. */
  private static final class At extends FacesContextWrapper {

    private final PhaseId phase;

    private At(PhaseId phase) {
      super(null);
      this.phase = phase;
      setCurrentInstance(this);
    }

    @Override
    public PhaseId getCurrentPhaseId() {
      return phase;
    }

    @Override
    public FacesContext getWrapped() {
      throw new UnsupportedOperationException("nothing else is asked for");
    }

    static void over() {
      setCurrentInstance(null);
    }
  }

  @AfterEach
  void end() {
    At.over();
  }

  @Test
  void asksOnceForWhatIsShown() {
    new At(PhaseId.APPLY_REQUEST_VALUES);
    assertEquals(List.of(), lines.load(0, 25, Map.of(), Map.of()));
    assertEquals(0, lists.asked);

    new At(PhaseId.RENDER_RESPONSE);
    assertEquals(List.of(LINE), lines.load(0, 25, Map.of(), Map.of()));
    assertEquals(1, lists.asked);
    assertEquals(7, lines.getRowCount());
  }

  @Test
  void asksForTheWordsThatAreMeantByWhatWasTyped() {
    FilterMeta typed = FilterMeta.builder().field("act").filterValue("Anmeld").build();
    lines.load(0, 25, Map.of(), Map.of("act", typed));
    assertEquals(Map.of("act", "Anmeld"), lists.last.filters());
    assertEquals(Map.of("act", List.of("login")), lists.last.meant());
  }
}
