/**
 * Answers that remember their questions. A derived answer records every query it asked; when an input changes, exactly
 * the answers that stand on it are looked at again, and where an answer comes out equal, those above it are not redone.
 */
export class Queries {
  readonly #nodes = new Map<string, Node>();
  readonly #stack: Node[] = [];
  #asking: Node | null = null;
  /** Answers computed since the object was made: tests and benchmarks see what an edit redid. */
  computed = 0;

  /** An input from outside: a unit, a path, a text. Setting an equal value changes nothing. */
  set(key: string, value: unknown, equal: Equal = Object.is): void {
    const node = this.#node(key);
    if (node.state === 'clean' && equal(node.value, value)) return;
    node.value = value;
    node.state = 'clean';
    for (const observer of node.observers) observer.mark('dirty');
  }

  /** Reads an input; `undefined` where it was never set, and the asker is told when it is. */
  read(key: string): unknown {
    const node = this.#node(key);
    this.#track(node);
    return node.value;
  }

  /**
   * A derived answer. `compute` runs when it is first asked and again after something it asked has changed.
   * `cycle` is the answer that a query gets which (through others) asks for itself.
   */
  ask<Answer>(key: string, compute: () => Answer, cycle: () => Answer, equal: Equal = Object.is): Answer {
    const node = this.#node(key);
    if (node.state === 'computing') {
      this.#noteCycle(node);
      return cycle();
    }
    this.#track(node);
    node.compute = compute;
    node.equal = equal;
    this.#refresh(node);
    // The node's type is fixed by its key's first asker; keys carry the kind of answer as their prefix.
    return node.value as Answer;
  }

  #refresh(node: Node): void {
    if (node.state === 'clean') return;
    if (node.state === 'check') {
      for (const source of node.sources) {
        if (source.compute && source.state !== 'computing') this.#refreshQuietly(source);
        if (isDirty(node)) break;
      }
    }
    if (node.state === 'check') node.state = 'clean';
    else this.#compute(node);
  }

  #refreshQuietly(node: Node): void {
    const before = this.#asking;
    this.#asking = null;
    try {
      this.#refresh(node);
    } finally {
      this.#asking = before;
    }
  }

  #compute(node: Node): void {
    const { compute } = node;
    if (!compute) {
      node.state = 'clean';
      return;
    }
    for (const source of node.sources) source.observers.delete(node);
    node.sources.clear();
    const before = this.#asking;
    const hadValue = node.hasValue;
    this.#asking = node;
    node.state = 'computing';
    this.#stack.push(node);
    this.computed++;
    try {
      const value = compute();
      node.state = 'clean';
      this.#settleCycle(node);
      if (hadValue && node.equal(node.value, value)) return;
      node.value = value;
      node.hasValue = true;
      if (hadValue) for (const observer of node.observers) if (observer.state !== 'computing') observer.state = 'dirty';
    } catch (error) {
      node.state = 'dirty';
      throw error;
    } finally {
      this.#asking = before;
      this.#stack.pop();
    }
  }

  /** Whatever was being answered above a cycle's head stands on a makeshift answer: it is forgotten once the head is known. */
  #noteCycle(head: Node): void {
    const from = this.#stack.indexOf(head);
    for (const node of this.#stack.slice(from + 1)) head.provisional.add(node);
  }

  #settleCycle(head: Node): void {
    for (const node of head.provisional) if (node.state === 'clean') node.state = 'dirty';
    head.provisional.clear();
  }

  #track(node: Node): void {
    if (!this.#asking || this.#asking === node) return;
    this.#asking.sources.add(node);
    node.observers.add(this.#asking);
  }

  #node(key: string): Node {
    let node = this.#nodes.get(key);
    if (!node) {
      node = new Node();
      this.#nodes.set(key, node);
    }
    return node;
  }
}

type Equal = (a: unknown, b: unknown) => boolean;

const isDirty = (node: Node): boolean => node.state === 'dirty';

class Node {
  value: unknown = undefined;
  hasValue = false;
  state: 'clean' | 'check' | 'dirty' | 'computing' = 'dirty';
  compute: (() => unknown) | null = null;
  equal: Equal = Object.is;
  /** Answers that used this one's makeshift answer while it was being computed. */
  readonly provisional = new Set<Node>();
  readonly sources = new Set<Node>();
  readonly observers = new Set<Node>();

  /** Dirty: something it asked changed. Check: something further away may have. */
  mark(state: 'dirty' | 'check'): void {
    const { state: before } = this;
    if (before === 'computing' || before === 'dirty' || before === state) return;
    this.state = state;
    if (before === 'clean') for (const observer of this.observers) observer.mark('check');
  }
}
