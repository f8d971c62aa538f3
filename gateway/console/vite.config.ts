import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { mockApiPlugin } from './src/testing/mockApiPlugin.ts';

const gateway = process.env['SWITCHBOARD_GATEWAY_URL'] ?? 'http://localhost:8080';

export default defineConfig(({ mode }) => ({
  plugins: [react(), ...(mode === 'mock' ? [mockApiPlugin()] : [])],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    // The gateway's CSP allows fonts and scripts of 'self' only: nothing may become a data: address.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|react-router|scheduler)\// },
            { name: 'patternfly', test: /node_modules\/@patternfly\// },
          ],
        },
      },
    },
  },
  server: { proxy: mode === 'mock' ? {} : { '/api': { target: gateway, changeOrigin: false } } },
  test: {
    environment: 'jsdom',
    setupFiles: ['src/testing/setup.ts'],
    css: false,
    testTimeout: 40_000,
    maxWorkers: 2,
  },
}));
