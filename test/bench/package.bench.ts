/** The size of what an editor installs: `node test/bench/package.bench.ts`. Everything must be built. */
import { statSync } from 'node:fs';
import { packProduct } from '../../scripts/package.ts';
import { say } from './report.ts';

const { vsix } = await packProduct({ update: false });
say({ what: 'size of the VSIX', value: statSync(vsix).size / 1e6, unit: 'MB', bound: 'at most', aim: 10 });
