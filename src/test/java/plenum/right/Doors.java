package plenum.right;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Every door by which somebody can do something, with the right that it asks for. {@link
 * RightsTableTest} finds the doors in the classes, and fails when one is missing here.
 */
final class Doors {

  /** In front of an act; everything else is a sentence about who may. */
  private static final String ASKS = "asks ";

  private static final String ROWS =
      """
      /signal: accept-call = the one who is called
      /signal: add-device = asks EQUIP
      /signal: add-to-call = the two of the call
      /signal: admit-all = asks ADMIT
      /signal: admit-person = asks ADMIT
      /signal: answer = members of the room, of themselves
      /signal: appoint-moderator = asks APPOINT
      /signal: assign-streams = members of the room, of their own receivers; streams of the room alone
      /signal: ban-member = asks BAN
      /signal: cancel-call = the one who calls
      /signal: cannot-decode = members of the room, of themselves
      /signal: change-page = everybody, of themselves
      /signal: clear-answers = asks CLEAR_ANSWERS
      /signal: create-room = everybody but guests by a link alone, within the limits of a person and an address
      /signal: decline-invitation = everybody, of themselves
      /signal: decline-stage = who has the stage
      /signal: delete-message = who wrote it, for a while; what others wrote, moderators
      /signal: delete-room = asks DELETE
      /signal: dismiss-moderator = asks APPOINT
      /signal: edit-message = who wrote it, for a while
      /signal: end-call = the two of the call
      /signal: end-observation = who observes, of themselves
      /signal: find-receivers = who has an account, others who have one
      /signal: get-messages = members of the room; what is to one person, the two of it
      /signal: get-room-options = asks READ_OPTIONS
      /signal: grant-stage = who has the stage, to whom SHARE permits it
      /signal: hand-over-room = asks HAND_OVER
      /signal: join-room = asks ENTER
      /signal: leave-lobby = everybody, of themselves
      /signal: leave-note = everybody but guests by a link alone, to who is online, had a call with them, or is found
      /signal: leave-room = everybody, of themselves
      /signal: leave-stage = everybody, of themselves
      /signal: list-calls = everybody, of themselves
      /signal: list-notes = everybody, of themselves
      /signal: lower-all-hands = asks LOWER_HANDS
      /signal: lower-hand = members of the room, of themselves; of others, whom the act *lower hands* is permitted
      /signal: mark-calls-seen = everybody, of themselves
      /signal: mute-member = asks MUTE
      /signal: observe-stream = administrators, where the site permits it
      /signal: ping = everybody
      /signal: read-note = everybody, of themselves
      /signal: raise-hand = members of the room, of themselves
      /signal: react = members of the room, of themselves, within the limits of a person and an address
      /signal: reject-call = the one who is called
      /signal: remove-device = asks EQUIP
      /signal: remove-member = asks REMOVE
      /signal: renew-device = the key's holder, or asks RENEW_DEVICE
      /signal: report-problem = everybody, of themselves, within the limits of a person
      /signal: report-quality = members of the room, of themselves
      /signal: report-suffering = members of the room, of what their page may play alone
      /signal: request-device = the key's holder alone
      /signal: request-play = members of the room
      /signal: request-receive = members of the room
      /signal: request-publish = members of the room; a screen, who has the stage
      /signal: request-stage = asks SHARE
      /signal: request-view = asks WATCH
      /signal: resync = who follows the topic
      /signal: send-message = asks WRITE
      /signal: set-room-options = asks SET_OPTIONS
      /signal: show-pictures = members of the room; cameras of others in it alone
      /signal: speaking = members of the room, of themselves
      /signal: start-call = everybody but guests by a link alone, whom nobody calls either
      /signal: stop-camera = asks STOP_CAMERA
      /signal: take-back-stage = asks STOP_SHARE
      /signal: take-stage = asks SHARE
      /signal: turn-away = asks ADMIT
      /signal: type-text = asks WRITE
      /signal: update-devices = members of the room, of themselves
      /signal: update-presence = everybody, of themselves
      /signal: watch-chat = members of the room; what is to one person, the two of it
      /signal: watch-lobby = everybody but guests by a link alone; each room asks FIND
      /signal: watch-room = asks WATCH
      /signal: watch-site = administrators
      /signal: withdraw-answer = members of the room, of themselves
      /signal: withdraw-stage-request = everybody, of themselves
      REST: DELETE AccountsResource/{id} = administrators
      REST: DELETE AdminAccountsResource/{id} = administrators; programs with the scope *people*
      REST: DELETE AdminAccountsResource/{id}/logins = administrators; programs with the scope *people*
      REST: DELETE AdminAccountsResource/{id}/logins/{login} = administrators; programs with the scope *people*
      REST: DELETE AllGuestLinksResource/{id} = administrators; programs with the scope *people*
      REST: DELETE GuestLinksResource/{id} = asks INVITE
      REST: DELETE LoginResource = everybody, of themselves
      REST: DELETE LoginsResource/{id} = who has an account, of themselves
      REST: DELETE ManagementResource/clients/{id} = who has the management password
      REST: DELETE MeetingsResource/{id} = administrators; programs with the scope *act*
      REST: DELETE MyDataResource = who has an account, of themselves
      REST: DELETE PeopleResource = administrators
      REST: DELETE SessionsResource/{id} = administrators; programs with the scope *act*
      REST: DELETE WhipResource/whip = who knows the session's token
      REST: DELETE WhipResource/{door} = who knows the session's token
      REST: GET AccountsResource = administrators
      REST: GET AdminAccountsResource = administrators; programs with the scope *read*
      REST: GET AdminAccountsResource/{id} = administrators; programs with the scope *read*
      REST: GET AdminAccountsResource/{id}/logins = administrators; programs with the scope *read*
      REST: GET AllGuestLinksResource = administrators; programs with the scope *read*
      REST: GET CheckResource = administrators
      REST: GET DescriptionResource = administrators; programs with the scope *read*
      REST: GET AdminSettingsResource = administrators; programs with the scope *read*
      REST: GET AdminSettingsResource/{name} = administrators; programs with the scope *read*
      REST: PUT AdminSettingsResource/{name} = administrators; programs with the scope *settings*
      REST: DELETE AdminSettingsResource/{name} = administrators; programs with the scope *settings*
      REST: GET DeviceTestsResource = administrators
      REST: GET GuestLinksResource = asks INVITE
      REST: GET GuestResource = who came by a guest link, of themselves
      REST: GET HooksResource/allow = by a ticket
      REST: GET LoginsResource = who has an account, of themselves
      REST: GET ManagementResource/clients = who has the management password
      REST: GET ManagementResource/clients/{id} = who has the management password
      REST: GET ManagementResource/streams = who has the management password
      REST: GET ManagementResource/streams/{id} = who has the management password
      REST: GET ManagementResource/summaries = who has the management password
      REST: GET ManagementResource/versions = everybody
      REST: GET MeResource = everybody, of themselves
      REST: GET MeetingsResource = administrators; programs with the scope *read*
      REST: GET MeetingsResource/{id} = administrators; programs with the scope *read*
      REST: GET MeetingsResource/{id}/timeline = administrators; programs with the scope *read*
      REST: GET MyDataResource = everybody, of themselves
      REST: DELETE NodesResource/{node}/maintenance = administrators; programs with the scopes *settings* and *read*
      REST: PUT NodesResource/{node}/maintenance = administrators; programs with the scopes *settings* and *read*
      REST: GET NodesResource = administrators; programs with the scope *read*
      REST: GET NodesResource/{node}/hour = administrators; programs with the scope *read*
      REST: GET NodesResource/{node}/day = administrators; programs with the scope *read*
      REST: GET OverviewResource = administrators; programs with the scope *read*
      REST: GET OverviewResource/hour = administrators; programs with the scope *read*
      REST: GET OverviewResource/day = administrators; programs with the scope *read*
      REST: GET PeopleResource = administrators
      REST: GET ProviderResource/callback = who comes back from the provider
      REST: GET ProviderResource/login = everybody
      REST: GET TokensResource = administrators; programs with the scope *read*
      REST: GET TokensResource/{id} = administrators; programs with the scope *read*
      REST: POST TokensResource = administrators in person
      REST: DELETE TokensResource/{id} = administrators in person; a program, its own token
      REST: GET WebhooksResource = administrators; programs with the scope *webhooks*
      REST: GET WebhooksResource/{id} = administrators; programs with the scope *webhooks*
      REST: POST WebhooksResource = administrators; programs with the scope *webhooks*
      REST: PUT WebhooksResource/{id} = administrators; programs with the scope *webhooks*
      REST: DELETE WebhooksResource/{id} = administrators; programs with the scope *webhooks*
      REST: POST WebhooksResource/{id}/test = administrators; programs with the scope *webhooks*
      REST: GET WebhooksResource/{id}/deliveries = administrators; programs with the scope *webhooks*
      REST: POST WebhooksResource/{id}/deliveries/{message}/retry = administrators; programs with the scope *webhooks*
      REST: GET RecordsResource = administrators; programs with the scope *read*
      REST: DELETE UploadsResource/{id} = who began the upload
      REST: HEAD UploadsResource/{id} = who began the upload
      REST: PATCH UploadsResource/{id} = who began the upload, as long as that one may write in the room
      REST: POST UploadsResource = asks WRITE
      REST: GET MessagesResource/json = asks EXPORT_MESSAGES
      REST: GET MessagesResource/text = asks EXPORT_MESSAGES
      REST: GET SessionsResource = administrators; programs with the scope *read*
      REST: GET SearchResource = administrators; programs with the scope *read*
      REST: GET WhereaboutsResource = administrators; programs with the scope *read*
      REST: GET FindingsResource = administrators; programs with the scope *read*
      REST: GET SettingsResource = everybody
      REST: GET StreamsResource = administrators; programs with the scope *read*
      REST: PATCH AccountsResource/{id} = administrators
      REST: PATCH AdminAccountsResource/{id} = administrators; programs with the scope *people*
      REST: PATCH WhipResource/whip = who knows the session's token
      REST: PATCH WhipResource/{door} = who knows the session's token
      REST: POST AccountsResource = administrators
      REST: POST AccountsResource/{id}/link = administrators
      REST: POST AdminAccountsResource = administrators; programs with the scope *people*
      REST: POST AdminAccountsResource/{id}/link = administrators; programs with the scope *people*
      REST: POST CheckResource = administrators
      REST: POST AnnouncementsResource = administrators; programs with the scope *act*
      REST: POST DeviceTestsResource = everybody, of themselves
      REST: POST GuestLinksResource = asks INVITE
      REST: POST GuestResource = who has a guest link
      REST: POST HooksResource/srs = the site's SRS; a client of it by its ticket
      REST: POST JsonResource/play = by a ticket
      REST: POST JsonResource/publish = by a ticket
      REST: POST LoginResource = everybody, slowed down after failures
      REST: POST ManagementResource/versions = everybody
      REST: POST MeetingsResource/{id}/people/{person}/mute = administrators; programs with the scope *act*
      REST: POST MeetingsResource/{id}/people/{person}/remove = administrators; programs with the scope *act*
      REST: POST MeetingsResource/{id}/people/{person}/stop-camera = administrators; programs with the scope *act*
      REST: POST ProviderResource/back-channel = the provider, by a signed token
      REST: POST ReceiversResource = whoever could take a seat in the room now; nothing comes without one
      REST: POST RetentionResource = administrators
      REST: POST WelcomeResource = who has a one-time link
      REST: POST WhipResource/receive = by a ticket
      REST: POST WhipResource/whip = by a ticket
      REST: POST WhipResource/{door} = by a ticket
      REST: PUT GuestResource = who has a guest link
      REST: PUT MeResource = everybody, of themselves
      REST: PUT PasswordResource = who has an account, of themselves, by the present password
      REST: PUT WelcomeResource = who has a one-time link
      page: /account = who may come in; REST asks
      page: /accounts = who may come in; REST asks
      page: /admin = administrators
      page: /admin/accounts = administrators
      page: /admin/attendance = administrators
      page: /admin/audit = administrators
      page: /admin/calls = administrators
      page: /admin/meeting = administrators; acts ask as those of `/signal` do
      page: /admin/check = administrators
      page: /admin/meetings = administrators; acts ask as those of `/signal` do
      page: /admin/nodes = administrators
      page: /admin/person = administrators; acts ask as those of REST do
      page: /admin/problems = administrators
      page: /admin/quality = administrators
      page: /admin/setting = administrators
      page: /admin/settings = administrators
      page: /admin/streams = administrators
      page: /admin/tests = administrators
      page: /admin/tokens = administrators in person
      page: /admin/webhooks = administrators in person
      page: /ca = everybody
      page: /call = everybody; the call asks at /signal
      page: /desktop = everybody; the room asks at /signal
      page: /desktops = everybody
      page: /guest = everybody; the link is asked for by REST
      page: /index = everybody
      page: /login = everybody
      page: /people = everybody
      page: /room = everybody; the room asks at /signal
      page: /rooms = everybody
      page: /watch = everybody; the room asks at /signal
      page: /welcome = everybody; the link is asked for by REST
      servlet: AuthorityServlet = everybody
      servlet: DescriptionServlet = operators' addresses
      servlet: FileServlet = members of the room; the file of a message to one person, the two of it
      servlet: LiveServlet = by a ticket
      """;

  private Doors() {}

  /** What each door asks for, in words, by its name; in the order of names. */
  static Map<String, String> rows() {
    Map<String, String> rows = new LinkedHashMap<>();
    ROWS.lines()
        .map(line -> line.split(" = ", 2))
        .forEach(row -> rows.put(row[0].strip(), row[1].strip()));
    return rows;
  }

  /** The act that a door asks {@link Rights} about, where it is one. */
  static Optional<RoomAct> act(String row) {
    return Arrays.stream(RoomAct.values()).filter(act -> row.equals(ASKS + act.name())).findFirst();
  }
}
