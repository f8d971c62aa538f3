package dev.switchboard.user.masterkey;

import dev.switchboard.platform.tenancy.Tenancy;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * {@code /actuator/sealedsecrets} on the management port: POST seals with the newest master key
 * what an older one has sealed, and tells how many of each kind. When it tells none, the older key
 * is not needed any more.
 */
@Endpoint(id = "sealedsecrets")
@Component
class SealedSecretsEndpoint {
  private static final Logger log = LoggerFactory.getLogger(SealedSecretsEndpoint.class);
  private static final int PAGE = 200;

  private final List<SealedSecrets> kinds;
  private final TransactionOperations transaction;

  SealedSecretsEndpoint(List<SealedSecrets> kinds, TransactionOperations transaction) {
    this.kinds = kinds;
    this.transaction = transaction;
  }

  @WriteOperation
  Map<String, Integer> renew() {
    SortedMap<String, Integer> renewed = new TreeMap<>();
    kinds.forEach(kind -> renewed.put(kind.kind(), renew(kind)));
    log.info("Sealed with the newest master key: {}", renewed);
    return renewed;
  }

  private int renew(SealedSecrets kind) {
    int renewed = 0;
    String after = null;
    do {
      String from = after;
      SealedSecrets.Step step =
          Tenancy.asSystem(
              () -> Objects.requireNonNull(transaction.execute(status -> kind.renew(from, PAGE))));
      renewed += step.renewed();
      after = step.next();
    } while (after != null);
    return renewed;
  }
}
