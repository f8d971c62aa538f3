package dev.switchboard.paymentprovider;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who pays.
 *
 * @param deleted true once he was deleted, else null
 */
record Customer(
    String id,
    String object,
    long created,
    boolean livemode,
    Map<String, String> metadata,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean deleted)
    implements Stored {
  static final String OBJECT = "customer";

  static Customer create(String id, long created, Map<String, String> metadata) {
    return new Customer(id, OBJECT, created, false, metadata, null);
  }

  /** What is kept of one who was deleted. */
  Customer delete() {
    return new Customer(id, OBJECT, created, livemode, Map.of(), true);
  }

  boolean isDeleted() {
    return Boolean.TRUE.equals(deleted);
  }
}
