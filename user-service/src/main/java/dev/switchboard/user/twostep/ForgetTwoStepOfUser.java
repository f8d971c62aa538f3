package dev.switchboard.user.twostep;

import dev.switchboard.platform.event.OutgoingEvent;
import dev.switchboard.user.user.User;
import dev.switchboard.user.user.UserEvent;
import dev.switchboard.user.user.UserProjection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** With the person's data go secret and recovery codes (D6). */
@Component
class ForgetTwoStepOfUser implements UserProjection {
  private final TwoSteps twoSteps;
  private final RecoveryCodes recoveryCodes;

  ForgetTwoStepOfUser(TwoSteps twoSteps, RecoveryCodes recoveryCodes) {
    this.twoSteps = twoSteps;
    this.recoveryCodes = recoveryCodes;
  }

  @Override
  public List<OutgoingEvent> project(User user, UserEvent event) {
    if (event instanceof UserEvent.Erased) {
      UUID accountId = user.accountId().value();
      UUID userId = user.userId().value();
      recoveryCodes.delete(accountId, userId);
      twoSteps.delete(accountId, userId);
    }
    return List.of();
  }
}
