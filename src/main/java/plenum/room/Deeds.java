package plenum.room;

/** What the audit trail keeps of rooms, named as messages name it. */
final class Deeds {

  static final String CREATE = "create-room";
  static final String DELETE = "delete-room";
  static final String END = "room-ended";
  static final String JOIN = "join-room";
  static final String SET_OPTIONS = "set-room-options";
  static final String READ_OPTIONS = "get-room-options";
  static final String APPOINT = "appoint-moderator";
  static final String DISMISS = "dismiss-moderator";
  static final String HAND_OVER = "hand-over-room";
  static final String MUTE = "mute-member";
  static final String STOP_CAMERA = "stop-camera";
  static final String LOWER_HAND = "lower-hand";
  static final String LOWER_ALL_HANDS = "lower-all-hands";
  static final String CLEAR_ANSWERS = "clear-answers";
  static final String STOP_SHARE = "take-back-stage";
  static final String SHARE = "take-stage";
  static final String SHOW_DEVICE = "request-device";
  static final String REMOVE = "remove-member";
  static final String BAN = "ban-member";
  static final String ADMIT = "admit-person";
  static final String ADMIT_ALL = "admit-all";
  static final String TURN_AWAY = "turn-away";
  static final String PUBLISH = "request-publish";
  static final String PLAY = "request-play";
  static final String VIEW = "request-view";
  static final String RENEW_DEVICE = "renew-device";
  static final String REMOVE_DEVICE = "remove-device";
  static final String ADD_DEVICE = "add-device";

  private Deeds() {}
}
