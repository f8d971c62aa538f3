package dev.switchboard.user.deletion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.user.testing.Company;
import dev.switchboard.user.testing.UserServiceTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;

/** D6: erasing is nobody's to stop. */
class EraseUsersTest extends UserServiceTest {
  @Autowired private EraseUsers eraseUsers;
  private Company company;
  private UUID first;

  @BeforeEach
  void invite() {
    company = companies.signUp(4, 0, 0);
    first = company.invited(Company.newEmail("first"), "BASIC");
  }

  @Test
  @DisplayName("D6 the address that takes the place of an erased one can't be invited beforehand")
  void placeOfTheAddressIsFree() {
    MockHttpServletResponse answer = company.invite(first + "@erased.invalid", "BASIC", false);

    assertThat(answer.getStatus()).isEqualTo(422);
    assertThat(body(answer).path("errors").path(0).path("pointer").asString()).isEqualTo("/email");
  }

  @Test
  @DisplayName("D6 one who can't be erased holds nobody else up, and is tried again")
  void othersAreErased() {
    UUID inTheWay = company.invited(Company.newEmail("way"), "BASIC");
    UUID second = company.invited(Company.newEmail("second"), "BASIC");
    delete("/api/v1/users/" + first, company.asAdmin());
    clock.advance(Duration.ofSeconds(1));
    delete("/api/v1/users/" + second, company.asAdmin());
    setEmail(inTheWay, first + "@erased.invalid");
    clock.advance(Duration.ofHours(73));

    eraseUsers.eraseDue();

    assertThat(isErased(first)).isFalse();
    assertThat(isErased(second)).isTrue();
    setEmail(inTheWay, Company.newEmail("away"));
    eraseUsers.eraseDue();
    assertThat(isErased(first)).isTrue();
  }

  private void setEmail(UUID user, String email) {
    database().sql("update users set email = ? where user_id = ?").params(email, user).update();
  }

  private boolean isErased(UUID user) {
    return database()
        .sql("select erased_at is not null from users where user_id = ?")
        .param(user)
        .query(Boolean.class)
        .single();
  }
}
