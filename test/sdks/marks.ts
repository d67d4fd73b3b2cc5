import type { CallSite, FileProgram } from '../../server/core/program/call-site.ts';

/**
 * Marks in fixtures: below a line with calls, one comment a call, `^` under the callee's first character:
 *
 *     client.messages.create(model="m", max_tokens=9, messages=[])
 *     # ^ call messages.create model=m cap=9
 *
 * The first word is the kind (`call`, `run`, `embed`, `count`), then the api, then what else must hold. Facts that are left out are
 * not compared; a call without a mark is a fault, and so is a mark without a call.
 */
export interface Mark {
  readonly line: number;
  readonly kind: string;
  readonly api: string;
  readonly facts: ReadonlyMap<string, string>;
}

const markLine = /^\s*(?:#|\/\/)\s*\^\s*(?<kind>call|run|embed|count)\s+(?<api>\S+)(?<facts>.*)$/;

export function readMarks(text: string): readonly Mark[] {
  const marks: Mark[] = [];
  let code = 0;
  for (const [at, line] of text.split('\n').entries()) {
    const found = markLine.exec(line)?.groups;
    if (!found) {
      if (line.trim() !== '') code = at + 1;
      continue;
    }
    const facts = (found.facts ?? '')
      .trim()
      .split(/\s+/)
      .filter((one) => one !== '');
    marks.push({ line: code, kind: found.kind ?? '', api: found.api ?? '', facts: new Map(facts.map((fact) => splitFact(fact))) });
  }
  return marks;
}

function splitFact(fact: string): [string, string] {
  const at = fact.indexOf('=');
  return [fact.slice(0, at), fact.slice(at + 1)];
}

/** A found call in the words of the marks, with the facts that a mark of it names. */
export function printFound(call: CallSite, line: number, program: FileProgram, asked: ReadonlySet<string>): string {
  const kind = call.operation === 'generate' ? call.kind : call.operation;
  const all = factsOf(call, program);
  const facts = [...asked].map((name) => `${name}=${all[name] ?? '-'}`);
  return [`${line}:`, kind, call.api, ...facts].join(' ');
}

export function printMark({ line, kind, api, facts }: Mark): string {
  return [`${line}:`, kind, api, ...[...facts].map(([name, value]) => `${name}=${value}`)].join(' ');
}

function factsOf({ id, request, isTemplate, via, sdk }: CallSite, { loops }: FileProgram): Readonly<Record<string, string>> {
  const { maxOutput } = request;
  const run = loops.find((loop) => loop.kind === 'agent-run' && loop.calls.includes(id));
  return {
    sdk,
    model: request.model.id ?? '?',
    from: request.model.source,
    cap: maxOutput.kind === 'set' ? String(maxOutput.tokens) : maxOutput.kind,
    provider: request.provider ?? '?',
    host: request.model.host,
    parts: request.parts.map((part) => part.role).join(',') || '-',
    text:
      request.parts
        .flatMap((part) =>
          part.pieces.map((piece) =>
            piece.kind === 'text' ? piece.text.trim().replace(/\s+/g, '_') : `{${piece.name.replace(/\s+/g, '_')}}`,
          ),
        )
        .join('|') || '-',
    tools: request.settings.toolCount === null ? 'unknown' : String(request.settings.toolCount),
    retries: String(request.settings.transportRetries),
    completions: String(request.settings.completions),
    bound: run?.bound ?? '-',
    max: run?.max === null || run?.max === undefined ? '-' : String(run.max),
    template: String(isTemplate),
    via: String(via.length),
  };
}
