package dev.switchboard.bench.client;

import dev.switchboard.local.Suite;
import dev.switchboard.local.client.Answer;
import dev.switchboard.local.client.Client;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Signs up the companies of one run, each with a main number of its own and one slot. */
public final class Companies {
  private static final int ATTEMPTS = 20;
  private static final long PAUSE_MILLIS = 1_000;
  private static final int UNAVAILABLE = 503;

  private final Suite suite;
  private final Deque<String> numbers = new ArrayDeque<>();

  /** None yet; asks for the numbers that are free. */
  public Companies(Suite suite) throws IOException, InterruptedException {
    this.suite = suite;
    available(suite)
        .body()
        .path("items")
        .forEach(item -> numbers.add(item.path("number").asString()));
  }

  /** A new company, whose admin takes the slot. */
  public Tenant signUp() throws IOException {
    return Tenant.signUp(suite, numbers.removeFirst());
  }

  /** Programs that have just started answer 503 at times, as a part is too slow at first. */
  private static Answer available(Suite suite) throws IOException, InterruptedException {
    Client client = new Client(suite.baseUrl());
    for (int i = 1; ; i++) {
      Answer answer = client.get("/phone-numbers/available?country=US&limit=200");
      if (answer.status() != UNAVAILABLE || i == ATTEMPTS) {
        return answer.expect(200);
      }
      Thread.sleep(PAUSE_MILLIS);
    }
  }
}
