package dev.switchboard.paymentprovider;

import tools.jackson.databind.JsonNode;

/**
 * News, which are sent until they are taken.
 *
 * @param pendingWebhooks 1 until they are taken or given up
 */
record Event(
    String id,
    String object,
    String apiVersion,
    long created,
    String type,
    Data data,
    boolean livemode,
    int pendingWebhooks)
    implements Stored {
  static final String OBJECT = "event";

  /** What they are about, as it was then. */
  record Data(JsonNode object) {}

  static Event of(String id, String apiVersion, String type, Stored about, long created) {
    return new Event(id, OBJECT, apiVersion, created, type, new Data(Json.tree(about)), false, 1);
  }

  Event settled() {
    return new Event(id, object, apiVersion, created, type, data, livemode, 0);
  }
}
