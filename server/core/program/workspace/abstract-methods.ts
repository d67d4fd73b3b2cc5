import type { Statement } from '../../module/statement.ts';

/** A method that says nothing but that subclasses have it: `...`, `pass`, `raise NotImplementedError`, `abstract`. */
export function isAbstract(statement: Statement | null): boolean {
  if (statement?.kind !== 'function') return false;
  const { body, decorators } = statement.function;
  if (decorators.some((one) => (one.kind === 'name' || one.kind === 'member') && one.name === 'abstractmethod')) return true;
  const real = body.filter((one) => !(one.kind === 'expression' && SILENT.has(one.value.kind)));
  const [only] = real;
  if (real.length === 0)
    return statement.role === 'method' && body.some((one) => one.kind === 'expression' && one.value.kind === 'unknown');
  return real.length === 1 && only?.kind === 'throw' && only.value !== null && isNotImplemented(only.value);
}

const SILENT = new Set(['text', 'unknown', 'null']);

function isNotImplemented(thrown: NonNullable<Extract<Statement, { kind: 'throw' }>['value']>): boolean {
  if (thrown.kind === 'call') {
    const [first] = thrown.arguments;
    return (
      isNotImplemented(thrown.callee) ||
      (first?.value.kind === 'text' &&
        /not\s+(?:yet\s+)?(?:be\s+)?implement|must\s+(?:be\s+)?(?:override|implement)/i.test(first.value.text))
    );
  }
  return (thrown.kind === 'name' || thrown.kind === 'member') && /NotImplemented/.test(thrown.name);
}
