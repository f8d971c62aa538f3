import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import js from '@eslint/js';
import importX from 'eslint-plugin-import-x';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const features = readdirSync(new URL('src/features', import.meta.url));

// The walls of the console: app → features → components → lib. A feature never reaches into another one.
const zones = [
  ...features.map((feature) => ({
    target: `./src/features/${feature}`,
    from: './src/features',
    except: [`./${feature}`],
    message: 'Features do not know each other: move what both need to components or lib.',
  })),
  {
    target: './src/features',
    from: './src/app',
    message: 'A feature is used by app and never uses it.',
  },
  {
    target: './src/components',
    from: ['./src/app', './src/features'],
    message: 'Components know no feature.',
  },
  {
    target: './src/lib',
    from: ['./src/app', './src/features', './src/components'],
    message: 'lib knows nothing above it.',
  },
  {
    target: './src/{app,features,components,lib}/**/!(*.test).{ts,tsx}',
    from: './src/testing',
    message: 'Test code stays out of the product.',
  },
];

export default tseslint.config(
  { ignores: ['dist', 'node_modules'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  reactHooks.configs.flat['recommended-latest'] ?? reactHooks.configs.flat.recommended,
  jsxA11y.flatConfigs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [importX.createNodeResolver({ extensions: ['.ts', '.tsx', '.js'], tsconfig: { configFile: fileURLToPath(new URL('tsconfig.json', import.meta.url)) } })] },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      'import-x/no-cycle': 'error',
      'import-x/no-restricted-paths': ['error', { basePath: import.meta.dirname, zones }],
      'no-restricted-imports': [
        'error',
        { paths: [{ name: 'zod', message: 'Use @/lib/zod: it is set up to run without eval, as the CSP demands.' }] },
      ],
      'no-restricted-globals': [
        'error',
        { name: 'fetch', message: 'Use api of @/lib/api/client: it adds CSRF, time-outs, retries and problem+json.' },
      ],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  { files: ['eslint.config.js'], languageOptions: { globals: { URL: 'readonly' } } },
  { files: ['public/*.js'], languageOptions: { globals: { window: 'readonly', document: 'readonly' } } },
  { files: ['src/lib/zod.ts'], rules: { 'no-restricted-imports': 'off' } },
  { files: ['src/lib/api/resilientFetch.ts'], rules: { 'no-restricted-globals': 'off' } },
);
