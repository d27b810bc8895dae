package plenum.webhook;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import plenum.settings.WebhookSettings;

/**
 * Sends by HTTP. It follows no redirection, asks no proxy, and reads no more than a line of what is
 * answered. The whole has one time limit: a request's own, in Java 17, is over with the answer's
 * head, after which a receiver could go on for ever.
 */
final class HttpSender implements Sender {

  private final WebhookSettings settings;
  private final Targets targets;
  private final HttpClient client;

  HttpSender(WebhookSettings settings, SSLContext trust, Executor threads) {
    this.settings = settings;
    this.targets = new Targets(settings.special());
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(settings.timeout())
            .sslContext(trust)
            .executor(threads)
            .build();
  }

  @Override
  public Answer send(URI address, Map<String, String> headers, String body) {
    Optional<String> refusal = targets.refusal(address);
    if (refusal.isPresent()) {
      return Answer.none(refusal.get());
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .header("User-Agent", "Plenum-Webhooks")
            .POST(BodyPublishers.ofString(body));
    headers.forEach(request::header);
    return answer(client.sendAsync(request.build(), head -> new FirstLine()));
  }

  private Answer answer(CompletableFuture<HttpResponse<String>> sent) {
    try {
      HttpResponse<String> response =
          sent.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
      return new Answer(response.statusCode(), response.body());
    } catch (TimeoutException late) {
      sent.cancel(true);
      return Answer.none("no answer within %d s".formatted(settings.timeout().toSeconds()));
    } catch (ExecutionException failed) {
      return Answer.none(why(failed.getCause()));
    } catch (InterruptedException ending) {
      sent.cancel(true);
      Thread.currentThread().interrupt();
      return Answer.none("the server stops");
    }
  }

  private static String why(Throwable failure) {
    String name = failure.getClass().getSimpleName();
    return failure.getMessage() == null
        ? name
        : FirstLine.plain(name + ": " + failure.getMessage());
  }
}
