/**
 * The Idempotency-Key of one act: the same key while the outcome of the very same request is unknown, a new one for
 * every other request.
 */
export class IdempotencyKey {
  private key: string | undefined;
  private request: string | undefined;

  for(body: unknown): string {
    const request = JSON.stringify(body);
    if (this.key === undefined || this.request !== request) {
      this.key = crypto.randomUUID();
      this.request = request;
    }
    return this.key;
  }

  /** The act succeeded or was refused: the next try is an act of its own. */
  settled(): void {
    this.key = undefined;
    this.request = undefined;
  }
}
