import litPlugin from 'eslint-plugin-lit';
import a11yPlugin from 'eslint-plugin-lit-a11y';
import wcPlugin from 'eslint-plugin-wc';
import ts from 'typescript-eslint';

const globals = (...names) => Object.fromEntries(names.map((name) => [name, 'readonly']));

export default ts.config(
  { ignores: ['dist', 'build', 'coverage', '.cache', 'node_modules', 'public'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...ts.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'eqeqeq': ['error', 'always', { null: 'ignore' }],
      'no-empty': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-restricted-globals': ['error', 'event', 'name', 'status', 'length'],
    },
  },
  {
    files: ['ui/**/*.ts', 'test/**/*.ts', '*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      // @open-wc/testing types `.equal()` as a promise for its DOM comparison; it is none elsewhere.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', name: 'Equal', package: '@open-wc/semantic-dom-diff' },
            { from: 'package', name: 'Equal', package: 'chai' },
          ],
        },
      ],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  { files: ['test/**/*.ts'], rules: { '@typescript-eslint/no-unused-expressions': 'off' } }, // expect(x).to.be.true
  {
    // Simulated time and chance come from the model, never from the host.
    files: ['ui/{abi,features,scenario,effective,registry,counters,readers,scripts,console,windows,capture,analysis}/**/*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random' },
        { object: 'Date', property: 'now' },
        { object: 'performance', property: 'now' },
      ],
    },
  },
  {
    files: ['ui/{components,app,widget}/**/*.ts'],
    plugins: { 'lit': litPlugin, 'lit-a11y': a11yPlugin, 'wc': wcPlugin },
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'lit/directives/style-map.js',
              message: 'It writes a style attribute, which a strict policy refuses: use ui/components/style-map.ts.',
            },
          ],
        },
      ],
      ...litPlugin.configs['flat/recommended'].rules,
      ...wcPlugin.configs['flat/recommended'].rules,
      ...a11yPlugin.configs.recommended.rules,
      // Sees one element at a time, and so not the keys that a grid or a dialog handles for its cells and its backdrop;
      // the keyboard walk-through in test/e2e does.
      'lit-a11y/click-events-have-key-events': 'off',
    },
  },
  {
    // AssemblyScript: `==` is its own strict comparison, and its types are not TypeScript's.
    files: ['core-as/**/*.ts'],
    languageOptions: { globals: globals('load', 'store', 'memory') },
    rules: { 'eqeqeq': 'off', '@typescript-eslint/no-inferrable-types': 'off', '@typescript-eslint/no-extraneous-class': 'off' },
  },
);
