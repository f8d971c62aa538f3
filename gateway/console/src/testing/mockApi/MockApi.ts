import { accountRoutes } from './accounts.ts';
import { accountSecurityRoutes } from './accountSecurity.ts';
import { auditRoutes } from './auditLog.ts';
import { deletionRoutes } from './deletions.ts';
import { deviceRoutes } from './devices.ts';
import { bridgeRoutes } from './bridges.ts';
import { callForwardingRoutes } from './callForwarding.ts';
import { companyNumberRoutes } from './companyNumbers.ts';
import { extensionRoutes } from './extensions.ts';
import { invitationRoutes, linkRoutes } from './invitations.ts';
import { passwordResetRoutes } from './passwordResets.ts';
import { passwordRoutes, resetLinkRoutes } from './passwords.ts';
import { paymentRoutes } from './payments.ts';
import { phoneNumberRoutes } from './phoneNumbers.ts';
import { phoneRulesRoutes } from './phoneRules.ts';
import { planRoutes } from './plans.ts';
import { profileRoutes } from './profiles.ts';
import { answerOf, signedInOnly, type Routes } from './route.ts';
import { sessionRoutes } from './sessions.ts';
import { demoSession, demoState, type MockState } from './state.ts';
import { supportDoor, supportRoutes, supportSession } from './support.ts';
import { statementRoutes } from './statements.ts';
import { suspensionRoutes } from './suspensions.ts';
import { twoStepRoutes } from './twoSteps.ts';
import { usageRoutes } from './usage.ts';
import { listRoutes } from './usersList.ts';

type Handler = (request: Request, body: never) => Response | Promise<Response>;

/** What was asked, for a test to look at. */
export interface Asked {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Headers;
  body: unknown;
}

const routes: Routes = {
  ...planRoutes,
  ...phoneNumberRoutes,
  ...accountRoutes,
  ...sessionRoutes,
  ...linkRoutes,
  ...resetLinkRoutes,
  ...supportDoor,
  ...supportRoutes,
  ...signedInOnly({
    ...listRoutes,
    ...invitationRoutes,
    ...profileRoutes,
    ...passwordResetRoutes,
    ...suspensionRoutes,
    ...deletionRoutes,
    ...extensionRoutes,
    ...callForwardingRoutes,
    ...bridgeRoutes,
    ...companyNumberRoutes,
    ...phoneRulesRoutes,
    ...statementRoutes,
    ...usageRoutes,
    ...paymentRoutes,
    ...passwordRoutes,
    ...deviceRoutes,
    ...twoStepRoutes,
    ...accountSecurityRoutes,
    ...auditRoutes,
  }),
};

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

  signedInAsSupport(): this {
    this.state.support.session = supportSession;
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
    const { method, headers } = request;
    this.asked.push({ method, path, query: url.searchParams, headers, body });
    const override = this.overrides.find((one) => one.when === `${method} ${path}` && one.times > 0);
    if (override !== undefined) {
      override.times--;
      return override.handler(request, body as never);
    }
    const { answer, id } = answerOf(routes, method, path);
    return answer({ state: this.state, query: url.searchParams, headers, body, id, provisionAfter: this.provisionAfter });
  }
}
