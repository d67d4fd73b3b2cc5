/** A way from one step of a graph to another. */
export interface Way {
  readonly from: string;
  readonly to: string;
}

/** Ways that lead back to a step that was passed on the way from the start. */
export function backEdges<Edge extends Way>(edges: readonly Edge[], starts: readonly string[]): readonly Edge[] {
  const found: Edge[] = [];
  const done = new Set<string>();
  const visit = (step: string, passed: readonly string[]): void => {
    if (done.has(step)) return;
    done.add(step);
    for (const edge of edges) {
      if (edge.from !== step) continue;
      if (edge.to === step || passed.includes(edge.to)) found.push(edge);
      else visit(edge.to, [...passed, step]);
    }
  };
  for (const start of starts) visit(start, []);
  return found;
}

/** The steps of the cycles that an edge closes. */
export function cycleOf(edges: readonly Way[], closing: Way): readonly string[] {
  const after = reached(edges, closing.to, 'from', 'to');
  const before = reached(edges, closing.from, 'to', 'from');
  return [...after].filter((step) => before.has(step));
}

function reached(edges: readonly Way[], start: string, near: keyof Way, far: keyof Way): ReadonlySet<string> {
  const found = new Set([start]);
  // A set that grows while it is walked is walked to its end.
  for (const step of found) for (const edge of edges) if (edge[near] === step) found.add(edge[far]);
  return found;
}
