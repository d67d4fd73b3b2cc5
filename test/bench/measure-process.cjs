// Loaded before a measured process (`--require`): says at its end, on the file it is told, what the process took.
const { readFile } = require('node:fs').promises;
const fs = require('node:fs');

const assets = [];
const note = (name) => {
  const found = /[\\/]dist[\\/]assets[\\/](.+)$/.exec(String(name));
  if (found !== null && require('node:worker_threads').isMainThread) assets.push(found[1]);
};
fs.promises.readFile = (name, ...rest) => {
  note(name);
  return readFile(name, ...rest);
};
process.on('exit', () => {
  if (!require('node:worker_threads').isMainThread) return;
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  fs.writeFileSync(
    process.env.LINEITEM_MEASURE,
    JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1000, memory: maxRSS / 1024, assets }),
  );
});
