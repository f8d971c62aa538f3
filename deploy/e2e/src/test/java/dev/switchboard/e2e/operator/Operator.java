package dev.switchboard.e2e.operator;

import dev.switchboard.e2e.client.Company;
import dev.switchboard.local.Suite;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who asks the services on their management ports, as docs/operations/commands.md says. */
public final class Operator {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The services that can tell these topics again. */
  public static final Map<String, String> OWNERS =
      Map.of(
          "user.accounts.v1", "user-service",
          "user.users.v1", "user-service",
          "user.directory.v1", "user-service",
          "numbering.lines.v1", "numbering-service",
          "numbering.numbers.v1", "numbering-service",
          "billing.seats.v1", "billing-service",
          "billing.accounts.v1", "billing-service",
          "billing.price-lists.v1", "billing-service",
          "notification.mails.v1", "notification-service");

  /** What others tell of the rows of the users' list. */
  public static final List<String> OF_DIRECTORY =
      List.of("billing.seats.v1", "numbering.lines.v1", "notification.mails.v1");

  private final Function<String, URI> managementUrls;
  private final HttpClient http = HttpClient.newHttpClient();

  Operator(Suite suite) {
    this(suite::managementUrl);
  }

  /** Who knows where each service takes commands. */
  public Operator(Function<String, URI> managementUrls) {
    this.managementUrls = managementUrls;
  }

  /** Tells a whole topic again; returns how many aggregates. */
  public int republish(String topic) throws IOException, InterruptedException {
    String owner = Objects.requireNonNull(OWNERS.get(topic), topic);
    return inSteps(owner, "republish", Map.of("topic", topic), "told");
  }

  /** Makes the own part of the list anew; returns how many rows. */
  public int rebuildDirectory() throws IOException, InterruptedException {
    return inSteps("user-service", "directory", Map.of(), "rebuilt");
  }

  /** Erases an account by the command that an operator uses; returns what it prints. */
  String eraseAccount(Company company, String companyName)
      throws IOException, InterruptedException {
    Process command =
        new ProcessBuilder(
                Path.of("../local/erase-account").toString(),
                managementUrls.apply("user-service").toString().replaceFirst("/$", ""),
                company.accountId().toString(),
                companyName)
            .redirectErrorStream(true)
            .start();
    String printed = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return command.waitFor() == 0 ? printed : "refused: " + printed;
  }

  /** What an endpoint has to say. */
  JsonNode get(String service, String endpoint) throws IOException, InterruptedException {
    return send(request(service, endpoint).GET());
  }

  private int inSteps(String service, String endpoint, Map<String, Object> body, String count)
      throws IOException, InterruptedException {
    int all = 0;
    String next = null;
    do {
      JsonNode answer = post(service, endpoint, body, next);
      all += answer.path(count).asInt();
      next = answer.path("next").isNull() ? null : answer.path("next").asString();
    } while (next != null);
    return all;
  }

  private JsonNode post(
      String service, String endpoint, Map<String, Object> body, @Nullable String after)
      throws IOException, InterruptedException {
    Map<String, Object> whole = new HashMap<>(body);
    whole.put("limit", "50");
    if (after != null) {
      whole.put("after", after);
    }
    return send(
        request(service, endpoint)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(whole))));
  }

  private HttpRequest.Builder request(String service, String endpoint) {
    return HttpRequest.newBuilder(managementUrls.apply(service).resolve("/actuator/" + endpoint));
  }

  private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
    return JSON.readTree(answer.body());
  }
}
