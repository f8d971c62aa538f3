package dev.switchboard.billing.provider;

/**
 * The provider refuses a call as wrong: a mistake of ours, not of a card. Nothing was done, and the
 * same call again will be refused again.
 */
public class ProviderRefusalException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What it refuses, without card tokens. */
  public ProviderRefusalException(String message, Throwable cause) {
    super(message, cause);
  }
}
