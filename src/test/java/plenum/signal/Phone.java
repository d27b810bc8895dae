package plenum.signal;

import jakarta.json.JsonObject;
import plenum.testing.Browser;
import plenum.testing.PlenumServer;
import plenum.testing.SignalClient;

/** One tab of somebody, as far as it makes calls. */
final class Phone implements AutoCloseable {

  private final PlenumServer server;
  private final Browser browser;
  private final SignalClient client;
  private final JsonObject welcome;

  private Phone(PlenumServer server, Browser browser) {
    this.server = server;
    this.browser = browser;
    this.client = SignalClient.connect(server, browser);
    this.welcome = client.await("welcome");
  }

  /** Somebody new. */
  static Phone of(PlenumServer server, String name) {
    return new Phone(server, Browser.named(server, name));
  }

  /** One more tab of the same person. */
  Phone otherTab() {
    return new Phone(server, browser);
  }

  SignalClient client() {
    return client;
  }

  JsonObject welcome() {
    return welcome;
  }

  String person() {
    return welcome.getJsonObject("you").getString("id");
  }

  String name() {
    return welcome.getJsonObject("you").getString("name");
  }

  /** Asks, without waiting. */
  void ask(String type, String members) {
    client.send("{\"type\":\"" + type + "\",\"request\":7" + members + "}");
  }

  void askForCall(Phone other) {
    ask("start-call", member("person", other.person()));
  }

  void askAbout(String type, String call) {
    ask(type, member("call", call));
  }

  /** Calls somebody; the call rings. */
  String call(Phone other) {
    askForCall(other);
    return answer("ringing").getString("id");
  }

  /** Calls somebody and sits in the room. */
  JsonObject callSeated(Phone other) {
    askForCall(other);
    JsonObject call = answer("ringing");
    join(call);
    client.await("room");
    return call;
  }

  void accept(String call) {
    ask("accept-call", member("call", call) + ",\"video\":true");
  }

  /** Accepts the call that rings, and sits in the room. */
  JsonObject acceptSeated() {
    accept(awaitCall("ringing").getString("id"));
    JsonObject call = answer("accepted");
    join(call);
    client.await("room");
    return call;
  }

  /** Asks for a seat in the call's room. */
  void join(JsonObject call) {
    ask("join-room", member("room", call.getString("room")));
  }

  /** The answer to a request about a call. */
  JsonObject answer(String state) {
    return client
        .await("call", message -> message.containsKey("request") && isState(message, state))
        .getJsonObject("call");
  }

  /** The next message that a call is in the state. */
  JsonObject awaitCall(String state) {
    return client.await("call", message -> isState(message, state)).getJsonObject("call");
  }

  /** The code of the next error. */
  String error() {
    JsonObject error = client.await("error");
    if (error.getInt("request") != 7 || error.getString("message").isBlank()) {
      throw new AssertionError(error);
    }
    return error.getString("code");
  }

  @Override
  public void close() {
    client.close();
  }

  static String member(String name, String value) {
    return ",\"%s\":\"%s\"".formatted(name, value);
  }

  private static boolean isState(JsonObject message, String state) {
    return message.getJsonObject("call").getString("state").equals(state);
  }
}
