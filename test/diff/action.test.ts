import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { withFolder } from '../host/folder.ts';

const root = path.join(import.meta.dirname, '../..');

interface Run {
  readonly code: number | null;
  /** What was asked of GitHub. */
  readonly asked: readonly string[];
  readonly body: string;
}

interface Scene {
  /** What `lineitem diff` prints and how it ends. */
  readonly report: string;
  readonly code: number;
  /** The id of the comment that is there already. */
  readonly known?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs the action's script with a `lineitem` and a `gh` that only take down what they are asked. */
const runAction = ({ report, code, known = '', environment = {} }: Scene): Run =>
  withFolder({ report }, (folder) => {
    const program = (name: string, text: string): void => {
      mkdirSync(path.join(folder, 'bin'), { recursive: true });
      writeFileSync(path.join(folder, 'bin', name), `#!/usr/bin/env bash\n${text}\n`);
      chmodSync(path.join(folder, 'bin', name), 0o755);
    };
    program('lineitem', `echo "lineitem $*" >> "${folder}/asked"; cat "${folder}/report"; exit ${code}`);
    program(
      'gh',
      `echo "gh $*" >> "${folder}/asked"
case "$*" in *--paginate*) echo "${known}" ;; *body=@*) file=$(sed 's/.*body=@\\([^ ]*\\).*/\\1/' <<< "$*"); cp "$file" "${folder}/body" ;; esac`,
    );
    const { status } = spawnSync('bash', [path.join(root, 'scripts/ci/bill-diff.sh')], {
      cwd: folder,
      env: {
        PATH: `${folder}/bin:${process.env.PATH ?? ''}`,
        LINEITEM_COMMAND: 'lineitem',
        LINEITEM_BASE: 'abc',
        LINEITEM_PULL: '7',
        GITHUB_REPOSITORY: 'o/r',
        ...environment,
      },
    });
    const file = (name: string): string => (existsSync(path.join(folder, name)) ? readFileSync(path.join(folder, name), 'utf8') : '');
    return { code: status, asked: file('asked').trim().split('\n'), body: file('body') };
  });

const told = '<!-- lineitem diff -->\n### LLM bill\n';

describe('the GitHub action', () => {
  it('writes one comment, and brings it up to date', () => {
    const first = runAction({ report: told, code: 0 });
    expect(first.asked.at(-1)).toMatch(/^gh api --method POST repos\/o\/r\/issues\/7\/comments/);
    expect(first.body).toBe(told);
    const second = runAction({ report: told, code: 0, known: '42' });
    expect(second.asked.at(-1)).toMatch(/^gh api --method PATCH repos\/o\/r\/issues\/comments\/42 /);
  });

  it('is silent where nothing changed, and takes back what it said before', () => {
    expect(runAction({ report: '', code: 0 }).asked.filter((line) => /POST|PATCH|DELETE/.test(line))).toEqual([]);
    expect(runAction({ report: '', code: 0, known: '42' }).asked.at(-1)).toMatch(
      /^gh api --method DELETE repos\/o\/r\/issues\/comments\/42 /,
    );
  });

  it('ends as the comparison ends, and comments on what failed', () => {
    const over = runAction({ report: told, code: 1, environment: { LINEITEM_MAX_RISE: '10%', LINEITEM_BLOCK_UNKNOWN: 'true' } });
    expect(over.code).toBe(1);
    expect(over.body).toBe(told);
    expect(over.asked[0]).toBe('lineitem diff . --base abc --format markdown --max-rise 10% --block-unknown-model');
    const misuse = runAction({ report: '', code: 2 });
    expect(misuse.code).toBe(2);
    expect(misuse.asked).toHaveLength(1);
  });

  it('asks nothing of GitHub outside of a pull request, or where no comment is wanted', () => {
    expect(runAction({ report: told, code: 0, environment: { LINEITEM_PULL: '' } }).asked).toHaveLength(1);
    expect(runAction({ report: told, code: 0, environment: { LINEITEM_COMMENT: 'false' } }).asked).toHaveLength(1);
  });

  it('hands every input to the script', () => {
    const action = z
      .object({
        inputs: z.record(z.string(), z.object({ description: z.string() })),
        runs: z.object({
          using: z.literal('composite'),
          steps: z.array(z.object({ run: z.string(), env: z.record(z.string(), z.string()) })),
        }),
      })
      .parse(parse(readFileSync(path.join(root, 'action.yml'), 'utf8')));
    const [step] = action.runs.steps;
    const used = Object.values(step?.env ?? {}).join(' ');
    expect(Object.keys(action.inputs).filter((name) => !used.includes(`inputs.${name}`))).toEqual([]);
    execFileSync('bash', ['-n', path.join(root, 'scripts/ci/bill-diff.sh')]);
    expect(step?.run).toContain('scripts/ci/bill-diff.sh');
  });
});
