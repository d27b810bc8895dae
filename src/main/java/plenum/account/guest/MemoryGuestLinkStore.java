package plenum.account.guest;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps guest links as long as the server runs. */
public final class MemoryGuestLinkStore implements GuestLinkStore {

  private final Map<String, GuestLink> links = new ConcurrentHashMap<>();

  @Override
  public List<GuestLink> all() {
    return List.copyOf(links.values());
  }

  @Override
  public void put(GuestLink link) {
    links.put(link.id(), link);
  }

  @Override
  public void remove(String id) {
    links.remove(id);
  }
}
