import type { Place } from '../../module/module.ts';
import type { FunctionValue, Value } from '../value.ts';

/** Steps and edges as the code adds them to a graph. */
export interface DrawnGraph {
  readonly sdk: string;
  readonly steps: Map<string, Value>;
  readonly edges: Edge[];
  readonly entries: string[];
}

export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly router: FunctionValue | null;
  readonly place: Place;
  readonly whole: Place;
}
