package dev.switchboard.user.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.switchboard.platform.event.Actor;
import dev.switchboard.platform.problem.CommonError;
import dev.switchboard.platform.problem.ProblemException;
import dev.switchboard.platform.tenancy.Tenancy;
import dev.switchboard.user.account.AccountId;
import dev.switchboard.user.testing.AtOnce;
import dev.switchboard.user.testing.Company;
import dev.switchboard.user.testing.UserServiceTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ChangeRoleTest extends UserServiceTest {
  private static final Actor SUPPORT = Actor.support(UUID.randomUUID());

  @Autowired private ChangeRole changeRole;
  private Company company;
  private UUID second;

  @BeforeEach
  void signUp() {
    company = companies.signUp(2, 0, 0);
    second = joined(company, Company.newEmail("second"));
  }

  @Test
  @DisplayName("A7 the last ACTIVE admin keeps the role; a suspended one does not count")
  void lastAdmin() {
    change(second, Role.ADMIN);
    database()
        .sql("update users set state = 'SUSPENDED' where user_id = ?")
        .param(company.adminId())
        .update();

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> change(second, Role.USER))
        .matches(problem -> problem.error() == UserError.LAST_ADMIN);
    change(company.adminId(), Role.USER);

    assertThat(admins()).containsExactly(second);
  }

  @Test
  @DisplayName("A7 the role that he has already changes nothing")
  void sameRole() {
    change(second, Role.USER);

    assertThat(
            database()
                .sql("select version from users where user_id = ?")
                .param(second)
                .query(Long.class)
                .single())
        .isEqualTo(2);
  }

  @Test
  @DisplayName("A6 a user of another account is like an unknown one")
  void foreign() {
    UUID foreign = companies.signUp(1, 0, 0).adminId();
    for (UUID user : List.of(foreign, UUID.randomUUID())) {
      assertThatExceptionOfType(ProblemException.class)
          .isThrownBy(() -> change(user, Role.USER))
          .matches(problem -> problem.error() == CommonError.NOT_FOUND);
    }
  }

  @Test
  @DisplayName("A7 of two admins who both lose the role at once, 32 times tried, one keeps it")
  void race() {
    change(second, Role.ADMIN);

    List<Boolean> done =
        AtOnce.run(
            32,
            i -> {
              try {
                change(i % 2 == 0 ? second : company.adminId(), Role.USER);
                return true;
              } catch (ProblemException refused) {
                assertThat(refused.error()).isEqualTo(UserError.LAST_ADMIN);
                return false;
              }
            });

    assertThat(done).contains(true, false);
    assertThat(admins()).hasSize(1);
  }

  private void change(UUID userId, Role role) {
    Tenancy.as(
        company.accountId(),
        () ->
            changeRole.change(
                new AccountId(company.accountId()), new UserId(userId), role, SUPPORT));
  }

  private List<UUID> admins() {
    return database()
        .sql("select user_id from users where account_id = ? and role = 'ADMIN'")
        .param(company.accountId())
        .query(UUID.class)
        .list();
  }
}
