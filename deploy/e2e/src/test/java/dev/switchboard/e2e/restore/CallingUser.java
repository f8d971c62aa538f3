package dev.switchboard.e2e.restore;

import dev.switchboard.e2e.client.Await;
import dev.switchboard.e2e.client.Company;
import dev.switchboard.e2e.journey.CallCounter;
import dev.switchboard.local.Suite;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** Somebody whose minutes the voice platform counts. */
final class CallingUser {
  private static final Duration SOON = Duration.ofSeconds(30);

  private final YearMonth month = YearMonth.from(Instant.now().atOffset(ZoneOffset.UTC));
  private final Company company;
  private final String user;
  private long told;

  private CallingUser(Company company, String user) {
    this.company = company;
    this.user = user;
  }

  /** The admin of a company of his own. */
  static CallingUser begin(Suite suite) throws IOException {
    Company company = Company.signUp(suite.baseUrl(), 1, 0, 0);
    return new CallingUser(company, company.row(company.adminEmail()).path("id").asString());
  }

  /** His total so far. */
  void tell(Suite suite, long minutes) throws Exception {
    told++;
    try (CallCounter voice = new CallCounter(suite.kafka().bootstrapServers())) {
      voice.tell(company.accountId(), user, month, told, minutes);
    }
    awaitMinutes(minutes);
  }

  void signIn() throws IOException {
    company.admin().signIn(company.adminEmail(), Company.PASSWORD).expect(200);
  }

  /** What billing knows. */
  void awaitMinutes(long minutes) throws Exception {
    Await.until(
        minutes + " minutes are known",
        SOON,
        () ->
            company
                    .admin()
                    .get("/usage?month=" + month)
                    .expect(200)
                    .body()
                    .path("items")
                    .path(0)
                    .path("minutes")
                    .asLong()
                == minutes);
  }
}
