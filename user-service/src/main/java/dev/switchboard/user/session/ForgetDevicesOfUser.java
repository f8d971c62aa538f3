package dev.switchboard.user.session;

import dev.switchboard.platform.event.OutgoingEvent;
import dev.switchboard.user.user.User;
import dev.switchboard.user.user.UserEvent;
import dev.switchboard.user.user.UserProjection;
import java.util.List;
import org.springframework.stereotype.Component;

/** With the person's data go the browsers that he used (D6). */
@Component
class ForgetDevicesOfUser implements UserProjection {
  private final KnownDevices devices;

  ForgetDevicesOfUser(KnownDevices devices) {
    this.devices = devices;
  }

  @Override
  public List<OutgoingEvent> project(User user, UserEvent event) {
    if (event instanceof UserEvent.Erased) {
      devices.forget(user.accountId().value(), user.userId().value());
    }
    return List.of();
  }
}
