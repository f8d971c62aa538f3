package dev.switchboard.user.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.user.testing.AtOnce;
import dev.switchboard.user.testing.Company;
import dev.switchboard.user.testing.UserServiceTest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** C5, D4, D6: the link of an invited person who is deleted and restored. */
class LinkOfRestoredUserTest extends UserServiceTest {
  private static final String SEATS = "billing.seats.v1";
  private static final String PASSWORD = "seven tall ships in line";
  private Company company;
  private UUID person;

  @BeforeEach
  void invite() {
    company = companies.signUp(3, 0, 0);
    person = company.invited(Company.newEmail("restored"), "BASIC");
  }

  @Test
  @DisplayName(
      "C5 restored, he is mailed by nobody before billing has given him a seat again, and then once")
  void noMailBeforeTheSeatIsBack() {
    occupy(1);
    linkSecret(person, 1);
    clock.advance(Duration.ofMinutes(2));
    delete();
    assertThat(restore().getStatus()).isEqualTo(200);

    MockHttpServletResponse resent = resend();

    assertThat(resent.getStatus()).isEqualTo(409);
    assertThat(code(resent)).isEqualTo("user.state-conflict");
    vacate(2);
    assertThat(code(resend())).isEqualTo("user.state-conflict");
    assertThat(generations()).isEqualTo(1);
    occupy(3);
    occupy(3);
    assertThat(inspect(linkSecret(person, 2))).isEqualTo("PENDING");
    assertThat(generations()).isEqualTo(2);
  }

  @Test
  @DisplayName("C5 a seat that is heard of late, when he is deleted, mails nothing")
  void seatOfDeletedUser() {
    delete();
    occupy(1);
    assertThat(generations()).isZero();
    restore();
    vacate(2);
    occupy(3);
    occupy(1);

    assertThat(inspect(linkSecret(person, 1))).isEqualTo("PENDING");
    assertThat(generations()).isEqualTo(1);
  }

  @Test
  @DisplayName("D4 deleting and restoring again and again is no way round five mails a day")
  void limitHolds() {
    occupy(1);
    for (int round = 1; round <= 6; round++) {
      delete();
      vacate(2L * round);
      restore();
      occupy(2L * round + 1);
    }

    assertThat(generations()).isEqualTo(5);
    assertThat(company.row(person).at("/invitation/state").asString()).isEqualTo("REVOKED");
    clock.advance(Duration.ofMinutes(2));
    assertThat(code(resend())).isEqualTo("invitation.resend-limit");
    clock.advance(Duration.ofDays(1));
    assertThat(resend().getStatus()).isEqualTo(202);
    assertThat(inspect(linkSecret(person, 6))).isEqualTo("PENDING");
  }

  @RepeatedTest(5)
  @DisplayName(
      "D6 joining, deleting, another address, resending and a seat at once: none waits for ever, and"
          + " a live link is an invited person's only")
  void atOnce() {
    occupy(1);
    String secret = linkSecret(person, 1);
    clock.advance(Duration.ofMinutes(2));

    List<Integer> answers =
        AtOnce.run(
            5,
            i ->
                switch (i) {
                  case 0 ->
                      post(
                              "/api/v1/invitations/accept",
                              Map.of("token", secret, "password", PASSWORD))
                          .getStatus();
                  case 1 -> delete();
                  case 2 -> changeAddress();
                  case 3 -> resend().getStatus();
                  default -> {
                    occupy(2);
                    yield 200;
                  }
                });

    assertThat(answers.get(0)).isIn(204, 409, 410);
    assertThat(answers.get(1)).isEqualTo(204);
    assertThat(answers.get(2)).isIn(200, 404, 409, 429);
    assertThat(answers.get(3)).isIn(202, 404, 409, 429);
    assertThat(live()).isZero();
    assertThat(restore().getStatus()).isEqualTo(200);
    vacate(3);
    occupy(4);
    boolean joined = answers.get(0) == 204;
    assertThat(company.row(person).path("state").asString())
        .isEqualTo(joined ? "ACTIVE" : "INVITED");
    assertThat(live()).isEqualTo(joined ? 0 : 1);
  }

  private void occupy(long version) {
    deliver(
        SEATS,
        person,
        "seat.occupied",
        company.accountId(),
        company.seat(person, "BASIC", version));
  }

  private void vacate(long version) {
    Map<String, Object> seat = new HashMap<>(company.seat(person, "BASIC", version));
    seat.put("state", "VACATED");
    seat.put("reason", "DELETED");
    deliver(SEATS, person, "seat.vacated", company.accountId(), seat);
  }

  private int delete() {
    return delete("/api/v1/users/" + person, company.asAdmin()).getStatus();
  }

  private MockHttpServletResponse restore() {
    return post("/api/v1/users/" + person + "/restore", Map.of(), company.asAdmin());
  }

  private MockHttpServletResponse resend() {
    return post("/api/v1/users/" + person + "/invitations", Map.of(), company.asAdmin());
  }

  private int changeAddress() {
    return Company.send(
            http,
            MockMvcRequestBuilders.patch("/api/v1/users/" + person)
                .header("If-Match", "*")
                .with(company.asAdmin()),
            json,
            Map.of("email", Company.newEmail("elsewhere")))
        .getStatus();
  }

  private String inspect(String secret) {
    return body(post("/api/v1/invitations/inspect", Map.of("token", secret)))
        .path("state")
        .asString();
  }

  private int generations() {
    return count("select count(*) from invitation where user_id = ?");
  }

  private int live() {
    return count("select count(*) from invitation where user_id = ? and state = 'PENDING'");
  }

  private int count(String sql) {
    return database().sql(sql).param(person).query(Integer.class).single();
  }
}
