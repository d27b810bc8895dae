package plenum.quality;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import plenum.identity.PersonId;

/**
 * Says whose fault it probably is that something is bad in a meeting, by comparing what everybody
 * tells at the same time. The media node passes on what it gets, so:
 *
 * <ol>
 *   <li>everybody gets everything badly, three or more of them from two or more: the server
 *   <li>the sender's own computer or camera is too slow: its device
 *   <li>what the sender sends gets lost on its way, or all who get it, two or more, get it badly,
 *       and one of them gets something else well: its uplink
 *   <li>all that somebody gets is bad, leaving out what others are to blame for, and others get it
 *       well, or its sender knows of no fault: the downlink
 * </ol>
 *
 * <p>Where none of these holds nobody is blamed.
 */
final class Troubles {

  private static final int MANY_RECEIVERS = 3;
  private static final int MANY_STREAMS = 2;

  /** Packets of a thousand that are lost on the way from the sender, whatever the score. */
  private static final int LOSSY = 50;

  /** A camera that gives fewer frames a second is too slow, or sees little light. */
  private static final int SLOW_CAMERA = 10;

  /** How a stream is at all who get it. */
  private final Map<String, Map<PersonId, Boolean>> badAt = new LinkedHashMap<>();

  private final Map<PersonId, QualityReport> reports = new LinkedHashMap<>();
  private final Map<String, PersonId> senders = new HashMap<>();
  private final Map<String, Cause> faults = new HashMap<>();
  private final boolean everybody;

  /**
   * @param meeting what everybody in one room told lately
   */
  Troubles(List<QualityReport> meeting) {
    for (QualityReport report : meeting) {
      reports.put(report.person(), report);
      report.streams().forEach(stream -> add(report.person(), stream));
    }
    everybody = isOfEverybody();
    for (QualityReport report : meeting) {
      report.streams().forEach(stream -> faultOf(stream).ifPresent(it -> blame(stream, it)));
    }
    badAt.keySet().stream()
        .filter(this::isBadAtAllButWell)
        .forEach(stream -> faults.putIfAbsent(stream, Cause.UPLINK));
  }

  private void add(PersonId reporter, StreamQuality stream) {
    stream.of().ifPresent(sender -> senders.put(stream.stream(), sender));
    if (stream.isReceived()) {
      badAt
          .computeIfAbsent(stream.stream(), name -> new LinkedHashMap<>())
          .merge(reporter, stream.score().isBad(), Boolean::logicalOr);
    }
  }

  private boolean isOfEverybody() {
    Set<PersonId> receivers = new HashSet<>();
    badAt.values().forEach(of -> receivers.addAll(of.keySet()));
    return receivers.size() >= MANY_RECEIVERS
        && badAt.size() >= MANY_STREAMS
        && badAt.values().stream().allMatch(of -> !of.containsValue(false));
  }

  private void blame(StreamQuality stream, Cause cause) {
    faults.merge(stream.stream(), cause, (one, other) -> one == Cause.DEVICE ? one : other);
  }

  /** What the sender's own browser says. */
  private static Optional<Cause> faultOf(StreamQuality stream) {
    if (stream.isReceived()) {
      return Optional.empty();
    }
    if (isOfSlowDevice(stream)) {
      return Optional.of(Cause.DEVICE);
    }
    boolean lossy = stream.figures().lost().orElse(0) >= LOSSY;
    return lossy || stream.score().isBad() ? Optional.of(Cause.UPLINK) : Optional.empty();
  }

  private static boolean isOfSlowDevice(StreamQuality stream) {
    Figures figures = stream.figures();
    boolean slowCamera =
        stream.source().equals("camera")
            && figures.capturedRate().isPresent()
            && figures.capturedRate().getAsInt() < SLOW_CAMERA;
    return slowCamera || figures.limitation().filter(Limitation.CPU::equals).isPresent();
  }

  private boolean isBadAtAllButWell(String stream) {
    Map<PersonId, Boolean> receivers = badAt.get(stream);
    return receivers.size() > 1
        && !receivers.containsValue(false)
        && receivers.keySet().stream().anyMatch(this::getsSomethingWell);
  }

  private boolean getsSomethingWell(PersonId receiver) {
    return badAt.values().stream().anyMatch(of -> Boolean.FALSE.equals(of.get(receiver)));
  }

  /** Why it is bad for this person, if it is, and if anybody can tell. */
  Optional<Trouble> of(PersonId person) {
    QualityReport report = reports.get(person);
    if (report == null || report.score().filter(Score::isBad).isEmpty()) {
      return Optional.empty();
    }
    if (everybody) {
      return Optional.of(new Trouble(Cause.SERVER, person));
    }
    return ownFault(report)
        .or(() -> isDownlinkBad(person) ? Optional.of(Cause.DOWNLINK) : Optional.empty())
        .map(cause -> new Trouble(cause, person))
        .or(() -> faultOfOthers(person));
  }

  private Optional<Cause> ownFault(QualityReport report) {
    return report.streams().stream()
        .filter(stream -> !stream.isReceived())
        .flatMap(stream -> Optional.ofNullable(faults.get(stream.stream())).stream())
        .min(Cause::compareTo);
  }

  private boolean isDownlinkBad(PersonId person) {
    List<String> rest = new ArrayList<>();
    badAt.forEach(
        (stream, at) -> {
          if (at.containsKey(person) && !faults.containsKey(stream)) {
            rest.add(stream);
          }
        });
    return !rest.isEmpty()
        && rest.stream().allMatch(stream -> badAt.get(stream).get(person))
        && rest.stream().anyMatch(stream -> isWellElsewhere(stream, person));
  }

  /** Somebody gets it well; or nobody else gets it, and its sender's page knows of no fault. */
  private boolean isWellElsewhere(String stream, PersonId person) {
    Map<PersonId, Boolean> at = badAt.get(stream);
    return at.containsValue(false)
        || at.size() == 1 && at.containsKey(person) && isToldBySender(stream);
  }

  private boolean isToldBySender(String stream) {
    return Optional.ofNullable(senders.get(stream)).map(reports::get).stream()
        .flatMap(report -> report.streams().stream())
        .anyMatch(sent -> !sent.isReceived() && sent.stream().equals(stream));
  }

  private Optional<Trouble> faultOfOthers(PersonId person) {
    return badAt.entrySet().stream()
        .filter(entry -> Boolean.TRUE.equals(entry.getValue().get(person)))
        .map(Map.Entry::getKey)
        .filter(stream -> faults.containsKey(stream) && senders.containsKey(stream))
        .map(stream -> new Trouble(faults.get(stream), senders.get(stream)))
        .findFirst();
  }
}
