package dev.switchboard.user.profile;

import dev.switchboard.platform.event.OutgoingEvent;
import dev.switchboard.user.user.User;
import dev.switchboard.user.user.UserEvent;
import dev.switchboard.user.user.UserProjection;
import java.util.List;
import org.springframework.stereotype.Component;

/** The voicemail PIN goes with the person (D6). */
@Component
class ForgetPinOfUser implements UserProjection {
  private final VoicemailPins pins;

  ForgetPinOfUser(VoicemailPins pins) {
    this.pins = pins;
  }

  @Override
  public List<OutgoingEvent> project(User user, UserEvent event) {
    if (event instanceof UserEvent.Erased) {
      pins.remove(user);
    }
    return List.of();
  }
}
