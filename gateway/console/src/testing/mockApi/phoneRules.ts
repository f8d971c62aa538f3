import type { ExtensionSettings } from '../../lib/api/schema.ts';
import { fieldProblem, json } from './answers.ts';
import { etag, versionProblem, type Routes } from './route.ts';

export const phoneRulesRoutes: Routes = {
  'GET /extension-settings': ({ state }) => json(200, state.extensionSettings, { ETag: etag(state.extensionSettings.version) }),
  'PUT /extension-settings': (call) => {
    const { state } = call;
    const wanted = call.body as Omit<ExtensionSettings, 'version'>;
    const backwards = wanted.reservedRanges.findIndex(({ first, last }) => first > last);
    if (backwards >= 0) return fieldProblem(422, 'request.invalid', `/reservedRanges/${backwards}`);
    const refusal = versionProblem(call, state.extensionSettings.version);
    if (refusal !== undefined) return refusal;
    state.extensionSettings = { ...wanted, version: state.extensionSettings.version + 1 };
    return json(200, state.extensionSettings);
  },
  'GET /forwarding-countries': ({ state }) => json(200, state.forwardingCountries, { ETag: etag(state.forwardingCountries.version) }),
  'PUT /forwarding-countries': (call) => {
    const { state } = call;
    const refusal = versionProblem(call, state.forwardingCountries.version);
    if (refusal !== undefined) return refusal;
    const { countries } = call.body as { countries: string[] };
    state.forwardingCountries = { ...state.forwardingCountries, countries: countries.toSorted(), version: state.forwardingCountries.version + 1 };
    return json(200, state.forwardingCountries);
  },
};
