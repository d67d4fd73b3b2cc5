/** Milliseconds that this thread worked, whatever else the machine does; a Node that can't tell gives the clock. */
export function threadTime(): number {
  if (!hasThreadUsage(process)) return performance.now();
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

interface ThreadUsage {
  threadCpuUsage(): { readonly user: number; readonly system: number };
}

function hasThreadUsage(from: object): from is ThreadUsage {
  return 'threadCpuUsage' in from;
}
