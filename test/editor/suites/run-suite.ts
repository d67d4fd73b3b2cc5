import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';

/** What a suite leaves beside itself for the runner, which sees only the exit code of the editor. */
export interface SuiteResults {
  readonly passed: number;
  readonly failed: number;
}

/** Begins each line that is meant for the one who runs the tests. */
const mark = '[lineitem]';

/** Runs tests inside the extension host; rejects where one fails, which makes the editor end with an error. */
export function runSuite(define: () => void): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 90_000, reporter: ConsoleReporter });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  define();
  return new Promise((resolve, reject) => {
    const runner = mocha.run((failures) => {
      const results: SuiteResults = { passed: runner.stats?.passes ?? 0, failed: failures };
      writeFileSync(join(__dirname, 'results.json'), JSON.stringify(results));
      if (failures === 0) resolve();
      else reject(new Error(`${failures} failed`));
    });
  });
}

/** Each line carries a mark, by which the launcher tells it from all else that an editor writes to its console. */
class ConsoleReporter extends Mocha.reporters.Base {
  constructor(runner: Mocha.Runner) {
    super(runner);
    runner.on('pass', (test) => console.log(`${mark} passed: ${test.fullTitle()} (${test.duration ?? 0} ms)`));
    runner.on('fail', (test, error: Error) => console.log(`${mark} FAILED: ${test.fullTitle()}\n${error.stack ?? error.message}`));
  }
}
