package dev.switchboard.numbering.line;

import dev.switchboard.numbering.value.E164;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How people get into their conference bridges (F6).
 *
 * @param dialIn number that is called for the audio bridge, E.164
 * @param videoUrl address of a room at the video provider, with {@code {bridgeId}} in the place of
 *     the bridge's ten digits; Jitsi Meet and all that work alike take the room's name so
 * @param meetingsUrl address of the provider's dashboard of meetings
 */
@ConfigurationProperties("switchboard.bridge")
public record BridgeProperties(String dialIn, String videoUrl, String meetingsUrl) {
  private static final String ID = "{bridgeId}";

  /** Refuses to start with settings that would lead people nowhere. */
  public BridgeProperties {
    dialIn = new E164(dialIn).value();
    if (!videoUrl.contains(ID)) {
      throw new IllegalArgumentException("switchboard.bridge.video-url has no " + ID);
    }
    requireHttps(videoUrl.replace(ID, "2222222222"), "video-url");
    requireHttps(meetingsUrl, "meetings-url");
  }

  /** The address of the video room of this bridge. */
  public String videoUrl(BridgeId bridge) {
    return videoUrl.replace(ID, bridge.value());
  }

  private static void requireHttps(String url, String name) {
    URI uri = URI.create(url);
    if (!"https".equals(uri.getScheme()) || uri.getHost() == null) {
      throw new IllegalArgumentException(
          "switchboard.bridge." + name + " must begin with https://");
    }
  }
}
