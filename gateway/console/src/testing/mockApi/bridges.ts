import { json, problem } from './answers.ts';
import type { Routes } from './route.ts';
import { withUser } from './users.ts';

export const bridgeRoutes: Routes = {
  'GET /users/{id}/bridge': (call) =>
    withUser(call, ({ bridgeId }) =>
      bridgeId
        ? json(200, {
            bridgeId,
            dialIn: '+18005550199',
            videoUrl: `https://video.example/switchboard-${bridgeId}`,
            meetingsUrl: 'https://video.example/',
          })
        : problem(404, 'resource.not-found'),
    ),
};
