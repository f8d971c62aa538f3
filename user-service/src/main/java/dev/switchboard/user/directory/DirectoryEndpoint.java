package dev.switchboard.user.directory;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;

/**
 * {@code /actuator/directory} on the management port: POST {@code {after, limit}} rebuilds the next
 * rows of the list, GET tells how many still wait for what other services tell.
 */
@Endpoint(id = "directory")
@Component
class DirectoryEndpoint {
  private static final int USUAL = 1_000;
  private static final int MOST = 10_000;

  private final RebuildDirectory rebuildDirectory;

  DirectoryEndpoint(RebuildDirectory rebuildDirectory) {
    this.rebuildDirectory = rebuildDirectory;
  }

  @ReadOperation
  RebuildDirectory.Waiting waiting() {
    return rebuildDirectory.waiting();
  }

  @WriteOperation
  RebuildDirectory.Result rebuild(@Nullable String after, @Nullable Integer limit) {
    try {
      return rebuildDirectory.some(after, limit == null ? USUAL : Math.clamp(limit, 1, MOST));
    } catch (IllegalArgumentException e) {
      String why = String.valueOf(e.getMessage());
      throw new InvalidEndpointRequestException(why, why);
    }
  }
}
