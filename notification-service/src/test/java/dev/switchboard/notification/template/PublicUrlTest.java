package dev.switchboard.notification.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class PublicUrlTest {
  private static final LinkToken TOKEN =
      new LinkToken("abcdefghijklmnopqrstuvwxyz_-0123456789ABCDE");

  @Test
  @DisplayName("J1 a link is the configured address, the page, and the token as the whole fragment")
  void linkIsBuilt() {
    assertThat(new PublicUrl("https://phone.example.com/").join(TOKEN))
        .isEqualTo("https://phone.example.com/join#" + TOKEN.value());
    assertThat(new PublicUrl("http://localhost:8080").join(TOKEN))
        .isEqualTo("http://localhost:8080/join#" + TOKEN.value());
    assertThat(new PublicUrl("https://phone.example.com/").reset(TOKEN))
        .isEqualTo("https://phone.example.com/reset#" + TOKEN.value());
    assertThat(new PublicUrl("https://phone.example.com").console())
        .isEqualTo("https://phone.example.com/");
  }

  @Test
  @DisplayName("J1 E6 the Billing page and a statement are where the console has them")
  void billing() {
    PublicUrl url = new PublicUrl("https://phone.example.com/");
    UUID statement = UUID.fromString("01998f60-2c00-7e10-8000-4c1f0a9be020");

    assertThat(url.billing()).isEqualTo("https://phone.example.com/billing");
    assertThat(url.statement(statement))
        .isEqualTo("https://phone.example.com/billing/statements/" + statement);
  }

  @ParameterizedTest
  @DisplayName("J1 an address that is missing or not an absolute web address is refused, clearly")
  @NullAndEmptySource
  @ValueSource(
      strings = {
        " ",
        "phone.example.com",
        "//phone.example.com",
        "/join",
        "ftp://phone.example.com",
        "javascript:alert(1)",
        "https://",
        "https://a@phone.example.com",
        "https://phone.example.com/?next=x",
        "https://phone.example.com/#x",
        "https://phone example.com"
      })
  void badAddressIsRefused(String url) {
    assertThatThrownBy(() -> new PublicUrl(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("SWITCHBOARD_PUBLIC_URL must be an absolute http or https URL");
  }

  @Test
  @DisplayName("J1 the service does not start without a good public address")
  void startFails() {
    new ApplicationContextRunner()
        .withUserConfiguration(TemplateConfiguration.class)
        .withPropertyValues("switchboard.public-url=")
        .run(context ->
            assertThat(context)
                .getFailure()
                .rootCause()
                .hasMessageContaining("SWITCHBOARD_PUBLIC_URL")
                .hasMessageEndingWith("missing"));
  }

  @ParameterizedTest
  @DisplayName("I16 what is no link secret is refused without being quoted")
  @ValueSource(
      strings = {
        "",
        "short",
        "with space with space",
        "with\nnewline-newline",
        "x#yx#yx#yx#yx#yx#y"
      })
  void badTokenIsRefused(String token) {
    assertThatThrownBy(() -> new LinkToken(token)).hasMessage("not the secret of a link");
    assertThat(TOKEN.toString()).doesNotContain(TOKEN.value());
  }
}
