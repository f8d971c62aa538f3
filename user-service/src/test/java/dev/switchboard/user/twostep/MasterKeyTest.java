package dev.switchboard.user.twostep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.switchboard.platform.tenancy.Tenancy;
import dev.switchboard.user.masterkey.SealedSecrets;
import dev.switchboard.user.testing.Company;
import dev.switchboard.user.testing.TwoStepCalls;
import dev.switchboard.user.testing.UserServiceTest;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Secrets of two-step sign-in while the master key is changed. */
class MasterKeyTest extends UserServiceTest {
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionOperations transaction;

  @Value("${switchboard.master-key}")
  private String oldKey;

  private final String newKey = Base64.getEncoder().encodeToString(new byte[32]);

  @Test
  @DisplayName(
      "What the old key sealed is read with both, sealed anew once, and read with the new one alone")
  void renewed() {
    database().sql("delete from two_step").update();
    Company first = begun();
    Company second = begun();
    byte[] secret = secret(oldKey, first);
    String both = newKey + "," + oldKey;
    assertThat(secret(both, first)).isEqualTo(secret);

    SealedSecrets.Step one = renew(both, null, 1);
    SealedSecrets.Step two = renew(both, one.next(), 1);
    SealedSecrets.Step three = renew(both, two.next(), 1);

    assertThat(one.renewed() + two.renewed()).isEqualTo(2);
    assertThat(three).isEqualTo(new SealedSecrets.Step(0, null));
    assertThat(renew(both, null, 100)).as("safe to repeat").isEqualTo(three);
    assertThat(secret(newKey, first)).isEqualTo(secret);
    assertThat(secret(newKey, second)).isNotEqualTo(secret);
    assertThatIllegalStateException().isThrownBy(() -> secret(oldKey, first));
    database().sql("delete from two_step").update();
  }

  private Company begun() {
    Company company = companies.signUp(1, 0, 0);
    new TwoStepCalls(http, json, clock)
        .call(
            "enrolment",
            Map.of("password", Company.PASSWORD),
            as(signIn(company.adminEmail(), Company.PASSWORD)));
    return company;
  }

  private SealedSecrets.Step renew(String keys, @Nullable String after, int limit) {
    return Tenancy.asSystem(
        () -> transaction.execute(status -> new TwoSteps(jdbc, clock, keys).renew(after, limit)));
  }

  private byte[] secret(String keys, Company company) {
    UUID account = company.accountId();
    return Tenancy.as(
        account,
        () ->
            transaction.execute(status ->
                new TwoSteps(jdbc, clock, keys)
                    .find(account, company.adminId())
                    .orElseThrow()
                    .secret()
                    .bytes()));
  }
}
