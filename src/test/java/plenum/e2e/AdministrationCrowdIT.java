package plenum.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static plenum.e2e.Soon.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import plenum.testing.PlenumServer;

/**
 * An administrator's filtered table, and the overview beside it, while many people come and go.
 * {@code -Dplenum.test.crowd=500} has more of them than a build's machine carries in passing.
 */
class AdministrationCrowdIT {

  private static final int CROWD = Integer.getInteger("plenum.test.crowd", 60);
  private static final Pattern TROUBLE = Pattern.compile("SEVERE|WARNING|Exception");

  /** Milliseconds within which a filter is answered; most of it is the machine's, which is busy. */
  private static final int ANSWERED = 5_000;

  private static PlenumServer server;

  @RegisterExtension final People people = new People(() -> server);

  private final Map<String, String> rooms = new LinkedHashMap<>();
  private final List<Long> answers = new ArrayList<>();
  private Page page;
  private Page overview;

  @BeforeAll
  static void start() {
    server =
        PlenumServer.start(
            Map.ofEntries(
                Map.entry("plenum.identity.mode", "local"),
                Map.entry("plenum.identity.guests", "true"),
                Map.entry("plenum.rooms.members", "500"),
                Map.entry("plenum.people.per-address", "1500"),
                Map.entry("plenum.people.names-per-address", "1500"),
                Map.entry("plenum.pace.names-per-address", "100000")));
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @Test
  void showsWhoIsThereInTheEndAndAnswersMeanwhile() {
    for (String name : List.of("Hall 1", "Hall 2", "Hall 3", "Yard 1", "Yard 2")) {
      rooms.put(people.room(name), name);
    }
    page = AdministratorSteps.arrive(people, server);
    overview = page.context().newPage();
    open(overview, "/admin");
    open(page, "/admin/meetings");
    int printed = server.output().length();
    try (ComingAndGoing crowd = new ComingAndGoing(server, CROWD, List.copyOf(rooms.keySet()))) {
      during(crowd::everybodyPasses);
      awaitEmpty();
      int before = heap();
      during(crowd::everybodyPasses);
      awaitEmpty();
      int grown = heap() - before;
      Map<String, TreeSet<String>> inside = new LinkedHashMap<>();
      during(() -> inside.putAll(crowd.halfStays()));
      showsEverybody(inside);
      tell(grown);
      assertTrue(grown < 3_000_000, grown + " bytes more");
    }
    assertEquals(List.of(), trouble(server.output().substring(printed)));
  }

  private static void open(Page one, String path) {
    one.navigate(server.url(path).toString());
    assertThat(one.locator("#connection")).hasAttribute("data-state", "open");
  }

  /** Filters again and again while something happens, and leaves the caret in the filter. */
  private void during(Runnable happening) {
    CompletableFuture<Void> done = CompletableFuture.runAsync(happening);
    do {
      filter("yard", 2);
      filter("hall", 3);
    } while (!done.isDone());
    done.join();
  }

  private Locator field() {
    return page.locator("#form\\:table thead input").first();
  }

  private Locator rows() {
    return page.locator("#form\\:table_data > tr");
  }

  private void filter(String text, int count) {
    long began = System.nanoTime();
    field().fill(text);
    assertThat(rows().filter(new Locator.FilterOptions().setHasText(Pattern.compile(text, 2))))
        .hasCount(count);
    assertThat(rows()).hasCount(count);
    answers.add((System.nanoTime() - began) / 1_000_000);
  }

  private void awaitEmpty() {
    assertThat(page.locator("#form\\:table .members__name"))
        .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(patience()));
  }

  private static double patience() {
    return ComingAndGoing.patience().toMillis();
  }

  /** Nobody clicked: the caret is where it was, and the text there as it was typed. */
  private void showsEverybody(Map<String, TreeSet<String>> inside) {
    inside.forEach(
        (room, names) -> {
          if (rooms.get(room).startsWith("Hall")) {
            Locator shown = AdministrationIT.row(page, rooms.get(room)).locator(".members__name");
            assertThat(shown)
                .hasCount(
                    names.size(), new LocatorAssertions.HasCountOptions().setTimeout(patience()));
            assertEquals(names, new TreeSet<>(shown.allInnerTexts()));
          }
        });
    assertThat(field()).hasValue("hall");
    assertThat(field()).isFocused();
    int online = inside.values().stream().mapToInt(TreeSet::size).sum() + 1;
    assertThat(overview.locator("#people-now")).hasText(Integer.toString(online));
  }

  private int heap() {
    try (PageMetrics metrics = new PageMetrics(page)) {
      return metrics.of("JSHeapUsedSize");
    }
  }

  private static List<String> trouble(String output) {
    return output.lines().filter(line -> TROUBLE.matcher(line).find()).toList();
  }

  private void tell(int grown) {
    Collections.sort(answers);
    long median = answers.get(answers.size() / 2);
    long worst = answers.get(answers.size() - 1);
    System.out.printf(
        "[crowd] %d people, %d filters: median %d ms, worst %d ms; heap of the page %+d bytes%n",
        CROWD, answers.size(), median, worst, grown);
    assertTrue(worst < ANSWERED, answers.toString());
  }
}
