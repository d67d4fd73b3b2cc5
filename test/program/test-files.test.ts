import { expect, it } from 'vitest';
import { isTestFile } from '../../server/core/program/workspace/test-files.ts';

it.each([
  'test/a.py',
  'pkg/integration-tests/run/index.ts',
  'unit_tests/a.py',
  'src/main_test.ts',
  'a_test.py',
  'src/a.spec.ts',
  'conftest.py',
])('%s is a test', (file) => expect(isTestFile(file)).toBe(true));

it.each(['src/latest.ts', 'contests/a.py', 'src/protest/a.ts', 'testimony.py', 'src/test.ts'])('%s is none', (file) =>
  expect(isTestFile(file)).toBe(false),
);
