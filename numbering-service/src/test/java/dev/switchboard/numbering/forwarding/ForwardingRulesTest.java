package dev.switchboard.numbering.forwarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.switchboard.numbering.value.E164;
import dev.switchboard.platform.problem.ProblemException;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardingRulesTest {
  private static final Set<String> HOME = Set.of("US");
  private static final Set<String> SOME = Set.of("US", "GB", "DE", "FR", "IN");

  @ParameterizedTest
  @DisplayName("F5 however one number is written, it has one canonical form")
  @ValueSource(
      strings = {
        "+12125550187",
        "2125550187",
        "12125550187",
        "1 212 555 0187",
        "(212) 555-0187",
        "212.555.0187",
        "212-555-0187",
        "+1 (212) 555-0187",
        "  +1 212 555 0187  ",
        "+1/212/555/0187",
        "011 1 212 555 0187",
        "tel:+1-212-555-0187",
        "TEL:+12125550187",
        "tel: 212 555 0187",
        "＋１２１２５５５０１８７",
        "２１２５５５０１８７",
        "٢١٢٥٥٥٠١٨٧",
        "२१२५५५०१८७",
        "+1\u00a0212\u00a0555\u00a00187",
        "+1\u2009212\u2009555\u20090187",
        "212\u2013555\u20130187",
        "212\u2011555\u20110187",
        "\u202a+1 212 555 0187\u202c",
        "212\u200b5550187",
        "\ufeff2125550187",
      })
  void oneForm(String typed) {
    assertThat(ForwardingRules.read(typed, "US", HOME)).isEqualTo(new E164("+12125550187"));
  }

  static Stream<Arguments> abroad() {
    return Stream.of(
        Arguments.of("+44 20 7946 0018", "+442079460018"),
        Arguments.of("011 44 20 7946 0018", "+442079460018"),
        Arguments.of("+44 (0)20 7946 0018", "+442079460018"),
        Arguments.of("+49 30 901820", "+4930901820"),
        Arguments.of("+33 1 42 68 53 00", "+33142685300"),
        Arguments.of("+91 98765 43210", "+919876543210"));
  }

  @ParameterizedTest
  @DisplayName("F5 numbers of the countries that the company forwards to are taken, of others not")
  @MethodSource("abroad")
  void countries(String typed, String canonical) {
    assertThat(ForwardingRules.read(typed, "US", SOME)).isEqualTo(new E164(canonical));
    assertThat(refusal(typed)).isEqualTo(ForwardingError.COUNTRY);
  }

  @ParameterizedTest
  @DisplayName("F5 emergency numbers are refused, however they are written")
  @ValueSource(
      strings = {
        "911",
        "9-1-1",
        " 9 1 1 ",
        "９１１",
        "٩١١",
        "tel:911",
        "+911",
        "(911)",
        "112",
        "999",
        "988",
        "933",
        "9\u200b11",
        "9.1.1"
      })
  void emergency(String typed) {
    assertThat(refusal(typed)).isEqualTo(ForwardingError.EMERGENCY);
  }

  @ParameterizedTest
  @DisplayName("F5 short codes are refused")
  @ValueSource(
      strings = {
        "411", "211", "611", "12345", "55512", "101", "0", "1", "00", "+1", "+1212", "10-10"
      })
  void shortCodes(String typed) {
    assertThat(refusal(typed)).isEqualTo(ForwardingError.SHORT_CODE);
  }

  @ParameterizedTest
  @DisplayName("F5 codes, pauses, extensions and parameters are refused")
  @ValueSource(
      strings = {
        "*72 212 555 0187",
        "*67",
        "#31#2125550187",
        "212 555 0187#",
        "2125550187,,123",
        "2125550187;ext=5",
        "tel:+12125550187;ext=12",
        "tel:+12125550187;phone-context=example.com",
        "212 555 0187 x5",
        "212 555 0187 ext 5",
        "212-555-0187 EXT.5",
        "2125550187p123",
        "2125550187w9",
        "2125550187T1",
        "+12125550187?x",
        "sip:2125550187@example.com",
        "2125550187&1",
        "＊７２２１２５５５０１８７",
        "2125550187＃",
        "2125550187，1",
      })
  void dialling(String typed) {
    assertThat(refusal(typed)).isEqualTo(ForwardingError.DIALLING);
  }

  @ParameterizedTest
  @DisplayName("F5 more than one number is refused")
  @ValueSource(
      strings = {
        "2125550187, 2125550188",
        "212 555 0187; 212 555 0188",
        "+12125550187 +12125550188",
        "+12125550187+12125550188",
        "2125550187 and 2125550188",
        "2125550187 or 2125550188",
        "2125550187 & 2125550188",
        "2125550187|2125550188",
        "2125550187，2125550188",
      })
  void several(String typed) {
    assertThat(refusal(typed)).isEqualTo(ForwardingError.SEVERAL);
  }

  @ParameterizedTest
  @DisplayName("F5 premium-rate and shared-cost numbers are refused, in the allowed countries too")
  @ValueSource(
      strings = {
        "900 234 5678",
        "+19002345678",
        "1-900-234-5678",
        "011 1 900 234 5678",
        "212 976 1234",
        "976 234 5678",
        "+44 909 879 0000",
        "+44 871 200 3000",
        "+49 900 1 234567",
        "+33 899 70 00 00",
        "tel:+1-900-234-5678",
      })
  void expensive(String typed) {
    assertThat(refusal(typed, SOME)).isIn(ForwardingError.PREMIUM, ForwardingError.NOT_IN_USE);
  }

  @ParameterizedTest
  @DisplayName("F5 satellites and global networks are refused")
  @ValueSource(
      strings = {
        "+870 773 111 632",
        "+8816 3160 1234",
        "+881 641 400 000",
        "+882 13 300 655",
        "+883 5100 1234 5678",
        "+979 123 456 789",
        "+800 1234 5678",
        "011 881 641 400 000",
      })
  void satellites(String typed) {
    assertThat(refusal(typed, SOME)).isEqualTo(ForwardingError.SATELLITE);
  }

  @ParameterizedTest
  @DisplayName("F5 what no numbering plan has is refused")
  @ValueSource(
      strings = {
        "+1 212 155 0187",
        "+1 112 555 0187",
        "212 555 01870",
        "+49 1",
        "+442079460018123",
        "5550187"
      })
  void impossible(String typed) {
    assertThat(refusal(typed, SOME))
        .isIn(ForwardingError.NOT_IN_USE, ForwardingError.FORMAT, ForwardingError.SHORT_CODE);
  }

  @ParameterizedTest
  @DisplayName("F5 what is no number is refused")
  @ValueSource(
      strings = {
        "",
        " ",
        "home",
        "2125550one",
        "+",
        "-",
        "()",
        "\u2060",
        "☎",
        "2125550187\u0000",
        "<script>",
        "${7*7}"
      })
  void noNumber(String typed) {
    assertThat(refusal(typed))
        .isIn(ForwardingError.FORMAT, ForwardingError.SHORT_CODE, ForwardingError.DIALLING);
  }

  @Test
  @DisplayName("F5 a number as long as a book is refused at once")
  void endless() {
    assertThat(refusal("2".repeat(100_000))).isEqualTo(ForwardingError.FORMAT);
    assertThat(refusal("2 ".repeat(50_000) + "and 2125550187"))
        .isIn(ForwardingError.FORMAT, ForwardingError.SEVERAL);
  }

  private static Object refusal(String typed) {
    return refusal(typed, HOME);
  }

  private static Object refusal(String typed, Set<String> allowed) {
    return catchThrowableOfType(
            ProblemException.class, () -> ForwardingRules.read(typed, "US", allowed))
        .error();
  }
}
