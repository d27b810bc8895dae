package plenum.signal.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import plenum.chat.Conversations;
import plenum.settings.ChatSettings;
import plenum.settings.Current;
import plenum.settings.FileSettings;
import plenum.signal.protocol.Part;
import plenum.signal.protocol.Topics;

/** Wires what conversations add to the protocol. */
@ApplicationScoped
class ChatParts {

  @Produces
  @Singleton
  ChatTopics topics(Conversations conversations, Topics topics) {
    return new ChatTopics(conversations, topics);
  }

  @Produces
  @Singleton
  Part part(
      ChatTopics topics,
      Conversations conversations,
      Current<ChatSettings> settings,
      Current<FileSettings> files) {
    return new ChatPart(topics, conversations, settings, files);
  }
}
