package dev.switchboard.paymentprovider;

import java.util.Map;

/** Somebody who pays. */
record Customer(
    String id, String object, long created, boolean livemode, Map<String, String> metadata)
    implements Stored {
  static final String OBJECT = "customer";

  static Customer create(String id, long created, Map<String, String> metadata) {
    return new Customer(id, OBJECT, created, false, metadata);
  }
}
