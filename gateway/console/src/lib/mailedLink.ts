import { ApiProblem } from './api/problem';

/** What a refusal says about the link itself; undefined when it is about something else. */
export function linkStateOf<S extends string>(problem: unknown, stateOfCode: Record<string, S>): S | undefined {
  return problem instanceof ApiProblem ? stateOfCode[problem.code] : undefined;
}

export interface InspectedLink<S extends string> {
  firstName: string;
  companyName: string;
  state: S | 'UNKNOWN';
}

/** For whom a link is and whether it still works; a link that is refused is one that does not. */
export async function inspectLink<S extends string>(
  answer: Promise<InspectedLink<S>>,
  stateOfCode: Record<string, S | 'UNKNOWN'>,
): Promise<InspectedLink<S>> {
  try {
    return await answer;
  } catch (problem) {
    const state = linkStateOf(problem, stateOfCode) ?? (isMalformed(problem) ? 'UNKNOWN' : undefined);
    if (state === undefined) throw problem;
    return { firstName: '', companyName: '', state };
  }
}

/** A token that is not even of the right form is a link that was not copied whole. */
function isMalformed(problem: unknown): boolean {
  return problem instanceof ApiProblem && [400, 404, 422].includes(problem.status);
}
