import type { Quote } from './schema';

export interface FieldProblem {
  pointer?: string;
  detail?: string;
  code?: string;
}

interface ProblemBody {
  title?: string;
  status?: number;
  detail?: string;
  code?: string;
  traceId?: string;
  errors?: FieldProblem[];
  quote?: Quote;
  userId?: string;
  reason?: string;
}

/** What a refused or failed request says (RFC 9457). Failures without an answer have status 0 and a `client.` code. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';

  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly errors: readonly FieldProblem[] = [],
    readonly traceId?: string,
    readonly quote?: Quote,
    /** Whole seconds until the next try makes sense. */
    readonly retryAfter?: number,
    /** Whom it is about, such as the deleted user who has an address. */
    readonly userId?: string,
    /** Why a card was declined. */
    readonly reason?: string,
  ) {
    super(detail);
  }

  /** True when nobody can say whether the request took effect: repeat it with the same Idempotency-Key. */
  get outcomeUnknown(): boolean {
    return this.status === 0 || this.status >= 500;
  }

  static async of(response: Response): Promise<ApiProblem> {
    const body = await problemBody(response);
    return new ApiProblem(
      response.status,
      body.code ?? `http.${response.status}`,
      body.detail ?? body.title ?? '',
      Array.isArray(body.errors) ? body.errors : [],
      body.traceId,
      body.quote,
      retryAfterSeconds(response),
      body.userId,
      body.reason,
    );
  }
}

async function problemBody(response: Response): Promise<ProblemBody> {
  if (!(response.headers.get('Content-Type') ?? '').includes('json')) return {};
  try {
    const body: unknown = await response.json();
    return typeof body === 'object' && body !== null ? body : {};
  } catch {
    // A cut or foreign body (a proxy's page) says nothing more than its status, which the caller keeps.
    return {};
  }
}

/** Retry-After as whole seconds; both forms of RFC 9110 (seconds and date). */
export function retryAfterSeconds(response: Response): number | undefined {
  const value = response.headers.get('Retry-After');
  if (value === null) return undefined;
  if (/^\d+$/.test(value.trim())) return Number(value);
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - Date.now()) / 1000));
}
