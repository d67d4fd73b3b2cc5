import type { FileReport } from '../../core/api.ts';
import type { ServerContext } from '../context.ts';
import { type StatusParams, statusNotification } from '../protocol.ts';

export interface Status {
  /** Tells the editor how things stand, where that changed. */
  tell(isScanning: boolean): void;
}

export function createStatus({ connection, projects }: ServerContext, processId: number | null): Status {
  let told = '';
  return {
    tell(isScanning) {
      const all = projects.all();
      const reports = all.flatMap(({ analyzer, held, scanned }) => [...new Set([...held, ...scanned])].map((file) => analyzer.file(file)));
      const ours = reports.filter(says);
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
