package plenum.account.oidc;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import plenum.account.Trust;
import plenum.settings.OidcSettings;
import plenum.text.LimitedBody;

/**
 * How the provider is spoken to: by whom the site trusts, with patience that ends, for a whole
 * answer and not for each byte of it, and with room for so long an answer and no longer one.
 */
final class Trusted {

  /** Of one answer. */
  private static final int MOST_BYTES = 1_000_000;

  private final Duration patience;
  private final HttpClient client;
  private final HttpClient follower;

  Trusted(OidcSettings settings) {
    patience = settings.patience();
    SSLContext trust = new Trust("plenum.oidc.ca-file", settings.authority()).context();
    client = client(trust, HttpClient.Redirect.NEVER);
    follower = client(trust, HttpClient.Redirect.NORMAL);
  }

  private HttpClient client(SSLContext trust, HttpClient.Redirect redirect) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(redirect)
        .connectTimeout(patience)
        .sslContext(trust)
        .build();
  }

  /**
   * What it answers. What is secret goes nowhere else, whatever it says.
   *
   * @throws IOException when it does not, or not now
   */
  HTTPResponse answer(HTTPRequest request) throws IOException {
    return request.send(asked -> send(asked, client));
  }

  /**
   * What it tells everybody there, or where it says that this is now; who is asked by https is not
   * left for http.
   *
   * @throws IOException when it does not, or not now
   */
  HTTPResponse published(URL address) throws IOException {
    return new HTTPRequest(HTTPRequest.Method.GET, address).send(asked -> send(asked, follower));
  }

  /** Its keys. */
  Resource keys(URL address) throws IOException {
    HTTPResponse answer = published(address);
    if (!answer.indicatesSuccess()) {
      throw new IOException("its keys are answered by " + answer.getStatusCode());
    }
    return new Resource(answer.getBody(), answer.getHeaderValue("Content-Type"));
  }

  private HTTPResponse send(ReadOnlyHTTPRequest asked, HttpClient by) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(asked.getURI())
            .method(
                asked.getMethod().name(),
                Optional.ofNullable(asked.getBody())
                    .map(BodyPublishers::ofString)
                    .orElseGet(BodyPublishers::noBody));
    asked
        .getHeaderMap()
        .forEach((name, values) -> values.forEach(value -> request.header(name, value)));
    HttpResponse<byte[]> answer =
        within(
            by.sendAsync(
                request.build(), head -> new LimitedBody(MOST_BYTES, "it answers without end")),
            asked);
    if (answer.statusCode() >= 500 || answer.statusCode() == 429) {
      throw new IOException(asked.getURI() + " answers " + answer.statusCode());
    }
    HTTPResponse read = new HTTPResponse(answer.statusCode());
    answer
        .headers()
        .map()
        .forEach((name, values) -> read.setHeader(name, values.toArray(String[]::new)));
    read.setBody(new String(answer.body(), StandardCharsets.UTF_8));
    return read;
  }

  private HttpResponse<byte[]> within(
      CompletableFuture<HttpResponse<byte[]>> answer, ReadOnlyHTTPRequest asked)
      throws IOException {
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      answer.cancel(true);
      throw new IOException(asked.getURI() + " takes too long", late);
    } catch (ExecutionException failed) {
      throw new IOException(asked.getURI() + ": " + failed.getCause(), failed.getCause());
    } catch (InterruptedException stopping) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the server stops");
    }
  }
}
