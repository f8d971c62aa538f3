package dev.switchboard.user.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import dev.switchboard.user.testing.AtOnce;
import dev.switchboard.user.testing.Company;
import dev.switchboard.user.testing.UserServiceTest;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionOperations;

class SigningKeysTest extends UserServiceTest {
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionOperations transaction;
  @Autowired private SessionProperties properties;

  @Value("${switchboard.master-key}")
  private String masterKey;

  /** Also afterwards: no other test is to find keys of a moved clock. */
  @BeforeEach
  @AfterEach
  void noKeys() {
    database().sql("delete from signing_key").update();
  }

  @Test
  @DisplayName("A4 the published keys have no private half, and the stored one is sealed")
  void noPrivateHalf() {
    instance().current();

    String published =
        Company.read(Company.perform(http, MockMvcRequestBuilders.get("/.well-known/jwks.json")));

    assertThat(published).contains("\"kty\":\"EC\"", "\"kid\"").doesNotContain("\"d\"");
    assertThat(
            database()
                .sql("select public_jwk || sealed_private_jwk from signing_key")
                .query(String.class)
                .single())
        .doesNotContain("\"d\"");
  }

  @Test
  @DisplayName("A4 instances that start at once make one key and all sign with it")
  void oneKey() {
    List<SigningKeys> instances = IntStream.range(0, 8).mapToObj(i -> instance()).toList();

    List<String> ids = AtOnce.run(8, i -> instances.get(i).current().getKeyID());

    assertThat(ids).containsOnly(ids.getFirst());
    assertThat(storedKeys()).containsExactly(ids.getFirst());
  }

  @Test
  @DisplayName(
      "A4 a new key is made after 30 days, published before it signs; the old one stays a while")
  void keysRotate() {
    SigningKeys instance = instance();
    String first = instance.current().getKeyID();

    clock.advance(Duration.ofDays(30).plusMinutes(1));
    assertThat(instance.current().getKeyID()).as("signs still with the known key").isEqualTo(first);
    assertThat(published(instance)).hasSize(2).contains(first);
    clock.advance(Duration.ofMinutes(11));
    String second = instance.current().getKeyID();
    assertThat(second).isNotEqualTo(first);
    assertThat(published(instance)).containsExactlyInAnyOrder(first, second);
    assertThat(instance().current().getKeyID()).as("another instance").isEqualTo(second);
    for (int month = 0; month < 3; month++) {
      clock.advance(Duration.ofDays(31));
      instance.current();
      clock.advance(Duration.ofMinutes(11));
      instance.current();
    }
    assertThat(published(instance)).hasSize(3).doesNotContain(first);
    assertThat(storedKeys()).as("keys out of use are deleted").hasSize(3).doesNotContain(first);
  }

  private List<String> published(SigningKeys instance) {
    return instance.published().getKeys().stream().map(JWK::getKeyID).toList();
  }

  private List<String> storedKeys() {
    return database().sql("select key_id from signing_key").query(String.class).list();
  }

  private SigningKeys instance() {
    return new SigningKeys(jdbc, clock, transaction, masterKey, properties);
  }
}
