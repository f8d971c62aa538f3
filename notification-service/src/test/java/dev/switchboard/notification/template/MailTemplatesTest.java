package dev.switchboard.notification.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MailTemplatesTest {
  private static final MailTemplates TEMPLATES = new MailTemplates();

  @Test
  @DisplayName("J2 HTML in a name is shown, not obeyed, by every mail")
  void namesAreEscaped() {
    TestModels nasty =
        new TestModels(
            "<img src=x onerror=alert(1)>",
            "\"><script>alert(2)</script>",
            "<a href='https://evil.example'>A & B</a>");

    assertThat(nasty.all().stream().flatMap(MailTemplatesTest::inAllLanguages))
        .allSatisfy(mail -> {
          assertThat(mail.html())
              .doesNotContain("<img", "<script", "<a href='https://evil")
              .contains("&lt;img src=x onerror=alert(1)&gt;")
              .contains("A &amp; B");
          assertThat(mail.text()).contains("<a href='https://evil.example'>A & B</a>");
        });
  }

  @Test
  @DisplayName("J2 template expressions in a name are only text, in every mail")
  void expressionsAreText() {
    String expression = "${7*7} [[${7*7}]] [(${7*7})] __${7*7}__ #{x} *{y}";
    TestModels nasty = new TestModels(expression, expression, expression);

    assertThat(nasty.all().stream().flatMap(MailTemplatesTest::inAllLanguages))
        .allSatisfy(mail -> {
          assertThat(mail.text()).contains(expression);
          assertThat(mail.html()).contains(expression).doesNotContain("49");
        });
  }

  @Test
  @DisplayName("Right-to-left and emoji names stay whole and do not reorder the words around them")
  void rightToLeftAndEmoji() {
    RenderedMail mail =
        render(new TestModels("عدا", "👩‍👩‍👧 עדה", "شركة").invitation(), MailLanguage.EN);

    assertThat(mail.html()).contains("<bdi>عدا</bdi>", "👩‍👩‍👧 עדה");
    assertThat(mail.text()).contains("\u2068عدا\u2069", "\u2068👩‍👩‍👧 עדה\u2069");
    assertThat(mail.subject()).contains("\u2068شركة\u2069");
  }

  @Property(tries = 100)
  @Label(
      "J2 whatever the names are, each mail renders, its subject is one line, its lines stay and the link is there")
  void anyNames(@ForAll String first, @ForAll String other, @ForAll String company) {
    List<MailModel> models = new TestModels(first, other, company).all();
    List<MailModel> usual = TestModels.USUAL.all();

    for (int i = 0; i < models.size(); i++) {
      RenderedMail mail = render(models.get(i), MailLanguage.FR);
      String link = linkOf(models.get(i));
      assertThat(mail.subject().codePoints()).noneMatch(Character::isISOControl);
      assertThat(mail.html()).contains("href=\"" + link + "\"");
      assertThat(mail.text()).contains("\n" + link + "\n");
      assertThat(mail.text().lines())
          .hasSameSizeAs(render(usual.get(i), MailLanguage.FR).text().lines().toList());
    }
  }

  @Test
  @DisplayName("J1 the HTML is self-contained: no image, script, style sheet or other address")
  void htmlIsSelfContained() {
    for (MailModel model : TestModels.USUAL.usual()) {
      assertThat(inAllLanguages(model))
          .allSatisfy(mail -> {
            assertThat(
                    mail.html()
                        .replace("\"" + linkOf(model) + "\"", "\"LINK\"")
                        .replace(">" + linkOf(model) + "<", ">LINK<"))
                .doesNotContain("<img", "<script", "<link", "url(", "http:", "https:")
                .doesNotContain(" th:", "xmlns", "null")
                .contains("href=\"LINK\"", "prefers-color-scheme: dark");
            assertThat(mail.text().replace("\n" + linkOf(model) + "\n", "\nLINK\n"))
                .doesNotContain("http:", "https:", "${", "null")
                .contains("\nLINK\n", "\n--\nSwitchboard\n");
          });
    }
  }

  @Test
  @DisplayName("J1 a link with a secret can be copied: the HTML spells it out")
  void secretLinksAreSpelledOut() {
    for (MailModel model : TestModels.USUAL.usual()) {
      boolean secret = linkOf(model).contains("#");
      assertThat(inAllLanguages(model))
          .allSatisfy(mail ->
              assertThat(mail.html().contains(">" + linkOf(model) + "</a>")).isEqualTo(secret));
    }
  }

  @Test
  @DisplayName("I16 the text forms of models and rendered mails hide names and link")
  void textFormsHide() {
    assertThat(TestModels.USUAL.usual())
        .allSatisfy(model ->
            assertThat(model.toString() + render(model, MailLanguage.EN))
                .contains("[hidden]")
                .doesNotContain("José", "Ada", "Harbor", "203.0.113.7", "https"));
  }

  private static String linkOf(MailModel model) {
    return String.valueOf(model.facts(TestModels.reader(MailLanguage.EN)).get("link"));
  }

  private static Stream<RenderedMail> inAllLanguages(MailModel model) {
    return Arrays.stream(MailLanguage.values()).map(language -> render(model, language));
  }

  private static RenderedMail render(MailModel model, MailLanguage language) {
    return TEMPLATES.render(model, TestModels.reader(language));
  }
}
