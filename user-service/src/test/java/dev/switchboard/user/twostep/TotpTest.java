package dev.switchboard.user.twostep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchboard.user.testing.Authenticator;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpTest {
  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  @ParameterizedTest
  @DisplayName("RFC 6238, appendix B: the codes of the reference, their last six digits")
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void reference(long seconds, String code) {
    assertThat(Totp.codeAt(SECRET, seconds / 30)).isEqualTo(code);
    assertThat(Totp.stepOf(SECRET, code, Instant.ofEpochSecond(seconds))).hasValue(seconds / 30);
  }

  @ParameterizedTest
  @DisplayName("RFC 6238, 5.2: a clock may be one step ahead or behind, and no more")
  @CsvSource({
    "-60, false",
    "-30, true",
    "-1, true",
    "0, true",
    "29, true",
    "59, true",
    "60, false"
  })
  void drift(long seconds, boolean accepted) {
    Instant shown = Instant.ofEpochSecond(1_800_000_000);
    String code = Totp.codeAt(SECRET, shown.getEpochSecond() / 30);

    assertThat(Totp.stepOf(SECRET, code, shown.plusSeconds(seconds)).isPresent())
        .isEqualTo(accepted);
  }

  @ParameterizedTest
  @DisplayName("A code has six ASCII digits")
  @ValueSource(strings = {"", "12345", "1234567", "12345a", "١٢٣٤٥٦", "12 456", "-12345"})
  void noCode(String text) {
    assertThat(Totp.isCode(text)).isFalse();
  }

  @ParameterizedTest
  @DisplayName("RFC 4648, 10: Base32 of the reference, without padding")
  @CsvSource({
    "f, MY",
    "fo, MZXQ",
    "foo, MZXW6",
    "foob, MZXW6YQ",
    "fooba, MZXW6YTB",
    "foobar, MZXW6YTBOI"
  })
  void base32(String text, String encoded) {
    assertThat(Base32.encode(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(encoded);
  }

  @Test
  @DisplayName("An app that was written apart from this shows the same codes")
  void sameAsAnotherApp() {
    TwoStepSecret secret = TwoStepSecret.next();
    Instant now = Instant.ofEpochSecond(1_800_000_000);

    assertThat(secret.bytes()).hasSize(20);
    assertThat(secret.asBase32()).hasSize(32);
    assertThat(new Authenticator(secret.asBase32(), Clock.fixed(now, ZoneOffset.UTC)).code(0))
        .isEqualTo(Totp.codeAt(secret.bytes(), now.getEpochSecond() / 30));
    assertThat(TwoStepSecret.parse(secret.asText()).bytes()).isEqualTo(secret.bytes());
    assertThat(secret).hasToString("TwoStepSecret");
  }

  @Test
  @DisplayName("The address for QR codes names issuer and account, and escapes both")
  void uri() {
    assertThat(new TwoStepSecret(SECRET).asUri("Our Phones", "ada+1@harborlight.example"))
        .isEqualTo(
            "otpauth://totp/Our%20Phones:ada%2B1%40harborlight.example"
                + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Our%20Phones"
                + "&algorithm=SHA1&digits=6&period=30");
  }
}
