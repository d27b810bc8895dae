package plenum.media.management;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import plenum.http.Query;
import plenum.http.Reply;
import plenum.media.doors.Envelope;
import plenum.media.node.MediaNode;
import plenum.media.node.NodeClient;
import plenum.media.node.NodeStream;

/** SRS's management API: what the node carries, and the kick. Errors are 200 with a code. */
public final class ManagementDoor {

  private static final int NO_SUCH_STREAM = 2048;
  private static final int NO_SUCH_CLIENT = 2049;
  private static final int LEAST_COUNT = 10;

  private final MediaNode node;
  private final Envelope envelope;
  private final Listing listing;
  private final Machine machine;

  ManagementDoor(MediaNode node, Envelope envelope, Listing listing, Machine machine) {
    this.node = node;
    this.envelope = envelope;
    this.listing = listing;
    this.machine = machine;
  }

  Reply versions() {
    return reply(envelope.answer(0).add("data", machine.version()));
  }

  Reply summaries() {
    return reply(envelope.answer(0).add("data", machine.summary(node.clients().size())));
  }

  Reply streams(Query query) {
    List<NodeClient> clients = node.clients();
    return reply(
        envelope
            .answer(0)
            .add(
                "streams",
                page(
                    query,
                    node.streams().stream()
                        .sorted(Comparator.comparing(stream -> Listing.id(stream.stream())))
                        .toList(),
                    stream -> listing.stream(stream, clients))));
  }

  Reply stream(String id) {
    List<NodeClient> clients = node.clients();
    return node.streams().stream()
        .filter(stream -> Listing.id(stream.stream()).equals(id))
        .findFirst()
        .map((NodeStream stream) -> listing.stream(stream, clients))
        .map(stream -> reply(envelope.answer(0).add("stream", stream)))
        .orElseGet(() -> reply(envelope.answer(NO_SUCH_STREAM)));
  }

  Reply clients(Query query) {
    return reply(
        envelope
            .answer(0)
            .add(
                "clients",
                page(
                    query,
                    node.clients().stream().sorted(Comparator.comparing(NodeClient::id)).toList(),
                    listing::client)));
  }

  Reply client(String id) {
    return node.clients().stream()
        .filter(client -> client.id().equals(id))
        .findFirst()
        .map(client -> reply(envelope.answer(0).add("client", listing.client(client))))
        .orElseGet(() -> reply(envelope.answer(NO_SUCH_CLIENT)));
  }

  /** Ends a session. */
  Reply kick(String id) {
    return reply(envelope.answer(node.kick(id) ? 0 : NO_SUCH_CLIENT));
  }

  /** As SRS: ten entries, unless {@code count} is larger; {@code start} is an offset. */
  private static <T> JsonArrayBuilder page(
      Query query, List<T> all, Function<T, JsonObjectBuilder> entry) {
    JsonArrayBuilder page = Json.createArrayBuilder();
    all.stream()
        .skip(number(query, "start"))
        .limit(Math.max(LEAST_COUNT, number(query, "count")))
        .map(entry)
        .forEach(page::add);
    return page;
  }

  private static int number(Query query, String name) {
    return query
        .get(name)
        .filter(text -> text.matches("\\d{1,9}"))
        .map(Integer::parseInt)
        .orElse(0);
  }

  private static Reply reply(JsonObjectBuilder json) {
    return Reply.of(200, Reply.JSON, json.build().toString());
  }
}
