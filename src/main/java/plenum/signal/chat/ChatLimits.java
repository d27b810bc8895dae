package plenum.signal.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import plenum.settings.ChatSettings;
import plenum.settings.Current;
import plenum.settings.FileSettings;
import plenum.signal.protocol.Connections;
import plenum.signal.protocol.Connections.Caller;
import plenum.tuning.SettingChanged;

/** Tells those who follow a conversation what they may send from now on. */
@ApplicationScoped
class ChatLimits {

  private Connections connections;
  private Current<ChatSettings> chat;
  private Current<FileSettings> files;

  /** For the container's proxy only. */
  protected ChatLimits() {}

  @Inject
  ChatLimits(Connections connections, Current<ChatSettings> chat, Current<FileSettings> files) {
    this.connections = connections;
    this.chat = chat;
    this.files = files;
  }

  void changed(@Observes SettingChanged change) {
    if (change.setting().startsWith("plenum.chat.")) {
      ChatAnswer.ChatLimited now = now();
      connections.all().stream()
          .map(Caller::connection)
          .filter(one -> one.followed(ChatSource.NAME).isPresent())
          .forEach(one -> one.send(now));
    }
  }

  private ChatAnswer.ChatLimited now() {
    ChatSettings limits = chat.now();
    return new ChatAnswer.ChatLimited(
        limits.length(),
        limits.changeTime().toSeconds(),
        limits.days(),
        FileLimits.of(files.now()));
  }
}
