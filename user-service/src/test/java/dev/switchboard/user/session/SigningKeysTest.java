package dev.switchboard.user.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import dev.switchboard.user.masterkey.SealedSecrets;
import dev.switchboard.user.testing.AtOnce;
import dev.switchboard.user.testing.Company;
import dev.switchboard.user.testing.UserServiceTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
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

  @Test
  @DisplayName("A4 an operator's rotation: no token is refused while three keys follow each other")
  void rotatedUnderTraffic() throws Exception {
    SigningKeys signing = instance();
    SigningKeys other = instance();
    List<String> signers = new ArrayList<>();
    List<Issued> tokens = new ArrayList<>();
    JWKSet cached = other.published();
    Duration step = Duration.ofSeconds(30);
    for (int i = 0; i < 100; i++) {
      if (i % 30 == 5) {
        SigningKeys.Key next = (i % 20 == 5 ? signing : other).rotate();
        assertThat(signing.rotate()).as("safe to repeat").isEqualTo(next);
        assertThat(next.signsFrom()).isAfter(clock.instant());
      }
      if (i % 10 == 0) {
        cached = other.published(); // a verifier's copy, up to five minutes old
      }
      ECKey key = (i % 2 == 0 ? signing : other).current();
      tokens.add(new Issued(key, clock.instant()));
      if (signers.isEmpty() || !signers.getLast().equals(key.getKeyID())) {
        signers.add(key.getKeyID());
      }
      for (Issued token : tokens) {
        if (token.at().plusSeconds(60).isAfter(clock.instant())) {
          assertThat(cached.getKeyByKeyId(token.key().getKeyID())).isNotNull();
        }
      }
      clock.advance(step);
    }
    assertThat(new HashSet<>(signers)).as("all signers").hasSize(3);
    assertThat(storedKeys()).hasSize(3);
  }

  /** A token that lives for a minute. */
  private record Issued(ECKey key, Instant at) {}

  @Test
  @DisplayName(
      "Signing keys that an older master key sealed are sealed with the newest, and sign on")
  void masterKeyChanges() {
    String newKey = Base64.getEncoder().encodeToString(new byte[32]);
    String before = instance().current().getKeyID();
    SigningKeys changing = instance(newKey + "," + masterKey);
    assertThat(changing.current().getKeyID()).isEqualTo(before);

    SealedSecrets.Step renewed = transaction.execute(status -> changing.renew(null, 100));

    assertThat(renewed).isEqualTo(new SealedSecrets.Step(1, null));
    SealedSecrets.Step again = transaction.execute(status -> changing.renew(null, 100));
    assertThat(again).as("safe to repeat").isEqualTo(new SealedSecrets.Step(0, null));
    assertThat(instance(newKey).current().getKeyID()).isEqualTo(before);
    assertThatIllegalStateException().isThrownBy(() -> instance().current());
  }

  private List<String> published(SigningKeys instance) {
    return instance.published().getKeys().stream().map(JWK::getKeyID).toList();
  }

  private List<String> storedKeys() {
    return database().sql("select key_id from signing_key").query(String.class).list();
  }

  private SigningKeys instance() {
    return instance(masterKey);
  }

  private SigningKeys instance(String masterKeys) {
    return new SigningKeys(jdbc, clock, transaction, masterKeys, properties);
  }
}
