package dev.switchboard.user.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.user.testing.AtOnce;
import dev.switchboard.user.testing.Company;
import dev.switchboard.user.testing.UserServiceTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;

/** D1: what is read is one version of the user. */
class ReadUserTest extends UserServiceTest {
  private static final int EDITS = 60;
  private static final int READS = 60;

  @Test
  @DisplayName(
      "D1 read while others edit, all of a user is of the version that the ETag names: else If-Match"
          + " would let a change that nobody has seen be overwritten")
  void oneVersion() {
    Company company = companies.signUp(2, 0, 0);
    UUID person = company.invited("Zoë", "V1", "BASIC");
    edit(company, person, 2);

    List<List<String>> seen =
        AtOnce.run(
            8,
            i -> {
              List<String> answers = new ArrayList<>();
              if (i == 0) {
                for (int version = 3; version < EDITS; version++) {
                  edit(company, person, version);
                }
              } else {
                for (int read = 0; read < READS; read++) {
                  answers.add(read(company, person));
                }
              }
              return answers;
            });

    assertThat(seen)
        .flatExtracting(answers -> answers)
        .hasSize(7 * READS)
        .allSatisfy(answer -> {
          String[] versions = answer.split(" ");
          assertThat(versions).containsOnly(versions[0]);
        });
  }

  /** Version 7 has the last name V7 and a mobile number that ends with 07. */
  private void edit(Company company, UUID person, int version) {
    Map<String, Object> change =
        Map.of("lastName", "V" + version, "mobile", "+121255501%02d".formatted(version));
    MockHttpServletResponse answer =
        Company.send(
            http,
            MockMvcRequestBuilders.patch("/api/v1/users/" + person)
                .header("If-Match", "*")
                .with(company.asAdmin()),
            json,
            change);
    assertThat(answer.getStatus()).as(Company.read(answer)).isEqualTo(200);
  }

  /** The versions that ETag, version, last name and mobile number tell. */
  private String read(Company company, UUID person) {
    MockHttpServletResponse answer = get("/api/v1/users/" + person, company.asAdmin());
    JsonNode user = body(answer);
    return String.join(
        " ",
        String.valueOf(answer.getHeader("ETag")).replace("\"", ""),
        user.path("version").asString(),
        user.path("lastName").asString().substring(1),
        String.valueOf(Integer.parseInt(user.path("mobile").asString().substring(10))));
  }
}
