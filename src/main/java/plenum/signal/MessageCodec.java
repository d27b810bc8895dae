package plenum.signal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.annotation.JsonbSubtype;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import plenum.text.Sentence;

/** Messages from and to JSON. */
@ApplicationScoped
class MessageCodec {

  private static final Map<String, Class<? extends ClientMessage>> TYPES =
      Arrays.stream(ClientMessage.class.getAnnotation(JsonbTypeInfo.class).value())
          .collect(
              Collectors.toUnmodifiableMap(
                  JsonbSubtype::alias, subtype -> subtype.type().asSubclass(ClientMessage.class)));

  // Made once: looking the provider up costs more than reading a message.
  private final JsonParserFactory parsers = Json.createParserFactory(Map.of());
  private final Jsonb jsonb = JsonbBuilder.create();

  /**
   * Reads a client's message. JSON-B alone would turn a number into text and {@code "yes"} into
   * false, so the kinds of the members are checked before.
   *
   * @throws BadMessage when the text is no message of the protocol
   */
  ClientMessage decode(String text) {
    JsonObject object = object(text);
    OptionalLong request = request(object);
    if (!(object.get("type") instanceof JsonString type)) {
      throw BadMessage.of(request, "bad-message.no-type");
    }
    Class<? extends ClientMessage> kind = TYPES.get(type.getString());
    if (kind == null) {
      throw new BadMessage(BadMessage.Reason.UNKNOWN_TYPE, request, Sentence.of("unknown-type"));
    }
    MemberKinds.wrongMember(object, kind)
        .ifPresent(
            wrong -> {
              throw new BadMessage(BadMessage.Reason.BAD_MESSAGE, request, wrong);
            });
    try {
      return jsonb.fromJson(text, kind);
    } catch (RuntimeException unexpected) {
      throw BadMessage.of(request, "bad-message.unreadable");
    }
  }

  String encode(ServerMessage message) {
    return jsonb.toJson(message);
  }

  /** A snapshot's body, {@link LobbyState} or {@link RoomState}. */
  String encodeBody(Record body) {
    return jsonb.toJson(body);
  }

  /** A snapshot from its head, which each receiver has its own of, and the body of all. */
  String join(ServerMessage head, String body) {
    String start = encode(head);
    return start.substring(0, start.length() - 1) + "," + body.substring(1);
  }

  private JsonObject object(String text) {
    try (JsonParser parser = parsers.createParser(new StringReader(text))) {
      if (parser.next() == JsonParser.Event.START_OBJECT) {
        JsonObject object = parser.getObject();
        if (!parser.hasNext()) {
          return object;
        }
      }
    } catch (RuntimeException notJson) {
      // Besides JsonException, the parser throws plain ones for too deep nesting and the like.
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
