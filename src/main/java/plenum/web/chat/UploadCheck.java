package plenum.web.chat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plenum.chat.file.FileId;
import plenum.chat.file.FileRefused;
import plenum.chat.file.Uploads;
import plenum.http.HeadCheck;
import plenum.http.Problem;
import plenum.http.Reply;
import plenum.http.RequestHead;

/** Waits for no piece of a file that nobody has begun. */
@ApplicationScoped
public class UploadCheck implements HeadCheck {

  private static final Pattern PIECES = Pattern.compile("/api/files/([^/]*)/?");

  @Inject Uploads files;

  @Override
  public Optional<Reply> refusal(RequestHead head) {
    Matcher path = PIECES.matcher(head.path());
    if (!head.method().equals("PATCH") || !path.matches()) {
      return Optional.empty();
    }
    return FileId.parse(path.group(1)).filter(files::isComing).isPresent()
        ? Optional.empty()
        : Optional.of(Problem.of(FileRefused.noSuchFile()).reply(head.reader()));
  }
}
