package plenum.signal.room;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import plenum.identity.PersonId;
import plenum.media.node.Nodes;
import plenum.room.DeviceId;
import plenum.room.Gesture;
import plenum.room.Gestures;
import plenum.room.Member;
import plenum.room.RoomDevice;
import plenum.room.RoomId;
import plenum.room.RoomSummary;
import plenum.room.Rooms;
import plenum.room.Stages;
import plenum.signal.protocol.TopicSource;
import plenum.typing.RealTimeText;

/**
 * One room: everybody inside, the devices that were added, and how its media is served. A device on
 * air is listed twice: as a device, and among the members.
 *
 * @param codecs those that the site passes, in the order in which to offer them
 * @param observers how those are called who observe a room
 * @param room as it was when the first one came in
 */
record RoomSource(
    Rooms rooms,
    Stages stages,
    Gestures gestures,
    RealTimeText text,
    Nodes nodes,
    List<String> codecs,
    Function<RoomId, List<String>> observers,
    RoomSummary room)
    implements TopicSource<RoomEntry> {

  static final String NAME = "room";

  /** The key of the room itself; no person's id looks like it. */
  static final String ROOM = "/room";

  /** The key of the room's stage. */
  static final String STAGE = "/stage";

  /** The key of the room's media. */
  static final String MEDIA = "/media";

  /** The key of the codecs that everybody can decode. */
  static final String CODECS = "/codecs";

  /** The key of who observes it. */
  static final String OBSERVERS = "/observers";

  private static final String DEVICE = "/device/";
  private static final String ON_AIR = "/on-air/";
  private static final String SPEAKING = "/speaking/";
  private static final String TEXT = "/text/";
  private static final String HAND = "/hand/";
  private static final String ANSWER = "/answer/";
  private static final String REACTION = "/reaction/";

  static String key(PersonId person) {
    return person.value();
  }

  /** The key of the person's speaking. */
  static String speakingKey(PersonId person) {
    return SPEAKING + person.value();
  }

  /** The key of the person's hand. */
  static String handKey(PersonId person) {
    return HAND + person.value();
  }

  /** The key of what the person answers. */
  static String answerKey(PersonId person) {
    return ANSWER + person.value();
  }

  /** The key of the person's last reaction. */
  static String reactionKey(PersonId person) {
    return REACTION + person.value();
  }

  /** The key of the line that the person is writing. */
  static String textKey(PersonId person) {
    return TEXT + person.value();
  }

  static String key(DeviceId device) {
    return DEVICE + device.value();
  }

  /** The key of the device as a member. */
  static String memberKey(DeviceId device) {
    return ON_AIR + device.value();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Map<String, RoomEntry> all() {
    Map<String, RoomEntry> views = new LinkedHashMap<>();
    views.put(ROOM, details());
    views.put(STAGE, stage());
    views.put(MEDIA, media());
    views.put(CODECS, decoded());
    views.put(OBSERVERS, observed());
    for (Member member : rooms.members(room.id())) {
      views.put(key(member.id()), MemberView.of(member));
      speaking(member.id()).ifPresent(view -> views.put(speakingKey(member.id()), view));
    }
    for (Gesture gesture : gestures.of(room.id())) {
      PersonId person = gesture.person();
      HandView.of(gesture).ifPresent(view -> views.put(handKey(person), view));
      AnswerView.of(gesture).ifPresent(view -> views.put(answerKey(person), view));
      ReactionView.of(gesture).ifPresent(view -> views.put(reactionKey(person), view));
    }
    text.lines(room.id()).forEach(line -> views.put(textKey(line.person()), TypedView.of(line)));
    for (RoomDevice device : rooms.devices(room.id())) {
      views.put(key(device.id()), DeviceView.of(device));
      MemberView.of(device).ifPresent(view -> views.put(memberKey(device.id()), view));
    }
    return views;
  }

  @Override
  public Optional<RoomEntry> now(String key) {
    if (key.equals(ROOM)) {
      return Optional.of(details());
    }
    if (key.equals(STAGE)) {
      return Optional.of(stage());
    }
    if (key.equals(MEDIA)) {
      return Optional.of(media());
    }
    if (key.equals(CODECS)) {
      return Optional.of(decoded());
    }
    if (key.equals(OBSERVERS)) {
      return Optional.of(observed());
    }
    if (key.startsWith(DEVICE)) {
      return device(key.substring(DEVICE.length())).map(DeviceView::of);
    }
    if (key.startsWith(ON_AIR)) {
      return device(key.substring(ON_AIR.length())).flatMap(MemberView::of);
    }
    if (key.startsWith(SPEAKING)) {
      return speaking(new PersonId(key.substring(SPEAKING.length())));
    }
    if (key.startsWith(HAND)) {
      return gesture(key.substring(HAND.length())).flatMap(HandView::of);
    }
    if (key.startsWith(ANSWER)) {
      return gesture(key.substring(ANSWER.length())).flatMap(AnswerView::of);
    }
    if (key.startsWith(REACTION)) {
      return gesture(key.substring(REACTION.length())).flatMap(ReactionView::of);
    }
    if (key.startsWith(TEXT)) {
      return text.line(room.id(), new PersonId(key.substring(TEXT.length()))).map(TypedView::of);
    }
    return rooms.member(room.id(), new PersonId(key)).map(MemberView::of);
  }

  private Optional<RoomDevice> device(String id) {
    return rooms.device(room.id(), new DeviceId(id));
  }

  private Optional<Gesture> gesture(String person) {
    return gestures.of(room.id(), new PersonId(person));
  }

  private Optional<RoomEntry> speaking(PersonId person) {
    return rooms.isSpeaking(room.id(), person)
        ? Optional.of(new SpeakingView(person.value()))
        : Optional.empty();
  }

  private RoomDetails details() {
    return RoomDetails.of(rooms.room(room.id()).orElse(room));
  }

  private StageView stage() {
    return StageView.of(stages.of(room.id()));
  }

  private MediaView media() {
    return MediaView.of(nodes.media(room.place()));
  }

  private CodecsView decoded() {
    return new CodecsView(
        codecs.stream().filter(codec -> rooms.isDecoded(room.id(), codec)).toList());
  }

  private ObserversView observed() {
    return new ObserversView(observers.apply(room.id()));
  }

  @Override
  public Record snapshot(long seq, Collection<RoomEntry> entries) {
    List<MemberView> members = only(MemberView.class, entries);
    int people = (int) members.stream().filter(MemberView::ofPerson).count();
    return new RoomState(
        seq,
        only(RoomDetails.class, entries).get(0).room().inside(people),
        members,
        only(DeviceView.class, entries),
        only(StageView.class, entries).get(0),
        only(SpeakingView.class, entries).stream().map(SpeakingView::id).toList(),
        only(HandView.class, entries),
        only(AnswerView.class, entries),
        only(TypedView.class, entries),
        only(MediaView.class, entries).get(0),
        only(CodecsView.class, entries).get(0).codecs(),
        only(ObserversView.class, entries).get(0).observers());
  }

  private static <T> List<T> only(Class<T> kind, Collection<RoomEntry> entries) {
    return entries.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
