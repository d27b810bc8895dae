package plenum.signal.protocol;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import plenum.text.Sentence;

/** Messages from and to JSON. */
public class MessageCodec {

  private static final String EMPTY = "{}";

  // Made once: looking the provider up costs more than reading a message.
  private final JsonParserFactory parsers = Json.createParserFactory(Map.of());

  /**
   * Reads a client's message, whose members have to be of the kinds that its record says.
   *
   * @param kinds the class of the messages of a name
   * @throws BadMessage when the text is no message of the protocol
   */
  ClientMessage decode(
      String text, Function<String, Optional<Class<? extends ClientMessage>>> kinds) {
    JsonObject object = object(text);
    OptionalLong request = request(object);
    if (!(object.get("type") instanceof JsonString type)) {
      throw BadMessage.of(request, "bad-message.no-type");
    }
    Class<? extends ClientMessage> kind =
        kinds
            .apply(type.getString())
            .orElseThrow(
                () ->
                    new BadMessage(
                        BadMessage.Reason.UNKNOWN_TYPE, request, Sentence.of("unknown-type")));
    MemberKinds.wrongMember(object, kind)
        .ifPresent(
            wrong -> {
              throw new BadMessage(BadMessage.Reason.BAD_MESSAGE, request, wrong);
            });
    try {
      return RecordReader.read(object, kind);
    } catch (RuntimeException unexpected) {
      throw BadMessage.of(request, "bad-message.unreadable");
    }
  }

  /** A message with its name as {@code type}. */
  public String encode(ServerMessage message) {
    return named("type", (Record) message);
  }

  /** A part of a message: a snapshot's body, or what a part adds to the greeting. */
  public String encodeBody(Record body) {
    return RecordWriter.write(body);
  }

  /** A message from its head, which each receiver has its own of, and the rest. */
  public String join(ServerMessage head, String body) {
    return join(encode(head), body);
  }

  /** Two JSON objects as one. */
  public static String join(String head, String body) {
    return body.length() == EMPTY.length()
        ? head
        : head.substring(0, head.length() - 1) + "," + body.substring(1);
  }

  /** The changes of a topic. */
  String encodeChanges(String topic, long seq, List<? extends Change> changes) {
    return changes.stream()
        .map(change -> named("change", (Record) change))
        .collect(
            Collectors.joining(
                ",",
                "{\"type\":\"" + topic + "-changed\",\"changes\":[",
                "],\"seq\":" + seq + "}"));
  }

  /** Names are of letters and hyphens. */
  private static String named(String member, Record record) {
    String name = "{\"" + member + "\":\"" + MessageName.of(record.getClass()) + "\"}";
    return join(name, RecordWriter.write(record));
  }

  private JsonObject object(String text) {
    try (JsonParser parser = parsers.createParser(new StringReader(text))) {
      if (parser.next() == JsonParser.Event.START_OBJECT) {
        JsonObject object = parser.getObject();
        if (!parser.hasNext()) {
          return object;
        }
      }
    } catch (RuntimeException | StackOverflowError notJson) {
      // Besides JsonException, the parser throws plain ones.
      throw notAMessage();
    }
    throw notAMessage();
  }

  private static BadMessage notAMessage() {
    return BadMessage.of(OptionalLong.empty(), "bad-message.no-object");
  }

  private static OptionalLong request(JsonObject object) {
    JsonValue value = object.get("request");
    return value instanceof JsonNumber number && MemberKinds.isLong(number)
        ? OptionalLong.of(number.longValueExact())
        : OptionalLong.empty();
  }
}
