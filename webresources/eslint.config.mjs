import powerApps from '@microsoft/eslint-plugin-power-apps';

/** Microsoft's rules, all of them, as errors. */
const microsoft = Object.fromEntries(Object.keys(powerApps.rules).map((name) => ['@microsoft/power-apps/' + name, 'error']));

const browser = Object.fromEntries(
  ['window', 'document', 'location', 'fetch', 'crypto', 'URL', 'URLSearchParams', 'Blob', 'DOMParser', 'Event', 'HTMLElement', 'setTimeout', 'clearTimeout', 'sessionStorage', 'Intl', 'TextDecoder']
    .map((name) => [name, 'readonly']));

const language = {
  eqeqeq: 'error',
  'no-alert': 'error',
  'no-caller': 'error',
  'no-console': 'error',
  'no-eval': 'error',
  'no-implied-eval': 'error',
  'no-new-func': 'error',
  'no-script-url': 'error',
  'no-undef': 'error',
  'no-unused-vars': ['error', { varsIgnorePattern: '^smSys$', caughtErrors: 'none' }],
  'prefer-const': 'error',
  'no-restricted-properties': ['error', { property: 'innerHTML', message: 'Text is set by textContent.' }, { property: 'outerHTML', message: 'Text is set by textContent.' }, { property: 'insertAdjacentHTML', message: 'Text is set by textContent.' }],
  'no-restricted-syntax': ['error', { selector: "MemberExpression[object.property.name='WebApi'][property.name=/^execute/]", message: 'On-premises v9 has no Xrm.WebApi.execute.' }],
};

export default [
  // Written by SolutionTool.
  { ignores: ['smsys_/js/smsys.tables.js'] },
  {
    // The scripts that lie in Dynamics: ES2018, what its own checker accepts.
    files: ['smsys_/**/*.js'],
    plugins: { '@microsoft/power-apps': powerApps },
    languageOptions: { ecmaVersion: 2018, sourceType: 'script', globals: { ...browser, Xrm: 'readonly', smSys: 'writable' } },
    rules: { ...microsoft, ...language, strict: ['error', 'global'] },
  },
  {
    // Pages draw themselves; the rule is about scripts of forms.
    files: ['smsys_/js/smsys.page*.js'],
    rules: { '@microsoft/power-apps/avoid-dom-form': 'off', '@microsoft/power-apps/avoid-dom-form-event': 'off' },
  },
  {
    files: ['tests/**/*.js'],
    languageOptions: { ecmaVersion: 2022, sourceType: 'module', globals: { ...browser, process: 'readonly', globalThis: 'readonly' } },
    rules: language,
  },
];
