package dev.switchboard.e2e.observability;

import dev.switchboard.e2e.client.Company;
import dev.switchboard.local.Suite;
import dev.switchboard.local.client.Client;
import dev.switchboard.local.client.Mailbox;
import java.time.Duration;
import java.util.Map;

/** A little of everything that people do, so that there is something to see. */
final class BusyDay {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int PEOPLE = 4;

  private BusyDay() {}

  /** Lets a company of its own have one. */
  static void have(Suite suite) throws Exception {
    Company company = Company.signUp(suite.baseUrl(), PEOPLE + 1, 0, 0);
    for (int i = 0; i < PEOPLE; i++) {
      String email = Company.newEmail("busy");
      company.invite(email, "BASIC", false).expect(201);
      Mailbox.Mail mail = new Mailbox(suite.mailUrl()).await(email, 1, PATIENCE);
      Client person = company.stranger();
      person
          .post(
              "/invitations/accept",
              Map.of("token", mail.joinToken(), "password", Company.PASSWORD))
          .expect(204);
      person.signIn(email, Company.PASSWORD).expect(200);
      company.list();
      company.admin().get("/statements/next").expect(200);
      company.admin().get("/phone-numbers").expect(200);
    }
  }
}
