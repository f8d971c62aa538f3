package dev.switchboard.user.session;

import dev.switchboard.platform.tenancy.Tenancy;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Deletes sessions that are over, browsers that are not used, and forgotten throttles. */
@Component
class SessionCleaner {
  private final Sessions sessions;
  private final KnownDevices devices;
  private final SignInThrottle throttle;
  private final TransactionOperations transaction;

  SessionCleaner(
      Sessions sessions,
      KnownDevices devices,
      SignInThrottle throttle,
      TransactionOperations transaction) {
    this.sessions = sessions;
    this.devices = devices;
    this.throttle = throttle;
    this.transaction = transaction;
  }

  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
  void clean() {
    Tenancy.asSystem(() ->
        transaction.executeWithoutResult(status -> {
          sessions.clean();
          devices.clean();
          throttle.clean();
        }));
  }
}
