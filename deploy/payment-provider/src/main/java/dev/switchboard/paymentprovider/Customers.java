package dev.switchboard.paymentprovider;

import tools.jackson.databind.node.ObjectNode;

/** {@code /v1/customers}. */
final class Customers {
  private final Store store;

  Customers(Store store) {
    this.store = store;
  }

  Act create(ObjectNode form) {
    Customer customer = Customer.create(NewId.of("cus"), store.now(), Parameters.metadata(form));
    return Act.done(customer, customer);
  }

  /** The answer to a deletion. */
  record Deleted(String id, String object, boolean deleted) {}

  /** Neither he nor his cards can be used any more. */
  Act delete(String id) {
    Customer customer =
        store
            .find(Customer.class, id)
            .filter(found -> !found.isDeleted())
            .orElseThrow(() -> ApiError.missing(404, "customer", id, "id"));
    return Act.done(new Deleted(id, Customer.OBJECT, true), customer.delete());
  }
}
