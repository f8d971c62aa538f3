package dev.switchboard.billing.provider;

/** The provider gave no usable answer: what was asked for may have happened or not. */
public class ProviderUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ProviderUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }

  public ProviderUnavailableException(String message) {
    super(message);
  }
}
