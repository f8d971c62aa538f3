package dev.switchboard.paymentprovider;

import tools.jackson.databind.JsonNode;

/**
 * The answer to the first request with an idempotency key.
 *
 * @param id made of the key
 * @param request what was asked, to recognise it
 */
record StoredAnswer(
    String id, String object, String request, int status, JsonNode body, long created)
    implements Stored {
  static final String OBJECT = "answer";

  static String idOf(String key) {
    return "key:" + key;
  }

  static StoredAnswer of(String key, String request, Act act, long created) {
    return new StoredAnswer(
        idOf(key), OBJECT, request, act.status(), Json.tree(act.body()), created);
  }
}
