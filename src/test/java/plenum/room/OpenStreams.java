package plenum.room;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plenum.identity.PersonId;
import plenum.media.Place;
import plenum.media.StreamId;

/** The streams that are open, as the media component would know them. */
final class OpenStreams implements RoomStreams {

  final Set<StreamId> open = new HashSet<>();
  final Map<StreamId, List<PersonId>> sentAway = new HashMap<>();
  final Map<StreamId, String> held = new HashMap<>();
  final List<String> left = new ArrayList<>();
  private int number;

  @Override
  public StreamId open(Place place, String source) {
    return add(place, source);
  }

  @Override
  public StreamId openForDevice(Place place) {
    return add(place, RoomDevice.SOURCE);
  }

  private StreamId add(Place place, String source) {
    StreamId id = new StreamId(place.kind().app(), "s" + number++ + "-" + source);
    open.add(id);
    return id;
  }

  @Override
  public void close(StreamId stream) {
    open.remove(stream);
  }

  @Override
  public void hold(StreamId stream, boolean sound, boolean picture) {
    held.put(stream, (sound ? "sound " : "") + (picture ? "picture" : ""));
  }

  @Override
  public void leave(Place place, PersonId person) {
    left.add(person + " left " + place.id());
  }

  @Override
  public void sendAway(StreamId stream, PersonId person) {
    sentAway.computeIfAbsent(stream, id -> new ArrayList<>()).add(person);
  }
}
