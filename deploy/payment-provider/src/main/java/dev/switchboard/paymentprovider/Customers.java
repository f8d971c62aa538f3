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
}
