import jsxA11y from "eslint-plugin-jsx-a11y";
import regexp from "eslint-plugin-regexp";
import security from "eslint-plugin-security";
import { defineConfig } from "oxlint";
import { all, recommended, STRICT, typed, written } from "./scripts/checks/lint-rules.mjs";

const ban = (selector, message) => ({ selector, message });

const everywhere = [
  ban(
    "MemberExpression[object.name='Math'][property.name='random']",
    "Chance comes from node:crypto or a seeded source.",
  ),
  ban("JSXAttribute[name.name='style']", "The content security policy drops style attributes; use a class."),
  ban("JSXAttribute[name.name='dangerouslySetInnerHTML']", "Markup is never put in as text."),
  ban(
    ":matches(ClassDeclaration, ClassExpression):not([superClass]):not(:has([accessibility='private'])):not(:has(PrivateIdentifier))",
    "Without a private member the compiler takes anything of the same shape for an instance.",
  ),
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
  "own/no-restricted-imports": ["error", { paths: imports }],
  "own/no-restricted-syntax": ["error", ...syntax],
});

export default defineConfig({
  plugins: ["typescript"],
  jsPlugins: [
    "eslint-plugin-regexp",
    "eslint-plugin-security",
    { name: "a11y", specifier: "eslint-plugin-jsx-a11y" },
    { name: "own", specifier: "oxlint-plugin-eslint" },
  ],
  categories: { correctness: "off" },
  options: { typeAware: true, typeCheck: true, denyWarnings: true, respectEslintDisableDirectives: false },
  ignorePatterns: ["node_modules", "build/**", "test-output/**", ".cache/**", ".data/**", "db/migrations/**"],
  rules: {
    ...recommended(security.configs.recommended.rules, "security"),
    ...recommended(regexp.configs["flat/recommended"].rules, "regexp"),
    ...all("eslint", ["no-eval", "no-new-func", "no-misleading-character-class", "no-regex-spaces"]),
    eqeqeq: ["error", "always", { null: "ignore" }],
    "prefer-regex-literals": "error",
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
  overrides: [
    {
      files: ["**/*.{ts,tsx}"],
      rules: {
        ...all("typescript", [...typed, ...written]),
        ...recommended(jsxA11y.flatConfigs.recommended.rules, "a11y"),
        ...all("eslint", ["no-var", "prefer-const", "prefer-rest-params", "prefer-spread"]),
        // Tables that become cards on phones lose their roles unless these are said; a wide one can be scrolled by key.
        "a11y/no-redundant-roles": ["error", { thead: ["rowgroup"], tbody: ["rowgroup"] }],
        "a11y/no-interactive-element-to-noninteractive-role": ["error", { td: ["cell"], tr: ["row"] }],
        "a11y/no-noninteractive-tabindex": ["error", { tags: [], roles: ["region"] }],
        "typescript/ban-ts-comment": ["error", { minimumDescriptionLength: 10 }],
        "typescript/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
        "typescript/only-throw-error": ["error", { allow: ["Response", "TypedResponse"] }],
        "no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
        "typescript/restrict-plus-operands": ["error", STRICT],
        "typescript/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
        "typescript/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
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
      rules: { "typescript/no-deprecated": "off" },
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
        "typescript/no-unsafe-assignment": "off",
        "typescript/no-unsafe-member-access": "off",
        "typescript/no-unsafe-argument": "off",
        "typescript/no-unsafe-call": "off",
        "typescript/no-unsafe-return": "off",
        "typescript/unbound-method": "off",
        "security/detect-non-literal-regexp": "off",
      },
    },
  ],
});
