package plenum.injection;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import plenum.signal.protocol.ClientMessage;
import plenum.signal.protocol.SignalRecords;
import plenum.testing.SignalClient;

/** Gives each member of each message each payload, the others as usual, on one connection. */
final class SignalWalk {

  private final SignalClient client;
  private final Map<String, String> usual;
  private final Runnable seat;
  private final Answers answers;
  private int requests;

  /**
   * @param usual values of members by their names, as JSON
   * @param seat sits down again where the walk walks
   */
  SignalWalk(SignalClient client, Map<String, String> usual, Runnable seat, Answers answers) {
    this.client = client;
    this.usual = usual;
    this.seat = seat;
    this.answers = answers;
  }

  /** How many messages it took. */
  int walk() {
    for (Class<?> message : SignalRecords.of(ClientMessage.class)) {
      String type = SignalRecords.name(message);
      RecordFields fields = new RecordFields(message, usual);
      for (String name : fields.names()) {
        for (Payload payload : Payload.values()) {
          String members = fields.object(name, Payload.quoted(payload.text));
          send(type, members, payload);
        }
      }
      seat.run();
    }
    return requests;
  }

  private void send(String type, String members, Payload payload) {
    int request = ++requests;
    String rest = members.substring(1);
    client.send(
        "{\"type\":\"%s\",\"request\":%d%s%s"
            .formatted(type, request, rest.equals("}") ? "" : ",", rest));
    client.send("{\"type\":\"ping\",\"request\":%d}".formatted(++requests));
    String what = type + " " + payload;
    for (JsonObject answer : until(requests, what)) {
      String said = answer.toString();
      answers.check(!said.contains(Payload.EVALUATED), what + " was evaluated: " + said);
      answers.check(!said.contains("\"internal\"") && !said.contains("Exception"), what + said);
    }
  }

  /** What came before the answer to a ping, by which it is known that the message was served. */
  private List<JsonObject> until(int ping, String what) {
    List<JsonObject> came = new ArrayList<>();
    try {
      client.await(
          one -> {
            came.add(one);
            return one.getInt("request", 0) == ping;
          });
    } catch (AssertionError silent) {
      throw new AssertionError("After " + what + " came " + came, silent);
    }
    return came;
  }
}
