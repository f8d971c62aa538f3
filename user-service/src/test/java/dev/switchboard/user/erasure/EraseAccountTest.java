package dev.switchboard.user.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchboard.platform.testing.TestTopics;
import dev.switchboard.user.testing.AtOnce;
import dev.switchboard.user.testing.Company;
import dev.switchboard.user.testing.DatabaseSearch;
import dev.switchboard.user.testing.RawTopics;
import dev.switchboard.user.testing.UserServiceTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.mock.web.MockHttpServletResponse;

/** D6, I12, K1: an operator erases an account with everybody in it. */
class EraseAccountTest extends UserServiceTest {
  private static final String ACCOUNTS = "user.accounts.v1";
  private static final String USERS = "user.users.v1";

  @Autowired private AccountErasureEndpoint endpoint;
  @Autowired private EraseAccountUsers eraseAccountUsers;
  private Company company;
  private String name;

  @BeforeEach
  void signUp() {
    company = companies.signUp(6, 0, 0);
    name = "Lighthouse " + company.accountId();
    database()
        .sql("update account set company_name = ? where account_id = ?")
        .params(name, company.accountId())
        .update();
  }

  @Test
  @DisplayName(
      "D6 whoever is in an erased account is deleted, the last admin too, and nothing tells who he was")
  void erasesEverybody() {
    String joinedEmail = Company.newEmail("joined");
    String invitedEmail = Company.newEmail("invited");
    String deletedEmail = Company.newEmail("deleted");
    String withdrawnEmail = Company.newEmail("withdrawn");
    UUID joined = joined(company, joinedEmail);
    UUID invited = company.invited(invitedEmail, "BASIC");
    UUID deleted = company.invited(deletedEmail, "BASIC");
    delete("/api/v1/users/" + deleted, company.asAdmin());
    UUID withdrawn = company.invited(withdrawnEmail, "BASIC");
    company.refuseSeat(withdrawn, "BASIC");
    topics.await(USERS, withdrawn.toString(), "user.withdrawn");
    MockHttpServletResponse adminIsIn = signIn(company.adminEmail(), Company.PASSWORD);

    assertThat(erase(name).usersLeft()).isZero();

    assertThat(isAlive(adminIsIn)).isFalse();
    assertThat(signIn(company.adminEmail(), Company.PASSWORD).getStatus()).isEqualTo(401);
    for (String text :
        List.of(
            name, company.adminEmail(), joinedEmail, invitedEmail, deletedEmail, withdrawnEmail)) {
      // What was sent is kept for an hour (ADR 29).
      assertThat(DatabaseSearch.tablesWith(database(), text)).as(text).isSubsetOf("outbox_sent");
    }
    assertThat(told(company.adminId())).endsWith("user.deleted", "user.erased");
    assertThat(told(joined)).endsWith("user.deleted", "user.erased");
    assertThat(told(invited)).endsWith("user.deleted", "user.erased");
    assertThat(told(deleted)).endsWith("user.deleted", "user.erased");
    assertThat(told(withdrawn)).endsWith("user.withdrawn", "user.withdrawn");
    for (UUID user : List.of(company.adminId(), joined, invited, deleted, withdrawn)) {
      topics.await("notification.commands.v1", user.toString(), "recipient.erasure-requested");
      await(
          "the tombstone of " + user,
          () -> RawTopics.of("user.directory.v1", user.toString()).getLast().value() == null);
    }
  }

  @Test
  @DisplayName("K1 an account is told as erased once, however often it is asked for")
  void toldOnce() {
    AccountErasureEndpoint.Progress first = erase(name);
    AccountErasureEndpoint.Progress again = erase("by another name");

    assertThat(again).isEqualTo(first);
    TestTopics.Event erased =
        topics.await(ACCOUNTS, company.accountId().toString(), "account.erased");
    assertThat(erased.data().path("version").asInt()).isEqualTo(2);
    assertThat(erased.data().path("companyName").asString()).isEqualTo("Erased company");
    assertThat(topics.all(ACCOUNTS, company.accountId().toString())).hasSize(2);
    assertThat(audited(company.accountId())).containsOnlyOnce("account.erased");
  }

  @Test
  @DisplayName("K1 of 32 who erase an account at once one closes it, and each user is erased once")
  void atOnce() {
    UUID person = company.invited(Company.newEmail("person"), "BASIC");

    List<AccountErasureEndpoint.Progress> all = AtOnce.run(32, number -> erase(name));

    assertThat(all)
        .extracting(AccountErasureEndpoint.Progress::erasedAt)
        .containsOnly(all.getFirst().erasedAt());
    topics.await(ACCOUNTS, company.accountId().toString(), "account.erased");
    assertThat(topics.all(ACCOUNTS, company.accountId().toString())).hasSize(2);
    topics.await(USERS, person.toString(), "user.erased");
    assertThat(told(person)).containsExactly("user.invited", "user.deleted", "user.erased");
  }

  @Test
  @DisplayName("A6 a wrong name or id erases nobody")
  void wrongCompany() {
    assertThatThrownBy(() -> erase(name + " Inc."))
        .isInstanceOf(InvalidEndpointRequestException.class)
        .hasMessageNotContaining(name);
    assertThatThrownBy(() -> endpoint.erase(UUID.randomUUID().toString(), name, null))
        .isInstanceOf(InvalidEndpointRequestException.class)
        .hasMessageContaining("there is no account");
    assertThatThrownBy(() -> endpoint.erase("42", name, null))
        .isInstanceOf(InvalidEndpointRequestException.class);

    assertThat(endpoint.progress(company.accountId().toString())).isNull();
    assertThat(signIn(company.adminEmail(), Company.PASSWORD).getStatus()).isEqualTo(200);
  }

  @Test
  @DisplayName("A6 other companies keep their people")
  void othersStay() {
    Company other = companies.signUp(2, 0, 0);
    UUID person = other.invited(Company.newEmail("other"), "BASIC");

    erase(name);
    eraseAccountUsers.eraseAll();

    assertThat(told(person)).containsExactly("user.invited");
    assertThat(signIn(other.adminEmail(), Company.PASSWORD).getStatus()).isEqualTo(200);
  }

  @Test
  @DisplayName("D6 a step erases some; who asks again, or the job, erases the others")
  void stepByStep() {
    company.invited(Company.newEmail("first"), "BASIC");
    company.invited(Company.newEmail("second"), "BASIC");

    assertThat(endpoint.erase(company.accountId().toString(), name, 1).usersLeft()).isEqualTo(2);
    assertThat(endpoint.erase(company.accountId().toString(), name, 1).usersLeft()).isEqualTo(1);
    eraseAccountUsers.eraseAll();

    assertThat(left()).isZero();
  }

  @Test
  @DisplayName("D6 whoever was invited or restored by a request under way is found and erased, too")
  void latecomers() {
    UUID restored = company.invited(Company.newEmail("restored"), "BASIC");
    delete("/api/v1/users/" + restored, company.asAdmin());
    erase(name);
    UUID late = company.invited(Company.newEmail("late"), "BASIC");
    database()
        .sql(
            """
            update users set state = 'ACTIVE', erased_at = null, deletion_deleted_at = null,
              deletion_restorable_until = null, deletion_state_before = null, deletion_keep_slot = null
            where user_id = ?
            """)
        .param(restored)
        .update();
    assertThat(left()).isEqualTo(2);

    eraseAccountUsers.eraseAll();

    assertThat(left()).isZero();
    assertThat(told(late)).endsWith("user.deleted", "user.erased");
    assertThat(isFinished()).as("a request could still be under way").isFalse();
    clock.advance(Duration.ofMinutes(61));
    eraseAccountUsers.eraseAll();
    assertThat(isFinished()).isTrue();
  }

  @Test
  @DisplayName("D6 one who can't be erased holds nobody else up, and is tried again")
  void othersAreErased() {
    UUID first = company.invited(Company.newEmail("first"), "BASIC");
    UUID second = company.invited(Company.newEmail("second"), "BASIC");
    Company other = companies.signUp(2, 0, 0);
    UUID inTheWay = other.invited(Company.newEmail("way"), "BASIC");
    setEmail(inTheWay, first + "@erased.invalid");

    assertThat(erase(name).usersLeft()).isEqualTo(1);
    assertThat(told(second)).endsWith("user.deleted", "user.erased");
    setEmail(inTheWay, Company.newEmail("away"));
    eraseAccountUsers.eraseAll();

    assertThat(left()).isZero();
  }

  private AccountErasureEndpoint.Progress erase(String companyName) {
    return endpoint.erase(company.accountId().toString(), companyName, null);
  }

  private int left() {
    AccountErasureEndpoint.Progress progress = endpoint.progress(company.accountId().toString());
    assertThat(progress).isNotNull();
    return progress.usersLeft();
  }

  private List<String> told(UUID user) {
    return topics.all(USERS, user.toString()).stream().map(TestTopics.Event::type).toList();
  }

  private boolean isFinished() {
    return database()
        .sql("select finished_at is not null from account_erasure where account_id = ?")
        .param(company.accountId())
        .query(Boolean.class)
        .single();
  }

  private void setEmail(UUID user, String email) {
    database().sql("update users set email = ? where user_id = ?").params(email, user).update();
  }
}
