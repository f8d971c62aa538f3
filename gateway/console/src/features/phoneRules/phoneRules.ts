import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '@/lib/api/client';
import type { ExtensionSettings, ForwardingCountries } from '@/lib/api/schema';

export const extensionSettingsQuery = queryOptions({
  queryKey: ['extension-settings'],
  queryFn: ({ signal }): Promise<ExtensionSettings> => bodyOf(api.GET('/extension-settings', { signal })),
});

export const forwardingCountriesQuery = queryOptions({
  queryKey: ['forwarding-countries'],
  queryFn: ({ signal }): Promise<ForwardingCountries> => bodyOf(api.GET('/forwarding-countries', { signal })),
});

/** 412 when another admin was faster. */
export function saveExtensionSettings({ version, ...body }: ExtensionSettings): Promise<ExtensionSettings> {
  return bodyOf(api.PUT('/extension-settings', { params: { header: seen(version) }, body }));
}

/** 412 when another admin was faster. */
export function saveForwardingCountries(countries: string[], version: number): Promise<ForwardingCountries> {
  return bodyOf(api.PUT('/forwarding-countries', { params: { header: seen(version) }, body: { countries } }));
}

function seen(version: number) {
  return { 'If-Match': `"${version}"` };
}
