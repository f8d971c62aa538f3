import type { InviteUser, PlanCode, SignUp } from '../../lib/api/schema.ts';
import { json, noContent, problem } from './answers.ts';
import { activeUser, demoSession, demoState, id, plans, usd, type MockState } from './state.ts';
import { listUsers } from './usersList.ts';

type Handler = (request: Request, body: never) => Response | Promise<Response>;

/** What was asked, for a test to look at. */
export interface Asked {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Headers;
  body: unknown;
}

/** A small honest gateway in memory: the paths, codes and shapes of the HTTP interface without what is behind them. */
export class MockApi {
  readonly asked: Asked[] = [];
  readonly state: MockState;
  /** Milliseconds until extension and mail of an invited person arrive; undefined: at once. */
  provisionAfter: number | undefined;
  private readonly overrides: { when: string; handler: Handler; times: number }[] = [];

  constructor(state: MockState = demoState()) {
    this.state = state;
  }

  signedIn(session = demoSession): this {
    this.state.session = session;
    return this;
  }

  /** Answers the next calls of `GET /users` and the like in another way. */
  on(when: string, handler: Handler, times = Number.POSITIVE_INFINITY): this {
    this.overrides.unshift({ when, handler, times });
    return this;
  }

  calls(when: string): Asked[] {
    return this.asked.filter(({ method, path }) => `${method} ${path}` === when);
  }

  async handle(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const path = url.pathname.replace(/^\/api\/v1/, '');
    const text = await request.text();
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    this.asked.push({ method: request.method, path, query: url.searchParams, headers: request.headers, body });
    const when = `${request.method} ${path}`;
    const override = this.overrides.find((one) => one.when === when && one.times > 0);
    if (override !== undefined) {
      override.times--;
      return override.handler(request, body as never);
    }
    return this.route(when, url.searchParams, body);
  }

  private route(when: string, query: URLSearchParams, body: unknown): Response {
    switch (when) {
      case 'GET /plans':
        return json(200, { items: plans });
      case 'GET /phone-numbers/available':
        return json(200, { items: availableNumbers(query) });
      case 'POST /accounts':
        return this.createAccount(body as SignUp);
      case 'GET /session':
        return this.state.session === undefined ? problem(401, 'auth.required') : json(200, this.state.session);
      case 'POST /session':
        return this.signIn(body as { email: string; password: string });
      case 'DELETE /session':
        this.state.session = undefined;
        return noContent();
      case 'GET /users':
        return this.state.session === undefined ? problem(401, 'auth.required') : listUsers(this.state, query);
      case 'POST /users':
        return this.state.session === undefined ? problem(401, 'auth.required') : this.invite(body as InviteUser);
      case 'POST /invitations/inspect':
        return this.inspect((body as { token: string }).token);
      case 'POST /invitations/accept':
        return this.accept(body as { token: string; password: string });
      default:
        return problem(404, 'resource.not-found');
    }
  }

  private createAccount({ admin, companyName }: SignUp): Response {
    const email = admin.email.toLowerCase();
    if (this.state.passwords.has(email)) return problem(409, 'user.email-taken');
    const { firstName, lastName } = admin;
    this.state.passwords.set(email, admin.password);
    this.state.users = [activeUser(1, firstName, lastName, admin.plan, { role: 'ADMIN', email })];
    this.state.openSlots = [{ id: id(801), plan: admin.plan }];
    demoSession.account.companyName = companyName;
    return json(201, { accountId: id(900), userId: id(1) });
  }

  private signIn({ email, password }: { email: string; password: string }): Response {
    if (this.state.passwords.get(email.toLowerCase()) !== password) {
      this.state.failures++;
      if (this.state.failures >= 5) return problem(429, 'auth.too-many-attempts', {}, { 'Retry-After': '20' });
      return problem(401, 'auth.invalid-credentials');
    }
    this.state.failures = 0;
    const user = this.state.users.find((one) => one.email === email.toLowerCase()) ?? demoSession.user;
    const { id: userId, firstName, lastName, role } = user;
    this.state.session = { user: { id: userId, firstName, lastName, email: user.email, role }, account: demoSession.account };
    return json(200, this.state.session);
  }

  private invite({ firstName, lastName, email, plan, acceptCharges }: InviteUser): Response {
    if (this.state.users.some((user) => user.email === email.toLowerCase())) return problem(409, 'user.email-taken');
    const slot = this.state.openSlots.find((one) => one.plan === plan);
    if (slot === undefined && !acceptCharges) return problem(402, 'user.charge-not-accepted', { quote: quoteOf(plan) });
    this.state.openSlots = this.state.openSlots.filter((one) => one !== slot);
    const number = this.state.users.length + 1;
    const whole = activeUser(number, firstName, lastName, plan, {
      email: email.toLowerCase(),
      state: 'INVITED',
      invitation: { state: 'PENDING', delivery: 'SENT' },
    });
    const fresh = { ...whole, extension: null, bridgeId: null, invitation: null };
    const isSlow = this.provisionAfter !== undefined;
    this.state.users.push(isSlow ? fresh : whole);
    if (isSlow) {
      setTimeout(() => {
        this.state.users = this.state.users.map((user) => (user.id === whole.id ? whole : user));
      }, this.provisionAfter);
    }
    return json(201, fresh, { 'Consistency-Token': `token-${number}` });
  }

  private inspect(token: string): Response {
    const link = this.state.links.get(token);
    return link === undefined ? problem(404, 'invitation.unknown') : json(200, link);
  }

  private accept({ token, password }: { token: string; password: string }): Response {
    const link = this.state.links.get(token);
    if (link === undefined) return problem(404, 'invitation.unknown');
    if (link.state !== 'PENDING') return problem(409, 'invitation.used');
    if (password.startsWith('password')) {
      const errors = [{ pointer: '/password', detail: 'common', code: 'password.too-common' }];
      return problem(422, 'request.invalid', { errors });
    }
    link.state = 'ACCEPTED';
    return noContent();
  }
}

export function quoteOf(plan: PlanCode) {
  const price = plans.find(({ code }) => code === plan)?.monthlyPrice ?? usd(0);
  return { lines: [{ item: 'PLAN', plan, quantity: 1, unitPrice: price, amount: price }], monthlyIncrease: price };
}

function availableNumbers(query: URLSearchParams) {
  const places = [
    { areaCode: '212', locality: 'New York', region: 'NY' },
    { areaCode: '312', locality: 'Chicago', region: 'IL' },
    { areaCode: '415', locality: 'San Francisco', region: 'CA' },
  ];
  return places
    .filter(({ areaCode }) => !query.has('areaCode') || query.get('areaCode') === areaCode)
    .flatMap(({ areaCode, ...place }) =>
      [101, 117, 138, 177].map((line) => ({ number: `+1${areaCode}5550${line}`, ...place, monthlyPrice: usd(499) })),
    )
    .filter(({ number }) => number.includes(query.get('contains') ?? ''));
}
