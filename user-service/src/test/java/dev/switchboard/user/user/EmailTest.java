package dev.switchboard.user.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailTest {

  @ParameterizedTest
  @DisplayName("C4 one address has one canonical form, whatever its case, spaces or script")
  @CsvSource({
    "ana.lopez@example.com, ana.lopez@example.com",
    "Ana.LOPEZ@Example.COM, ana.lopez@example.com",
    "'  ana@example.com\t', ana@example.com",
    "ana+sales@example.com, ana+sales@example.com",
    "o'hara@example.co.uk, o'hara@example.co.uk",
    "ana@bücher.example, ana@xn--bcher-kva.example",
    "ana@BÜCHER.example, ana@xn--bcher-kva.example",
    "ana@xn--bcher-kva.example, ana@xn--bcher-kva.example",
    "ana@例え.テスト, ana@xn--r8jz45g.xn--zckzah",
    "ana@example。com, ana@example.com",
    "a@b-c.museum, a@b-c.museum",
  })
  void canonicalForm(String typed, String canonical) {
    assertThat(Email.parse(typed)).contains(new Email(canonical));
  }

  @ParameterizedTest
  @DisplayName("C4 what is not one address of one mailbox is refused")
  @ValueSource(
      strings = {
        "",
        " ",
        "ana",
        "@example.com",
        "ana@",
        "ana@example",
        "ana@.com",
        "ana@example..com",
        "ana@-example.com",
        "ana@example-.com",
        "ana@example.com.",
        "ana@[127.0.0.1]",
        "ana@127.0.0.1",
        ".ana@example.com",
        "ana.@example.com",
        "a..na@example.com",
        "ana@b@example.com",
        "\"ana\"@example.com",
        "ana lopez@example.com",
        "ana@exam ple.com",
        "Ana <ana@example.com>",
        "ana@example.com,bob@example.com",
        "ana@example.com\r\nBcc: bob@example.com",
        "ana\u0000@example.com",
        "añá@example.com",
        "ana@exam_ple.com",
        "ana@example.invalid",
        "ana@ERASED.Invalid",
      })
  void refused(String typed) {
    assertThat(Email.parse(typed)).isEmpty();
  }

  @Test
  @DisplayName("C4 a letter that only looks or folds like an ASCII one is not that letter")
  void lookAlikesAreNotFolded() {
    assertThat(Email.parse("\u212Aim@example.com")).as("KELVIN SIGN is not k").isEmpty();
    assertThat(Email.parse("аna@example.com")).as("Cyrillic a").isEmpty();
  }

  @ParameterizedTest
  @DisplayName(
      "C4 a domain that old and new IDN rules read differently is refused, not misdirected")
  @ValueSource(strings = {"ana@straße.example", "ana@φίλος.example", "ana@a\u200Db.example"})
  void ambiguousDomainsAreRefused(String typed) {
    assertThat(Email.parse(typed)).isEmpty();
  }

  @Test
  @DisplayName("Lengths of RFC 5321: 64 before the at sign, 254 in all")
  void lengths() {
    String domain = "@example.com";
    assertThat(Email.parse("a".repeat(64) + domain)).isPresent();
    assertThat(Email.parse("a".repeat(65) + domain)).isEmpty();
    String longest =
        "a@" + "b".repeat(60) + "." + "c".repeat(60) + "." + "d".repeat(60) + "." + "e".repeat(60);
    assertThat(Email.parse(longest + ".example")).as("253 characters").isPresent();
    assertThat(Email.parse(longest + "xyz.example")).isEmpty();
    assertThat(Email.parse("a@" + "ü".repeat(120) + ".example")).isEmpty();
    assertThat(Email.parse("a".repeat(1_000_000))).isEmpty();
  }
}
