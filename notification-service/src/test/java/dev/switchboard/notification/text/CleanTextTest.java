package dev.switchboard.notification.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CleanTextTest {

  @Property
  @Label("J2 whatever a name is made of, it becomes one line of bounded length")
  void nameIsOneBoundedLine(@ForAll String anything) {
    String name = CleanText.name(anything);

    assertThat(name.codePoints()).noneMatch(Character::isISOControl);
    assertThat(name).doesNotContain("\u2028", "\u2029", "\u202E", "\u2066", "\u2069");
    assertThat(name.codePoints()).noneMatch(c -> Character.getType(c) == Character.SURROGATE);
    assertThat(name).hasSizeLessThanOrEqualTo(CleanText.LONGEST_NAME * 8 + 1);
    assertThat(CleanText.name(name)).as("cleaning twice is cleaning once").isEqualTo(name);
  }

  @Property
  @Label("J2 whatever a subject is made of, it becomes one line")
  void lineIsOneLine(@ForAll String anything) {
    assertThat(CleanText.line(anything).codePoints()).noneMatch(Character::isISOControl);
  }

  @Test
  @DisplayName("Line ends become one space; ordinary names stay as they are")
  void keepsOrdinaryNames() {
    assertThat(CleanText.name("Ada\r\nBcc: all@example.com")).isEqualTo("Ada Bcc: all@example.com");
    assertThat(CleanText.name("José O’Neill-Şahin")).isEqualTo("José O’Neill-Şahin");
    assertThat(CleanText.name("عبد الله")).isEqualTo("عبد الله");
    assertThat(CleanText.name("👩‍👩‍👧 Ada")).isEqualTo("👩‍👩‍👧 Ada");
  }

  @Test
  @DisplayName("A long name is cut with an ellipsis and never within an emoji")
  void cutsLongNames() {
    assertThat(CleanText.name("x".repeat(500))).isEqualTo("x".repeat(79) + "…");
    assertThat(CleanText.name("x".repeat(80))).isEqualTo("x".repeat(80));
    assertThat(CleanText.cut("👍🏽".repeat(6), 3)).isEqualTo("👍🏽👍🏽…");
    assertThat(CleanText.name("e" + "\u0301".repeat(5000))).hasSizeLessThan(700);
  }

  @Test
  @DisplayName("Right-to-left names are fenced in plain text, marks that reorder are dropped")
  void fencesRightToLeft() {
    assertThat(CleanText.isolated("עדה")).isEqualTo("\u2068עדה\u2069");
    assertThat(CleanText.isolated("Ada")).isEqualTo("Ada");
    assertThat(CleanText.name("Ada\u202Egnp.exe")).isEqualTo("Adagnp.exe");
  }
}
