package plenum.admin.rest;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import plenum.admin.MediaSession;
import plenum.admin.Node;
import plenum.admin.Trouble;
import plenum.admin.person.Whereabouts.Place;
import plenum.admin.rest.AdminAccountsResource.AccountList;
import plenum.admin.rest.AdminAccountsResource.LoginEntry;
import plenum.admin.rest.AdminAccountsResource.LoginList;
import plenum.admin.rest.AdminSettingsResource.SettingEntry;
import plenum.admin.rest.AdminSettingsResource.SettingList;
import plenum.admin.rest.AllGuestLinksResource.GuestLinkEntry;
import plenum.admin.rest.AllGuestLinksResource.GuestLinkList;
import plenum.admin.rest.MeetingsResource.MeetingList;
import plenum.admin.rest.NodesResource.NodeList;
import plenum.admin.rest.OverviewResource.Overview;
import plenum.admin.rest.RecordsResource.RecordPart;
import plenum.admin.rest.SessionsResource.SessionList;
import plenum.admin.rest.StreamsResource.MeasuredStream;
import plenum.admin.rest.StreamsResource.StreamList;
import plenum.admin.rest.TokensResource.NewToken;
import plenum.admin.rest.TokensResource.TokenEntry;
import plenum.admin.rest.TokensResource.TokenList;
import plenum.admin.rest.TokensResource.TokenWish;
import plenum.admin.rest.WebhooksResource.DeliveryEntry;
import plenum.admin.rest.WebhooksResource.DeliveryList;
import plenum.admin.rest.WebhooksResource.NewWebhook;
import plenum.admin.rest.WebhooksResource.WebhookEntry;
import plenum.admin.rest.WebhooksResource.WebhookList;
import plenum.admin.rest.WebhooksResource.WebhookWish;
import plenum.identity.Scope;
import plenum.web.account.AccountsResource.Entry;
import plenum.web.account.AccountsResource.Invited;
import plenum.web.account.AccountsResource.Newcomer;
import plenum.web.account.AccountsResource.Wish;

/** What {@code META-INF/openapi.json} says of every door of {@code /api/admin}. */
final class ApiDoors {

  /**
   * A door.
   *
   * @param summary what it tells or does
   * @param scope which a token needs, or in words who may where it is none
   * @param status of the answer when all goes well
   * @param answer an example; empty for an answer without content
   * @param body an example of what is sent; empty where nothing is
   * @param refusals keys of the sentences of those that are special here
   */
  record Door(
      String summary,
      String scope,
      int status,
      Optional<Object> answer,
      Optional<Object> body,
      List<String> refusals) {

    private Door sending(Object example) {
      return new Door(summary, scope, status, answer, Optional.of(example), refusals);
    }
  }

  /** Each refusal with its status. */
  static final Map<String, Integer> REFUSALS =
      Map.ofEntries(
          Map.entry("malformed-request.cursor", 400),
          Map.entry("malformed-request.moment", 400),
          Map.entry("malformed-request.parameter", 400),
          Map.entry("bad-request", 400),
          Map.entry("announcement-invalid", 400),
          Map.entry("nobody-there", 404),
          Map.entry("too-many-announcements", 429),
          Map.entry("login-name-invalid", 400),
          Map.entry("token-invalid", 401),
          Map.entry("scope-missing", 403),
          Map.entry("no-such-room", 404),
          Map.entry("no-such-member", 404),
          Map.entry("no-such-session", 404),
          Map.entry("no-such-account", 404),
          Map.entry("no-such-login", 404),
          Map.entry("no-such-guest-link", 404),
          Map.entry("no-such-webhook", 404),
          Map.entry("no-such-delivery", 404),
          Map.entry("no-such-token", 404),
          Map.entry("webhook-address", 400),
          Map.entry("webhook-events", 400),
          Map.entry("too-many-webhooks", 409),
          Map.entry("token-name", 400),
          Map.entry("token-scopes", 400),
          Map.entry("token-time", 400),
          Map.entry("too-many-tokens", 409),
          Map.entry("persons-only", 403),
          Map.entry("no-such-path", 404),
          Map.entry("no-such-setting", 404),
          Map.entry("setting-changed", 409),
          Map.entry("setting-fixed.site", 409),
          Map.entry("room-not-empty", 409),
          Map.entry("login-name-taken", 409),
          Map.entry("account-name-taken", 409),
          Map.entry("last-administrator", 409),
          Map.entry("password-elsewhere", 409),
          Map.entry("precondition-failed.tag", 412),
          Map.entry("precondition-required.tag", 428),
          Map.entry("token-slowed", 429),
          Map.entry("accounts-unavailable", 503),
          Map.entry("records-unavailable", 503),
          Map.entry("unavailable.last-node", 503));

  private static final String PERSON = "p7Hq2mVd0sXo1kYcT8aBzg";
  private static final String THEN = Instant.parse("2026-03-09T10:00:00Z").toString();
  private static final Optional<String> NEXT = Optional.of(Paging.cursor("k3J9x2Qa"));
  private static final Optional<String> NONE = Optional.empty();

  private static final Entry ADA =
      new Entry(PERSON, "ada", "Ada Lovelace", List.of("staff"), false, false, false, false, false);

  private static final Invited INVITED =
      new Invited(ADA, "/welcome#" + PERSON + ".Wm3yPq8sVt0aXcRk5uJd1eHf6iLo2nBg7TzYx9QwKvE4");

  private static final Meetings.Meeting MEETING =
      new Meetings.Meeting(
          "k3J9x2Qa",
          "group",
          "Stand-up",
          "running",
          Optional.of("Ada Lovelace"),
          NONE,
          List.of(
              new Meetings.Participant(
                  PERSON,
                  "Ada Lovelace",
                  true,
                  true,
                  true,
                  List.of(new Meetings.OnAir("k3J9x2Qa-p7Hq", "camera", true, true, "VP8")))));

  private static final MeasuredStream STREAM =
      new MeasuredStream(
          "k3J9x2Qa",
          "Stand-up",
          PERSON,
          "Ada Lovelace",
          "10.0.0.5",
          "Firefox 140 on Linux",
          "k3J9x2Qa-g4Zt",
          "Grace Hopper",
          "received",
          "video",
          "VP8",
          Optional.of("udp"),
          OptionalInt.of(1280),
          OptionalInt.of(720),
          OptionalInt.of(30),
          OptionalInt.of(1100),
          OptionalInt.of(4),
          OptionalInt.of(21),
          OptionalInt.of(3),
          OptionalInt.of(0),
          4.6,
          false,
          false,
          NONE);

  private static final SampleList SAMPLES =
      new SampleList(List.of(new SampleList.SampleEntry(THEN, 12, 14, 9_120.5, 27_402.0)));

  private static final String[] CHANGING = {
    "no-such-account",
    "last-administrator",
    "precondition-failed.tag",
    "precondition-required.tag",
    "accounts-unavailable"
  };

  private ApiDoors() {}

  private static Door sees(String summary, Object answer, String... refusals) {
    return new Door(
        summary, Scope.READ.word(), 200, Optional.of(answer), Optional.empty(), List.of(refusals));
  }

  private static Door does(String summary, Scope scope, String... refusals) {
    return new Door(
        summary, scope.word(), 204, Optional.empty(), Optional.empty(), List.of(refusals));
  }

  private static Door answers(
      String summary, Scope scope, int status, Object answer, String... refusals) {
    return new Door(
        summary, scope.word(), status, Optional.of(answer), Optional.empty(), List.of(refusals));
  }

  /** By verb and path, in order. */
  static Map<String, Door> all() {
    Map<String, Door> doors = new LinkedHashMap<>();
    meetings(doors);
    media(doors);
    accounts(doors);
    webhooks(doors);
    tokens(doors);
    records(doors);
    return doors;
  }

  private static void meetings(Map<String, Door> doors) {
    doors.put(
        "GET overview",
        sees(
            "How much there is now, and what needs attention",
            new Overview(
                12,
                2,
                1,
                14,
                9_120.5,
                27_402.0,
                0.4,
                1,
                12,
                181_000_000,
                536_870_912,
                List.of(new Trouble("srs.example:1985", "It does not answer.")))));
    doors.put("GET overview/hour", sees("The last hour, every ten seconds", SAMPLES));
    doors.put("GET overview/day", sees("The last day, averages of five minutes", SAMPLES));
    doors.put(
        "GET findings",
        sees(
            "What the self-check finds that the server sees by itself",
            new FindingsResource.FindingList(
                List.of(
                    new FindingsResource.FindingEntry(
                        "Disk", "good", "10619 MB", "There is enough room.")))));
    doors.put(
        "GET meetings",
        sees(
            "Every room, and every call, with who is there",
            new MeetingList(List.of(MEETING), NEXT),
            "malformed-request.cursor"));
    doors.put("GET meetings/{id}", sees("A room or a call", MEETING, "no-such-room"));
    doors.put(
        "GET meetings/{id}/timeline",
        sees(
            "What happened in a meeting that was held, in order",
            new TimelineEntry(
                "k3J9x2Qa",
                "Stand-up",
                THEN,
                THEN,
                false,
                Optional.of(THEN),
                NONE,
                List.of(
                    new TimelineEntry.HappeningEntry(
                        THEN, THEN, PERSON, "Ada Lovelace", "bad", "uplink"))),
            "malformed-request.moment",
            "no-such-room",
            "records-unavailable"));
    doors.put(
        "DELETE meetings/{id}",
        does("Deletes a room", Scope.ACT, "no-such-room", "room-not-empty"));
    doors.put(
        "POST announcements",
        answers(
                "Tells everybody who is online, or in a meeting, something",
                Scope.ACT,
                200,
                new AnnouncementsResource.Told(12),
                "bad-request",
                "announcement-invalid",
                "no-such-room",
                "nobody-there",
                "too-many-announcements")
            .sending(
                new AnnouncementsResource.Wanted(
                    "The server restarts at noon.", Optional.of("k3J9x2Qa"))));
    String[] missing = {"no-such-room", "no-such-member"};
    doors.put(
        "POST meetings/{id}/people/{person}/mute",
        does("Switches somebody's microphone off", Scope.ACT, missing));
    doors.put(
        "POST meetings/{id}/people/{person}/stop-camera",
        does("Switches somebody's camera off", Scope.ACT, missing));
    doors.put(
        "POST meetings/{id}/people/{person}/remove",
        does("Sends somebody out, who has to be admitted to come back", Scope.ACT, missing));
  }

  private static void media(Map<String, Door> doors) {
    doors.put(
        "GET streams",
        sees(
            "What browsers measured of every stream lately",
            new StreamList(List.of(STREAM), NONE),
            "malformed-request.cursor"));
    doors.put(
        "GET nodes",
        sees(
            "Each media node with its state",
            new NodeList(
                List.of(
                    new Node(
                        "embedded",
                        "ready",
                        "UDP port 8000",
                        Optional.of(THEN),
                        4,
                        2,
                        91_200_000,
                        274_000_000)))));
    doors.put(
        "GET nodes/{node}/hour",
        sees("A node's last hour, every ten seconds", SAMPLES, "no-such-path"));
    doors.put(
        "GET nodes/{node}/day",
        sees("A node's last day, averages of five minutes", SAMPLES, "no-such-path"));
    doors.put(
        "PUT nodes/{node}/maintenance",
        does(
            "Takes a node out: its rooms move to the others; wants read, too",
            Scope.SETTINGS,
            "no-such-path",
            "setting-fixed.site",
            "unavailable.last-node"));
    doors.put(
        "DELETE nodes/{node}/maintenance",
        does(
            "Puts a node back; wants read, too",
            Scope.SETTINGS,
            "no-such-path",
            "setting-fixed.site"));
    doors.put(
        "GET sessions",
        sees(
            "The sessions of media, on all nodes",
            new SessionList(
                List.of(
                    new MediaSession(
                        "Xk2",
                        "embedded",
                        "group/k3J9x2Qa-p7Hq",
                        "Ada – Stand-up",
                        "publish",
                        "10.0.0.5",
                        THEN,
                        91_200_000,
                        12_000)),
                NONE),
            "malformed-request.cursor"));
    doors.put(
        "DELETE sessions/{id}",
        does("Ends a session of media; its page may begin another", Scope.ACT, "no-such-session"));
  }

  private static void accounts(Map<String, Door> doors) {
    doors.put(
        "GET accounts",
        sees("Who can log in", new AccountList(List.of(ADA), NEXT), "malformed-request.cursor"));
    doors.put(
        "POST accounts",
        answers(
                "Makes an account",
                Scope.PEOPLE,
                201,
                INVITED,
                "bad-request",
                "login-name-invalid",
                "login-name-taken",
                "account-name-taken",
                "accounts-unavailable")
            .sending(new Newcomer("ada", "Ada Lovelace")));
    doors.put(
        "GET accounts/{id}", sees("An account, with the tag for a change", ADA, "no-such-account"));
    doors.put(
        "PATCH accounts/{id}",
        answers("Changes what is named of an account", Scope.PEOPLE, 200, ADA, CHANGING)
            .sending(new Wish("Ada Lovelace", List.of("staff"), false, false)));
    doors.put("DELETE accounts/{id}", does("Removes an account", Scope.PEOPLE, CHANGING));
    doors.put(
        "POST accounts/{id}/link",
        answers(
            "Another link by which the person chooses a password; every login ends",
            Scope.PEOPLE,
            200,
            INVITED,
            "no-such-account",
            "password-elsewhere"));
    doors.put(
        "GET accounts/{id}/logins",
        sees(
            "Where the person is logged in",
            new LoginList(
                List.of(
                    new LoginEntry("Lq8sVt0aXcRk5uJd1eHf6i", THEN, THEN, "10.0.0.5", "Firefox"))),
            "no-such-account"));
    doors.put(
        "DELETE accounts/{id}/logins",
        does("Signs the person out everywhere", Scope.PEOPLE, "no-such-account"));
    doors.put(
        "DELETE accounts/{id}/logins/{login}",
        does("Ends one login", Scope.PEOPLE, "no-such-account", "no-such-login"));
    doors.put(
        "GET people/{id}",
        sees(
            "Where somebody is now, with an account or without",
            new WhereaboutsResource.PersonNow(
                PERSON,
                Optional.of("Ada Lovelace"),
                "online",
                List.of(new Place("10.0.0.5", 1)),
                Optional.of("k3J9x2Qa"),
                Optional.of("Stand-up")),
            "no-such-account"));
    doors.put(
        "GET guest-links",
        sees(
            "The guest links of all rooms that are good",
            new GuestLinkList(
                List.of(
                    new GuestLinkEntry(
                        "Gq8sVt0aXcRk5uJd1eHf6i",
                        "k3J9x2Qa",
                        PERSON,
                        "Ada Lovelace",
                        THEN,
                        THEN,
                        true,
                        0)),
                NONE),
            "malformed-request.cursor"));
    doors.put(
        "DELETE guest-links/{id}",
        does("Revokes a guest link", Scope.PEOPLE, "no-such-guest-link"));
  }

  private static void webhooks(Map<String, Door> doors) {
    WebhookWish wish =
        new WebhookWish("https://receiver.example/hook", List.of("room.opened", "quality.bad"));
    WebhookEntry entry =
        new WebhookEntry(
            "Hq8sVt0aXcRk5uJd1eHf6i",
            wish.address(),
            wish.events(),
            THEN,
            1,
            0,
            Optional.of("again"));
    doors.put(
        "GET webhooks",
        answers(
            "Which servers are told what happens",
            Scope.WEBHOOKS,
            200,
            new WebhookList(List.of(entry), NEXT),
            "malformed-request.cursor"));
    doors.put(
        "POST webhooks",
        answers(
                "Makes a webhook; the secret of its signatures is told this once",
                Scope.WEBHOOKS,
                201,
                new NewWebhook(entry, "whsec_bm90IGEgc2VjcmV0IGJ1dCBhbiBleGFtcGxlIG9mIG9uZQ=="),
                "bad-request",
                "webhook-address",
                "webhook-events",
                "too-many-webhooks",
                "records-unavailable")
            .sending(wish));
    String[] changing = {
      "no-such-webhook",
      "precondition-failed.tag",
      "precondition-required.tag",
      "records-unavailable"
    };
    doors.put(
        "GET webhooks/{id}",
        answers(
            "A webhook, with the tag for a change", Scope.WEBHOOKS, 200, entry, "no-such-webhook"));
    doors.put(
        "PUT webhooks/{id}",
        answers(
                "Changes where a webhook is, and of what it is told; its secret stays",
                Scope.WEBHOOKS,
                200,
                entry,
                Stream.concat(
                        Stream.of("bad-request", "webhook-address", "webhook-events"),
                        Stream.of(changing))
                    .toArray(String[]::new))
            .sending(wish));
    doors.put(
        "DELETE webhooks/{id}",
        does("Removes a webhook; what waits for it is forgotten", Scope.WEBHOOKS, changing));
    doors.put(
        "POST webhooks/{id}/test",
        accepts("Sends a webhook a message that tells nothing", "no-such-webhook"));
    doors.put(
        "GET webhooks/{id}/deliveries",
        answers(
            "The last tries of a webhook, the newest first",
            Scope.WEBHOOKS,
            200,
            new DeliveryList(
                List.of(
                    new DeliveryEntry(
                        "msg_Mq8sVt0aXcRk5uJd1eHf6i",
                        "room.opened",
                        THEN,
                        2,
                        OptionalInt.of(503),
                        41,
                        "try later",
                        "again")),
                NEXT),
            "no-such-webhook",
            "malformed-request.cursor"));
    doors.put(
        "POST webhooks/{id}/deliveries/{message}/retry",
        accepts("Delivers a message once more", "no-such-webhook", "no-such-delivery"));
  }

  private static Door accepts(String summary, String... refusals) {
    return new Door(
        summary, Scope.WEBHOOKS.word(), 202, Optional.empty(), Optional.empty(), List.of(refusals));
  }

  private static void tokens(Map<String, Door> doors) {
    TokenEntry entry =
        new TokenEntry(
            "Tq8sVt0aXcRk5uJd1eHf6i",
            "Dashboard",
            PERSON,
            Optional.of("Ada Lovelace"),
            List.of("read"),
            THEN,
            THEN,
            NONE,
            false);
    doors.put(
        "GET tokens",
        sees(
            "The tokens of programs, without their texts",
            new TokenList(List.of(entry), NEXT),
            "malformed-request.cursor"));
    doors.put(
        "POST tokens",
        new Door(
            "Makes a token; its text is told this once",
            "none, administrators who are logged in make them",
            201,
            Optional.of(new NewToken(entry, "plenum_an-example-of-a-token")),
            Optional.of(new TokenWish("Dashboard", List.of("read"), 90)),
            List.of(
                "bad-request",
                "token-name",
                "token-scopes",
                "token-time",
                "too-many-tokens",
                "persons-only",
                "accounts-unavailable")));
    doors.put("GET tokens/{id}", sees("A token, without its text", entry, "no-such-token"));
    doors.put(
        "DELETE tokens/{id}",
        new Door(
            "Ends a token at once",
            "any, for the token itself; others are ended by administrators who are logged in",
            204,
            Optional.empty(),
            Optional.empty(),
            List.of("no-such-token", "persons-only", "accounts-unavailable")));
  }

  private static void records(Map<String, Door> doors) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("at", THEN);
    line.put("person", PERSON);
    line.put("name", "Ada Lovelace");
    line.put("address", "10.0.0.5");
    line.put("act", "login");
    line.put("object", "ada");
    line.put("outcome", "DONE");
    line.put("detail", "");
    doors.put(
        "GET records/{list}",
        sees(
            "What is kept, the newest first; without limit and after the whole list, as an array",
            new RecordPart(List.of(line), NEXT),
            "no-such-path",
            "malformed-request.cursor",
            "records-unavailable"));
    SettingEntry rooms =
        new SettingEntry(
            "plenum.rooms.max",
            Optional.of("100"),
            Optional.of("100"),
            Optional.of("100"),
            "default",
            "at-once",
            true);
    String[] changing = {
      "no-such-setting",
      "setting-changed",
      "setting-fixed.site",
      "precondition-failed.tag",
      "precondition-required.tag"
    };
    doors.put(
        "GET settings",
        sees(
            "Each setting, with its value and where it is from",
            new SettingList(List.of(rooms), NEXT),
            "malformed-request.cursor"));
    doors.put(
        "GET settings/{name}",
        sees("A setting, with the tag for a change", rooms, "no-such-setting"));
    doors.put(
        "PUT settings/{name}",
        answers("Changes a setting", Scope.SETTINGS, 200, rooms, changing)
            .sending(new AdminSettingsResource.Value("100")));
    doors.put(
        "DELETE settings/{name}",
        answers("Has a setting as the site was started", Scope.SETTINGS, 200, rooms, changing));
    doors.put(
        "GET search",
        sees(
            "Pages, people, rooms, calls and nodes by a part of a name",
            new SearchResource.Findings(
                List.of(
                    new SearchResource.Found(
                        "room", "Stand-up", "k3J9x2Qa", "/admin/meeting?id=k3J9x2Qa")))));
    doors.put("GET openapi", sees("This description", Map.of("openapi", "3.0.3")));
  }

  /** What each parameter is for. */
  static final Map<String, String> PARAMETERS =
      Map.ofEntries(
          Map.entry("name", "The name of a setting"),
          Map.entry(
              "at",
              "A moment by ISO 8601: the meeting then, or else the last before it, or else the"
                  + " first after it; empty for now"),
          Map.entry("id", "By which it is named in lists"),
          Map.entry("person", "The id of somebody in the meeting"),
          Map.entry("login", "The id of a login"),
          Map.entry("message", "The id of a message to a webhook"),
          Map.entry("list", "audit, attendance, calls, accounts, quality, problems or tests"),
          Map.entry("limit", "How many there are in one answer, from 1 to " + Paging.MOST),
          Map.entry("after", "What an earlier answer called next; empty for the beginning"),
          Map.entry("q", "A text in a name or login name; empty for all"),
          Map.entry("node", "The name of a media node; of a list, empty for all"),
          Map.entry("force", "Also when people are inside"),
          Map.entry(
              "format",
              "Of the whole list as a file: json, csv, or spreadsheet, which is csv as the"
                  + " spreadsheet of who asks opens it; other parameters filter by column"),
          Map.entry(
              "words",
              "shown, where filters are what pages show; otherwise what is kept is meant"));
}
