package plenum.signal;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import plenum.call.CallState;
import plenum.testing.PlenumServer;

/** Somebody who calls, answers and hangs up as chance has it, and knows what the server told. */
final class RandomCaller implements AutoCloseable {

  private static final Duration GLANCE = Duration.ofMillis(1);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Random random;
  private final Phone phone;
  private final Map<CallState, Integer> told = new EnumMap<>(CallState.class);
  private Optional<JsonObject> call = Optional.empty();
  private boolean seated;

  RandomCaller(PlenumServer server, Random random) {
    this.random = random;
    this.phone = Phone.of(server, "Caller");
  }

  Phone phone() {
    return phone;
  }

  /** How often a call in which this person is got into the state. */
  int told(CallState state) {
    return told.getOrDefault(state, 0);
  }

  /** Takes note of what was told, and does something that makes sense then. */
  void step(List<RandomCaller> others) {
    look();
    if (call.isEmpty()) {
      phone.askForCall(others.get(random.nextInt(others.size())).phone());
    } else if (isCalled() && isRinging()) {
      answer();
    } else if (!seated) {
      phone.join(call.get());
      seated = true;
    } else if (random.nextInt(3) == 0) {
      hangUp();
    }
  }

  private void answer() {
    switch (random.nextInt(6)) {
      case 0, 1, 2 -> phone.accept(id());
      case 3 -> phone.askAbout("reject-call", id());
      case 4 -> phone.askAbout("end-call", id());
      default -> {
        // Does not hear it.
      }
    }
  }

  private void hangUp() {
    if (isRinging()) {
      phone.askAbout("cancel-call", id());
    } else if (random.nextBoolean()) {
      phone.ask("leave-room", "");
    } else {
      phone.askAbout("end-call", id());
    }
  }

  /** Hangs up for good; tells whether there was nothing to hang up. */
  boolean isDone() {
    settle();
    call.ifPresent(running -> phone.askAbout("end-call", id()));
    return call.isEmpty();
  }

  /** Takes note of everything that the server decided so far: a list of calls comes after that. */
  void settle() {
    phone.ask("list-calls", "");
    JsonObject message;
    do {
      message = phone.client().next(PATIENCE).orElseThrow();
      hear(message);
    } while (!message.getString("type").equals("calls"));
  }

  private void look() {
    Optional<JsonObject> message = phone.client().next(GLANCE);
    while (message.isPresent()) {
      hear(message.get());
      message = phone.client().next(Duration.ZERO);
    }
  }

  private void hear(JsonObject message) {
    // The answer repeats what all tabs were told before.
    if (!message.getString("type").equals("call") || message.containsKey("request")) {
      return;
    }
    JsonObject now = message.getJsonObject("call");
    CallState state = CallState.valueOf(now.getString("state").toUpperCase(Locale.ROOT));
    told.merge(state, 1, Integer::sum);
    switch (state) {
      case RINGING -> {
        call = Optional.of(now);
        seated = false;
      }
      case ACCEPTED -> call = Optional.of(now);
      default -> call = Optional.empty();
    }
  }

  private boolean isCalled() {
    return call.orElseThrow().getJsonObject("to").getString("id").equals(phone.person());
  }

  private boolean isRinging() {
    return call.orElseThrow().getString("state").equals("ringing");
  }

  private String id() {
    return call.orElseThrow().getString("id");
  }

  @Override
  public void close() {
    phone.close();
  }
}
