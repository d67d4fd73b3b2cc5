/** Where tests live, by the conventions of pytest, Jest, Vitest, Mocha and Go-like trees. */
export function isTestFile(file: string): boolean {
  return (
    /(^|\/)(tests?|__tests__|specs?|testing|e2e|fixtures|__mocks__|mocks)\//.test(file) ||
    /(^|\/)(test_[^/]*|[^/]*_test|conftest)\.py$/.test(file) ||
    /\.(test|spec|e2e|stories)\.[cm]?[jt]sx?$/.test(file)
  );
}
