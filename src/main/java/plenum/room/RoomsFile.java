package plenum.room;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.JsonbException;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plenum.identity.DisplayName;
import plenum.identity.PersonId;
import plenum.media.PlaceKind;
import plenum.store.StoredFile;
import plenum.text.Refused;

/**
 * The JSON file of rooms: {@code {"version":1,"rooms":[{"id","name","kind","owner","ownerName"}]}}.
 * Earlier versions wrote no owner, or no owner's name.
 */
final class RoomsFile {

  private static final System.Logger LOG = System.getLogger(RoomsFile.class.getName());

  /** The whole file. */
  public record File(int version, List<Entry> rooms) {
    private List<Entry> required() {
      return required(rooms);
    }

    private static <T> T required(T member) {
      if (member == null) {
        throw new IllegalArgumentException("a member is missing");
      }
      return member;
    }
  }

  /** One room of it. */
  public record Entry(
      String id, String name, String kind, Optional<String> owner, Optional<String> ownerName) {

    private Optional<Owner> known() {
      return owner.map(id -> new Owner(new PersonId(id), ownerName.map(DisplayName::of)));
    }
  }

  private final StoredFile file;
  private final Jsonb jsonb = JsonbBuilder.create(new JsonbConfig().withFormatting(true));

  RoomsFile(StoredFile file) {
    this.file = file;
    // When Payara stops, it loads no more of the application's classes, and the last rooms are to
    // be saved just then.
    text(
        List.of(
            new KeptRoom(
                new RoomId("rehearse"),
                new RoomName("-"),
                PlaceKind.GROUP,
                Optional.of(new Owner(PersonId.fresh(), Optional.of(DisplayName.of("Nobody")))))));
  }

  /** The rooms of the last run; empty when there was none, or when they cannot be read. */
  List<KeptRoom> read() {
    Optional<String> text = file.read();
    if (text.isEmpty()) {
      return List.of();
    }
    try {
      return rooms(jsonb.fromJson(text.get(), File.class));
    } catch (JsonbException | IllegalArgumentException | Refused bad) {
      LOG.log(
          Level.WARNING,
          "The list of rooms cannot be read ({0}). It is kept as {1}; Plenum starts without rooms.",
          bad.getMessage(),
          file.setAside());
      return List.of();
    }
  }

  /**
   * Replaces the file.
   *
   * @throws java.io.UncheckedIOException when it cannot be written
   */
  void write(List<KeptRoom> rooms) {
    file.write(text(rooms));
  }

  private String text(List<KeptRoom> rooms) {
    List<Entry> entries = rooms.stream().map(RoomsFile::entry).toList();
    return jsonb.toJson(new File(1, entries)) + "\n";
  }

  private static Entry entry(KeptRoom room) {
    return new Entry(
        room.id().value(),
        room.name().value(),
        room.kind().app(),
        room.owner().map(Owner::person).map(PersonId::value),
        room.owner().flatMap(Owner::name).map(DisplayName::value));
  }

  private static List<KeptRoom> rooms(File file) {
    List<KeptRoom> rooms = new ArrayList<>();
    for (Entry entry : file.required()) {
      rooms.add(
          new KeptRoom(
              new RoomId(File.required(entry.id())),
              new RoomName(File.required(entry.name())),
              kind(File.required(entry.kind())),
              entry.known()));
    }
    return rooms;
  }

  private static PlaceKind kind(String name) {
    return PlaceKind.listed(name)
        .orElseThrow(() -> new IllegalArgumentException("a room is of an unknown kind"));
  }
}
