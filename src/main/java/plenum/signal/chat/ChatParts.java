package plenum.signal.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import plenum.chat.Conversations;
import plenum.settings.ChatSettings;
import plenum.settings.Current;
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
  Part part(ChatTopics topics, Conversations conversations, Current<ChatSettings> settings) {
    return new ChatPart(topics, conversations, settings);
  }
}
