package dev.switchboard.billing.provider.client;

import org.springframework.util.LinkedMultiValueMap;

/** Parameters of a call; their values are in no log, since a card's token may be among them. */
final class StripeForm extends LinkedMultiValueMap<String, String> {
  private static final long serialVersionUID = 1L;

  /** With one more parameter; brackets in the name make members and elements. */
  StripeForm with(String name, String value) {
    add(name, value);
    return this;
  }

  @Override
  public String toString() {
    return keySet().toString();
  }
}
