package dev.switchboard.notification.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MailTemplatesTest {
  private static final String LINK =
      "https://phone.example.com/join#abcdefghijklmnopqrstuvwxyz_-0123456789ABCDE";
  private static final MailTemplates TEMPLATES = new MailTemplates();

  @ParameterizedTest
  @DisplayName("J1 the invitation is as committed in every language")
  @EnumSource
  void invitationIsAsCommitted(MailLanguage language) throws IOException {
    RenderedMail mail =
        TEMPLATES.render(invitation("José", "Ada Ngata", "Harbor Light Books"), language);

    checkGolden(language, "subject.txt", mail.subject() + "\n");
    checkGolden(language, "html.html", mail.html());
    checkGolden(language, "text.txt", mail.text());
  }

  @ParameterizedTest
  @DisplayName("J1 a language without mails falls back to English, a region to its language")
  @CsvSource({"en,EN", "en-GB,EN", "es-MX,ES", "fr-CA,FR", "de,EN", "tlh,EN"})
  void fallsBack(String tag, MailLanguage expected) {
    assertThat(MailLanguage.of(tag)).isEqualTo(expected);
  }

  @Test
  @DisplayName("J2 HTML in a name is shown, not obeyed")
  void namesAreEscaped() {
    RenderedMail mail =
        TEMPLATES.render(
            invitation(
                "<img src=x onerror=alert(1)>",
                "\"><script>alert(2)</script>",
                "<a href='https://evil.example'>A & B</a>"),
            MailLanguage.EN);

    assertThat(mail.html())
        .doesNotContain("<img", "<script", "<a href='https://evil")
        .contains("&lt;img src=x onerror=alert(1)&gt;")
        .contains("A &amp; B");
    assertThat(mail.text()).contains("<a href='https://evil.example'>A & B</a>");
  }

  @Test
  @DisplayName("J2 template expressions in a name are only text")
  void expressionsAreText() {
    String expression = "${7*7} [[${7*7}]] [(${7*7})] __${7*7}__ #{x} *{y}";
    RenderedMail mail =
        TEMPLATES.render(invitation(expression, expression, expression), MailLanguage.EN);

    assertThat(mail.text()).contains("Hello " + expression + ",");
    assertThat(mail.html()).contains(expression).doesNotContain("49");
  }

  @Test
  @DisplayName("Right-to-left and emoji names stay whole and do not reorder the words around them")
  void rightToLeftAndEmoji() {
    RenderedMail mail =
        TEMPLATES.render(invitation("عدا", "👩‍👩‍👧 עדה", "شركة"), MailLanguage.EN);

    assertThat(mail.html()).contains("<bdi>عدا</bdi>", "👩‍👩‍👧 עדה");
    assertThat(mail.text()).contains("\u2068عدا\u2069", "\u2068👩‍👩‍👧 עדה\u2069");
    assertThat(mail.subject()).contains("\u2068شركة\u2069");
  }

  @Property(tries = 200)
  @Label(
      "J2 whatever the names are, the mail renders, its subject is one line and the link is there")
  void anyNames(@ForAll String first, @ForAll String inviter, @ForAll String company) {
    RenderedMail mail = TEMPLATES.render(invitation(first, inviter, company), MailLanguage.FR);

    assertThat(mail.subject().codePoints()).noneMatch(Character::isISOControl);
    assertThat(mail.html()).contains("href=\"" + LINK + "\"");
    assertThat(mail.text()).contains("\n" + LINK + "\n");
    assertThat(mail.text().lines())
        .hasSameSizeAs(
            TEMPLATES.render(invitation("a", "b", "c"), MailLanguage.FR).text().lines().toList());
  }

  @Test
  @DisplayName("J1 the HTML is self-contained: no image, script, style sheet or other address")
  void htmlIsSelfContained() {
    String html =
        TEMPLATES.render(invitation("a", "b", "c"), MailLanguage.EN).html().replace(LINK, "LINK");

    assertThat(html)
        .doesNotContain("<img", "<script", "<link", "url(", "http:", "https:", " th:", "xmlns");
    assertThat(html).contains("href=\"LINK\"", ">LINK</a>", "prefers-color-scheme: dark");
  }

  @Test
  @DisplayName("I16 the text forms of models and rendered mails hide names and link")
  void textFormsHide() {
    InvitationModel model = invitation("José", "Ada", "Harbor");

    assertThat(model.toString() + TEMPLATES.render(model, MailLanguage.EN))
        .doesNotContain("José", "join#");
  }

  private static InvitationModel invitation(String first, String inviter, String company) {
    return new InvitationModel(
        first, inviter, company, Instant.parse("2026-11-09T14:29:00Z"), LINK);
  }

  private static void checkGolden(MailLanguage language, String name, String actual)
      throws IOException {
    Path file = Path.of("src/test/resources/golden/invitation", language.tag(), name);
    if (System.getProperty("golden.update") != null) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, actual);
    }
    assertThat(actual)
        .as("%s; run the tests with -Dgolden.update when the change is meant", file)
        .isEqualTo(Files.readString(file));
  }
}
