package plenum.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.junit.jupiter.api.Test;

class DescribedTest {

  @Test
  void tellsNameUnitAndWhatItIs() {
    Metadata plain = Described.plain("plenum_rooms", "Rooms");
    assertEquals("plenum_rooms", plain.getName());
    assertEquals("Rooms", plain.getDescription());
    assertEquals(MetricUnits.NONE, plain.getUnit());
    assertEquals(MetricUnits.BYTES, Described.bytes("plenum_files_bytes", "Bytes").getUnit());
  }
}
