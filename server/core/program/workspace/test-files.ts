/** Where tests live, by the conventions of pytest, Jest, Vitest, Mocha, Deno and Go-like trees. */
export function isTestFile(file: string): boolean {
  return (
    /(^|\/)(([^/]+[-_])?tests|test|__tests__|specs?|testing|e2e|fixtures|__mocks__|mocks)\//.test(file) ||
    /(^|\/)(test_[^/]*|conftest)\.py$|_test\.(py|[cm]?[jt]sx?)$/.test(file) ||
    /\.(test|spec|e2e|stories)\.[cm]?[jt]sx?$/.test(file)
  );
}

/** `MockModel`, `FakeLLM`, `EchoStub`: a class that takes another's place in tests, wherever it stands. */
export const isStandIn = (name: string | null): boolean =>
  name !== null && /^_?(Mock|Fake|Dummy|Stub)(?![a-z])|[a-z](Mock|Fake|Dummy|Stub)$/.test(name);
