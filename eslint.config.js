import jsxA11y from "eslint-plugin-jsx-a11y";
import regexp from "eslint-plugin-regexp";
import security from "eslint-plugin-security";
import tseslint from "typescript-eslint";

const ban = (selector, message) => ({ selector, message });

const everywhere = [
  ban(
    "MemberExpression[object.name='Math'][property.name='random']",
    "Chance comes from node:crypto or a seeded source.",
  ),
  ban("JSXAttribute[name.name='style']", "The content security policy drops style attributes; use a class."),
  ban("JSXAttribute[name.name='dangerouslySetInnerHTML']", "Markup is never put in as text."),
];
const time = [
  ban(
    "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    "Ask now() of app/shared/clock.server.ts.",
  ),
  ban("NewExpression[callee.name='Date'][arguments.length=0]", "Ask now() of app/shared/clock.server.ts."),
];
const formatting = [ban("NewExpression[callee.object.name='Intl']", "Formatters are kept in app/ui/format.ts.")];
const thin = [
  ban(
    "ExportNamedDeclaration > VariableDeclaration > VariableDeclarator[id.name=/^(loader|action)$/]:not([init.type=/^(Arrow)?FunctionExpression$/])",
    "A loader or action is a plain function, never wrapped.",
  ),
];

const oneReader = [
  ban("CallExpression[callee.property.name='formData']", "A form is read by readForm() of app/shared/form.ts."),
  ban("[callee.object.name='form'][callee.property.name='get']", "Fields are read by app/shared/form.ts."),
];

const rawSql = { name: "drizzle-orm", importNames: ["sql"], message: "Raw SQL stays in db/ and app/reports/figures/." };
const never = [
  { name: "remix", message: "Empty and deprecated; import from @remix-run/*." },
  { name: "node:test", message: "Tests run on vitest." },
];
const childProcess = ["child_process", "node:child_process"].map((name) => ({
  name,
  message: "The server starts no other programs.",
}));

const rules = (imports, syntax) => ({
  "no-restricted-imports": ["error", { paths: imports }],
  "no-restricted-syntax": ["error", ...syntax],
});

export default tseslint.config(
  { ignores: ["node_modules/**", "build/**", "test-output/**", ".cache/**", ".data/**", "db/migrations/**"] },
  {
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "error" },
  },
  security.configs.recommended,
  regexp.configs["flat/recommended"],
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.strictTypeChecked, jsxA11y.flatConfigs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      // Tables that become cards on phones lose their roles unless these are said; a wide one can be scrolled by key.
      "jsx-a11y/no-redundant-roles": ["error", { thead: ["rowgroup"], tbody: ["rowgroup"] }],
      "jsx-a11y/no-interactive-element-to-noninteractive-role": ["error", { td: ["cell"], tr: ["row"] }],
      "jsx-a11y/no-noninteractive-tabindex": ["error", { tags: [], roles: ["region"] }],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/only-throw-error": ["error", { allow: ["Response", "TypedResponse"] }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      // Indexed access is checked by the compiler (noUncheckedIndexedAccess), which makes `!` the way to state a known bound.
      "@typescript-eslint/no-non-null-assertion": "off",
      // Data that enters as JSON is often better guarded than its type says.
      "@typescript-eslint/no-unnecessary-condition": "off",
      "@typescript-eslint/no-unnecessary-type-parameters": "off",
      "@typescript-eslint/no-confusing-void-expression": "off",
      "@typescript-eslint/no-misused-spread": "off",
      "@typescript-eslint/no-extraneous-class": "off",
      "@typescript-eslint/unified-signatures": "off",
      "@typescript-eslint/return-await": "off",
      "@typescript-eslint/require-await": "off",
    },
  },
  {
    rules: {
      "no-eval": "error",
      "no-new-func": "error",
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-control-regex": "off",
      // Paths come from configuration and ids, never from a request; keys are checked by their types.
      "security/detect-non-literal-fs-filename": "off",
      "security/detect-object-injection": "off",
      // The regexp plugin measures backtracking itself; this one only counts stars.
      "security/detect-unsafe-regex": "off",
      "security/detect-possible-timing-attacks": "off",
      "security/detect-child-process": "off",
      "regexp/use-ignore-case": "off",
      "regexp/no-super-linear-backtracking": "error",
      "regexp/no-unused-capturing-group": "off",
    },
  },
  {
    files: ["app/**/*.{ts,tsx}", "db/**/*.ts"],
    rules: rules([...never, rawSql, ...childProcess], [...everywhere, ...time, ...formatting, ...thin, ...oneReader]),
  },
  {
    files: ["app/shared/form.ts"],
    rules: rules([...never, rawSql, ...childProcess], [...everywhere, ...time, ...formatting]),
  },
  {
    files: ["db/**/*.ts", "app/reports/figures/**/*.ts"],
    rules: rules([...never, ...childProcess], [...everywhere, ...time, ...formatting]),
  },
  {
    // Only the old overload of `primaryKey` is deprecated, and a re-export names them all.
    files: ["db/columns.ts"],
    rules: { "@typescript-eslint/no-deprecated": "off" },
  },
  {
    files: ["app/ui/format.ts"],
    rules: rules([...never, rawSql, ...childProcess], [...everywhere, ...time]),
  },
  {
    files: ["app/shared/clock.server.ts"],
    rules: rules([...never, rawSql, ...childProcess], everywhere),
  },
  {
    files: ["scripts/**/*.{ts,tsx,mjs}"],
    rules: rules([...never, rawSql], [...everywhere, ...formatting]),
  },
  {
    files: ["tests/**/*.{ts,tsx}", "**/*.test.{ts,tsx}"],
    rules: {
      ...rules([...never], everywhere),
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-return": "off",
      "@typescript-eslint/unbound-method": "off",
      "security/detect-non-literal-regexp": "off",
    },
  },
);
