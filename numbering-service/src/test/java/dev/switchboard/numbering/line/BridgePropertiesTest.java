package dev.switchboard.numbering.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BridgePropertiesTest {

  @Test
  @DisplayName("F6 the video provider is a template of an address")
  void template() {
    BridgeProperties properties =
        new BridgeProperties(
            "+18005550199", "https://video.example/r/{bridgeId}?x=1", "https://video.example/");

    assertThat(properties.videoUrl(new BridgeId("4827109365")))
        .isEqualTo("https://video.example/r/4827109365?x=1");
  }

  @ParameterizedTest
  @DisplayName("F6 settings that would lead people nowhere are refused at start")
  @CsvSource({
    "8005550199, https://v.example/{bridgeId}, https://v.example/",
    "+18005550199, https://v.example/room, https://v.example/",
    "+18005550199, http://v.example/{bridgeId}, https://v.example/",
    "+18005550199, javascript:{bridgeId}, https://v.example/",
    "+18005550199, https://v.example/{bridgeId}, http://v.example/",
    "+18005550199, https://v.example/{bridgeId}, /meetings"
  })
  void refused(String dialIn, String videoUrl, String meetingsUrl) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BridgeProperties(dialIn, videoUrl, meetingsUrl));
  }
}
