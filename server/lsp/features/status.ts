import type { FileReport } from '../../core/api.ts';
import type { ServerContext } from '../context.ts';
import type { Pause } from '../pause.ts';
import { type StatusParams, statusNotification } from '../protocol.ts';

export interface Status {
  /** Tells the editor how things stand, where that changed; nothing where an edit comes between. */
  tell(isScanning: boolean, pause: Pause): Promise<void>;
}

export function createStatus({ connection, projects }: ServerContext, processId: number | null): Status {
  let told = '';
  return {
    async tell(isScanning, pause) {
      const all = projects.all();
      const ours: FileReport[] = [];
      for (const { analyzer, held, scanned } of all) {
        for (const file of new Set([...held, ...scanned])) {
          if (await pause()) return;
          const report = analyzer.file(file);
          if (says(report)) ours.push(report);
        }
      }
      const faults = all.flatMap((project) => project.faults);
      const items = ours.flatMap((report) => report.items);
      const priceDate = items.find(({ price }) => price !== null)?.price?.date;
      const status: StatusParams = {
        state: faults.length > 0 ? 'fault' : ours.length === 0 ? 'idle' : isScanning ? 'scanning' : 'ready',
        isScanning,
        files: ours.length,
        calls: items.filter(({ call }) => !call.isTemplate).length,
        findings: ours.reduce((sum, { findings }) => sum + findings.length, 0),
        faults,
        assets: [...new Set(all.flatMap(({ assets }) => [...assets]))].sort(),
        ...(priceDate === undefined ? {} : { priceDate }),
        ...(faults.length === 0 ? {} : { message: `Lineitem: ${faults[0]} failed; the log says why` }),
        ...(processId === null ? {} : { processId }),
      };
      const said = JSON.stringify(status);
      if (said === told) return;
      told = said;
      void connection.sendNotification(statusNotification, status);
    },
  };
}

const says = ({ items, prompts, findings }: FileReport): boolean => items.length > 0 || prompts.length > 0 || findings.length > 0;
