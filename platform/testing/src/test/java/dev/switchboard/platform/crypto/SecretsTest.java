package dev.switchboard.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SecretsTest {
  private final Seal seal = new Seal(key(1));

  @Test
  @DisplayName("a sealed secret opens again, looks different each time and does not show")
  void sealed() {
    String sealed = seal.seal("the link's secret");
    assertThat(seal.open(sealed)).isEqualTo("the link's secret");
    assertThat(seal.seal("the link's secret")).isNotEqualTo(sealed);
    assertThat(
            new String(Base64.getDecoder().decode(sealed), java.nio.charset.StandardCharsets.UTF_8))
        .doesNotContain("link");
  }

  @Test
  @DisplayName("what another key sealed, or somebody altered, does not open")
  void altered() {
    byte[] bytes = Base64.getDecoder().decode(seal.seal("secret"));
    bytes[bytes.length - 1] ^= 1;
    String altered = Base64.getEncoder().encodeToString(bytes);
    assertThatIllegalStateException().isThrownBy(() -> seal.open(altered));
    String foreign = new Seal(key(2)).seal("secret");
    assertThatIllegalStateException().isThrownBy(() -> seal.open(foreign));
    assertThatIllegalArgumentException().isThrownBy(() -> new Seal("c2hvcnQ="));
  }

  @Test
  @DisplayName("with two keys the first one seals, and what either sealed opens, until it is gone")
  void keysOfaRotation() {
    String before = seal.seal("secret");
    Seal known = new Seal(key(1) + "," + key(2));
    Seal changed = new Seal(key(2) + ", " + key(1));
    Seal after = new Seal(key(2));

    assertThat(changed.open(before)).isEqualTo("secret");
    assertThat(known.open(changed.seal("secret")))
        .as("of an instance that is ahead")
        .isEqualTo("secret");
    assertThat(after.open(changed.seal("secret"))).isEqualTo("secret");
    assertThatIllegalStateException().isThrownBy(() -> after.open(before));
    String renewed = changed.renewed(before).orElseThrow();
    assertThat(after.open(renewed)).isEqualTo("secret");
    assertThat(changed.renewed(renewed)).as("is renewed already").isEmpty();
    assertThatIllegalStateException()
        .isThrownBy(() -> changed.renewed(new Seal(key(3)).seal("secret")));
    assertThatIllegalArgumentException().isThrownBy(() -> new Seal(key(1) + ","));
  }

  @Test
  @DisplayName("tokens have 256 bits, are all different and are stored as SHA-256")
  void tokens() {
    assertThat(Stream.generate(RandomToken::next).limit(1_000))
        .doesNotHaveDuplicates()
        .allMatch(token -> Base64.getUrlDecoder().decode(token).length == 32);
    assertThat(RandomToken.hash("abc"))
        .asHexString()
        .isEqualToIgnoringCase("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  private static String key(int first) {
    byte[] key = new byte[32];
    key[0] = (byte) first;
    return Base64.getEncoder().encodeToString(key);
  }
}
