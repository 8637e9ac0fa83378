/** Rules of a plugin, as errors. */
export const all = (plugin, names) => Object.fromEntries(names.map((name) => [`${plugin}/${name}`, "error"]));
/** What a plugin recommends, as errors, under the name it has here (`a11y` is the plugin itself, not the linter's own copy). */
export const recommended = (of, plugin) =>
  Object.fromEntries(
    Object.entries(of)
      .filter(([name, level]) => name.includes("/") && ![level].flat().includes("off"))
      .map(([name, level]) => [name.replace(/^.*\//, `${plugin}/`), ["error", ...[level].flat().slice(1)]]),
  );

export const STRICT = Object.fromEntries(
  ["allowAny", "allowBoolean", "allowNullish", "allowNumberAndString", "allowRegExp"].map((name) => [name, false]),
);
/** Rules that ask the compiler. */
export const typed = [
  ...["await-thenable", "no-array-delete", "no-base-to-string", "no-deprecated", "no-duplicate-type-constituents"],
  ...["no-floating-promises", "no-for-in-array", "no-generated-empty-object-type", "no-implied-eval"],
  ...["no-meaningless-void-operator", "no-misused-promises", "no-mixed-enums", "no-redundant-type-constituents"],
  ...["no-unnecessary-boolean-literal-compare", "no-unnecessary-template-expression", "no-unnecessary-type-arguments"],
  ...["no-unnecessary-type-assertion", "no-unnecessary-type-conversion", "no-unsafe-argument", "no-unsafe-assignment"],
  ...["no-unsafe-call", "no-unsafe-enum-assignment", "no-unsafe-enum-comparison", "no-unsafe-member-access"],
  ...["no-unsafe-return", "no-unsafe-unary-minus", "no-useless-default-assignment", "only-throw-error"],
  ...["prefer-promise-reject-errors", "prefer-reduce-type-parameter", "prefer-return-this-type", "unbound-method"],
  ...["related-getter-setter-pairs", "switch-exhaustiveness-check", "use-unknown-in-catch-callback-variable"],
];
/** Rules about how it is written. */
export const written = [
  ...["consistent-type-imports", "no-array-constructor", "no-duplicate-enum-values", "no-dynamic-delete"],
  ...["no-empty-object-type", "no-explicit-any", "no-extra-non-null-assertion", "no-invalid-void-type"],
  ...["no-misused-new", "no-namespace", "no-non-null-asserted-nullish-coalescing", "no-require-imports"],
  ...["no-non-null-asserted-optional-chain", "no-this-alias", "no-unnecessary-type-constraint", "prefer-as-const"],
  ...["no-unsafe-declaration-merging", "no-unsafe-function-type", "no-unused-expressions", "no-useless-constructor"],
  ...["no-wrapper-object-types", "prefer-literal-enum-member", "prefer-namespace-keyword", "triple-slash-reference"],
];
