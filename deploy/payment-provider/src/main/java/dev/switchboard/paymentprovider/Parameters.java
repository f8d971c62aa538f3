package dev.switchboard.paymentprovider;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/** Reads parameters that their schema has let through. */
final class Parameters {

  private Parameters() {}

  static Map<String, String> metadata(ObjectNode form) {
    Map<String, String> metadata = new TreeMap<>();
    form.path("metadata")
        .properties()
        .forEach(entry -> metadata.put(entry.getKey(), entry.getValue().asString()));
    return metadata;
  }

  /** The customer that the form names. */
  static String customer(Store store, ObjectNode form) {
    String id = form.path("customer").asString();
    return store
        .find(Customer.class, id)
        .filter(found -> !found.isDeleted())
        .orElseThrow(() -> ApiError.missing(400, "customer", id, "customer"))
        .id();
  }
}
