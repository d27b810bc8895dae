package plenum.media.management;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * This program and the machine it runs on, as SRS's summaries have them. Arguments and the working
 * directory are left empty: they may hold secrets.
 */
public final class Machine {

  private static final Pattern NUMBERS = Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+)");
  private static final long KIB = 1024;

  private final String version;

  Machine(String version) {
    this.version = version;
  }

  /** Plenum's own version: who asks for SRS's must be able to tell the two apart. */
  JsonObjectBuilder version() {
    Matcher numbers = NUMBERS.matcher(version);
    boolean found = numbers.find();
    return Json.createObjectBuilder()
        .add("major", found ? Integer.parseInt(numbers.group(1)) : 0)
        .add("minor", found ? Integer.parseInt(numbers.group(2)) : 0)
        .add("revision", found ? Integer.parseInt(numbers.group(3)) : 0)
        .add("version", version)
        .add("product", "Plenum");
  }

  /** How the program does; {@code sessions} are SRS's connections. */
  JsonObjectBuilder summary(int sessions) {
    return Json.createObjectBuilder()
        .add("ok", true)
        .add("now_ms", System.currentTimeMillis())
        .add("self", self())
        .add("system", system(sessions));
  }

  private JsonObjectBuilder self() {
    ProcessHandle self = ProcessHandle.current();
    Runtime memory = Runtime.getRuntime();
    return Json.createObjectBuilder()
        .add("version", version)
        .add("pid", self.pid())
        .add("ppid", self.parent().map(ProcessHandle::pid).orElse(0L))
        .add("argv", "")
        .add("cwd", "")
        .add("mem_kbyte", (memory.totalMemory() - memory.freeMemory()) / KIB)
        .add("mem_percent", 0)
        .add("cpu_percent", processLoad())
        .add("srs_uptime", ManagementFactory.getRuntimeMXBean().getUptime() / 1000);
  }

  private static JsonObjectBuilder system(int sessions) {
    OperatingSystemMXBean machine = ManagementFactory.getOperatingSystemMXBean();
    return Json.createObjectBuilder()
        .add("cpu_percent", systemLoad())
        .add("load_1m", Math.max(0, machine.getSystemLoadAverage()))
        .add("cpus", machine.getAvailableProcessors())
        .add("cpus_online", machine.getAvailableProcessors())
        .add("conn_srs", sessions);
  }

  /** The share of all processors that this program took lately, from 0 to 1. */
  public static double processLoad() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean machine
        ? Math.max(0, machine.getProcessCpuLoad())
        : 0;
  }

  private static double systemLoad() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean machine
        ? Math.max(0, machine.getCpuLoad())
        : 0;
  }
}
