package plenum.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;

class KernelDropsTest {

  private static final String TABLE =
      """
         sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode ref pointer drops
        377: 0100007F:1F40 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 21055 2 0000000000000000 12
        378: 0100007F:1F41 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 21056 2 0000000000000000 5
        379: 0000000000000000FFFF00000100007F:1F42 00000000000000000000000000000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 21057 2 0000000000000000 700
      """;

  @Test
  void addsUpTheDropsOfTheSocketsAtThesePorts() {
    assertEquals(712, KernelDrops.sum(TABLE.lines(), Set.of(8000, 8002)));
  }

  @Test
  void findsNoneForOtherPorts() {
    assertEquals(0, KernelDrops.sum(TABLE.lines(), Set.of(21055)));
  }
}
