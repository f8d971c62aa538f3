package dev.switchboard.user.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.platform.event.Actor;
import dev.switchboard.platform.tenancy.Tenancy;
import dev.switchboard.user.account.AccountId;
import dev.switchboard.user.testing.Company;
import dev.switchboard.user.testing.UserServiceTest;
import dev.switchboard.user.user.User;
import dev.switchboard.user.user.UserEvent;
import dev.switchboard.user.user.UserId;
import dev.switchboard.user.user.Users;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

/** H2: no change of a user goes by the log. */
class AuditUserChangesTest extends UserServiceTest {
  @Autowired private AuditUserChanges auditUserChanges;
  @Autowired private Users users;
  @Autowired private TransactionOperations transaction;

  static Stream<Class<?>> events() {
    return Stream.of(UserEvent.class.getPermittedSubclasses());
  }

  @ParameterizedTest
  @DisplayName(
      "H2 every event of a user is one entry, named like the event, with its actor and the user")
  @MethodSource("events")
  void everyEvent(Class<?> type) throws ReflectiveOperationException {
    Company company = companies.signUp(1, 0, 0);
    Actor actor = Actor.user(UUID.randomUUID());
    UserEvent event = event(type, actor);

    Tenancy.as(
        company.accountId(),
        () ->
            transaction.executeWithoutResult(status -> {
              User user =
                  users
                      .find(new AccountId(company.accountId()), new UserId(company.adminId()))
                      .orElseThrow();
              assertThat(auditUserChanges.project(user, event)).isEmpty();
            }));

    JsonNode entries =
        body(get("/api/v1/audit?actor=" + actor.userId(), company.asAdmin())).path("items");
    assertThat(entries).hasSize(1);
    assertThat(entries.at("/0/action").asString()).isEqualTo(Users.typeOf(event));
    assertThat(entries.at("/0/subject/id").asString()).isEqualTo(company.adminId().toString());
    assertThat(entries.path(0).toString()).doesNotContain(company.adminEmail());
  }

  private static UserEvent event(Class<?> type, Actor actor)
      throws InvocationTargetException, InstantiationException, IllegalAccessException {
    return (UserEvent)
        type.getDeclaredConstructors()[0].newInstance(actor, List.of("firstName", "email"));
  }
}
