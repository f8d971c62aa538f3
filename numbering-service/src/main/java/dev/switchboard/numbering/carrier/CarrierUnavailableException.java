package dev.switchboard.numbering.carrier;

import org.springframework.dao.TransientDataAccessResourceException;

/**
 * The carrier does not answer, or not in time. It passes: an event waits for it like for a database
 * that is down, and a request is answered with 503 and Retry-After.
 */
public final class CarrierUnavailableException extends TransientDataAccessResourceException {
  private static final long serialVersionUID = 1L;

  /** What happened, without the numbers. */
  public CarrierUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
