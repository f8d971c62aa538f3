package dev.switchboard.platform.republish;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/**
 * {@code /actuator/republish} on the management port: GET names the topics, POST {@code {topic,
 * key}} tells one aggregate again, POST {@code {topic, after, limit}} the next ones.
 */
@Endpoint(id = "republish")
final class RepublishEndpoint {
  private static final int USUAL = 1_000;
  private static final int MOST = 10_000;

  private final Republish republish;

  RepublishEndpoint(Republish republish) {
    this.republish = republish;
  }

  /** The topics that can be told again here. */
  record Topics(List<String> topics) {}

  @ReadOperation
  Topics topics() {
    return new Topics(republish.topics());
  }

  @WriteOperation
  Republish.Result republish(
      String topic, @Nullable String key, @Nullable String after, @Nullable Integer limit) {
    int most = limit == null ? USUAL : Math.clamp(limit, 1, MOST);
    try {
      return key == null ? republish.some(topic, after, most) : republish.one(topic, key);
    } catch (IllegalArgumentException e) {
      String why = String.valueOf(e.getMessage());
      throw new InvalidEndpointRequestException(why, why);
    }
  }
}
