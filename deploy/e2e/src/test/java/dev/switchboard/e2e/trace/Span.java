package dev.switchboard.e2e.trace;

/**
 * One piece of work within a trace.
 *
 * @param traceId in hex
 * @param id in hex
 * @param parentId in hex; empty for the first one
 * @param service whose work it was
 * @param name of the work
 * @param kind as OTLP numbers them: 2 server, 3 client, 4 producer, 5 consumer
 */
public record Span(
    String traceId, String id, String parentId, String service, String name, int kind) {

  /** Whether a service did it for a caller or for an event. */
  public boolean isOf(String itsService) {
    return service.equals(itsService);
  }
}
