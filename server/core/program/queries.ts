/**
 * Answers that remember their questions. A derived answer records every query it asked; when an input changes, exactly
 * the answers that stand on it are looked at again, and where an answer comes out equal, those above it are not redone.
 */
export class Queries {
  readonly #nodes = new Map<string, Map<string, Map<string, Node>>>();
  readonly #stack: Node[] = [];
  #asking: Node | null = null;
  /** What `#asking` has asked so far. */
  #asked: Node[] = [];
  /** How many changes have come from outside: each is news once. */
  #changes = 0;
  /** Answers computed since the object was made: tests and benchmarks see what an edit redid. */
  computed = 0;

  /** An input from outside: a unit, a path, a text. Setting an equal value changes nothing. */
  set(key: Key, value: unknown, equal: Equal = Object.is): void {
    const node = this.#node(key);
    if (node.state === 'clean' && equal(node.value, value)) return;
    node.value = value;
    node.state = 'clean';
    const news = ++this.#changes;
    node.eachObserver((observer) => observer.mark('dirty', news));
  }

  /** Reads an input; `undefined` where it was never set, and the asker is told when it is. */
  read(key: Key): unknown {
    const node = this.#node(key);
    this.#track(node);
    return node.value;
  }

  /**
   * A derived answer. `compute` runs when it is first asked and again after something it asked has changed.
   * `cycle` is the answer that a query gets which (through others) asks for itself.
   */
  ask<Answer>(key: Key, compute: () => Answer, cycle: () => Answer, equal: Equal = Object.is): Answer {
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
      // Two answers may stand on each other, each having met the other half done: one look at each is enough.
      if (node.isChecked) return;
      node.isChecked = true;
      try {
        for (const source of node.sources) {
          if (source.compute && source.state !== 'computing') this.#refreshQuietly(source);
          if (isDirty(node)) break;
        }
      } finally {
        node.isChecked = false;
      }
    }
    if (node.state === 'check') node.rest();
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
      node.rest();
      return;
    }
    const { news } = node;
    for (const source of node.sources) source.forget(node);
    const [before, askedBefore] = [this.#asking, this.#asked];
    const hadValue = node.hasValue;
    this.#asking = node;
    this.#asked = [];
    node.state = 'computing';
    this.#stack.push(node);
    this.computed++;
    try {
      const value = compute();
      node.rest();
      this.#settleCycle(node);
      if (hadValue && node.equal(node.value, value)) return;
      node.value = value;
      node.hasValue = true;
      if (hadValue) node.eachObserver((observer) => observer.mark('dirty', news));
    } catch (error) {
      node.state = 'dirty';
      throw error;
    } finally {
      node.sources = this.#asked.length === 0 ? NONE : this.#asked.slice();
      this.#asking = before;
      this.#asked = askedBefore;
      this.#stack.pop();
    }
  }

  /**
   * Whatever was being answered above a cycle's head stands on a makeshift answer: it is forgotten once the head is known. What
   * it comes to then is no news to the head: answers that hold each other would grow by one layer with every look.
   */
  #noteCycle(head: Node): void {
    const from = this.#stack.indexOf(head);
    head.provisional ??= new Set();
    for (const node of this.#stack.slice(from + 1)) head.provisional.add(node);
  }

  #settleCycle(head: Node): void {
    if (head.provisional === null) return;
    for (const node of head.provisional) if (node.state === 'clean' || node.state === 'check') node.doubt();
    head.provisional = null;
    head.settledAt = this.#changes;
  }

  #track(node: Node): void {
    if (!this.#asking || this.#asking === node) return;
    if (node.tell(this.#asking)) this.#asked.push(node);
  }

  /** Level by level, because joining a key's parts to one text, and hashing that, took longer than most answers. */
  #node([kind, file, name = '']: Key): Node {
    const byFile = inside(this.#nodes, kind);
    const byName = inside(byFile, file);
    let node = byName.get(name);
    if (!node) {
      node = new Node();
      byName.set(name, node);
    }
    return node;
  }
}

function inside<Value>(map: Map<string, Map<string, Value>>, key: string): Map<string, Value> {
  let found = map.get(key);
  if (!found) {
    found = new Map();
    map.set(key, found);
  }
  return found;
}

/** What is asked, of which file, and what in it. */
export type Key = readonly [kind: string, file: string, name?: string];

type Equal = (a: unknown, b: unknown) => boolean;

const NONE: readonly never[] = [];
/** Up to so many stand in a list, which takes a fraction of a set's room. */
const FEW = 8;

const isDirty = (node: Node): boolean => node.state === 'dirty';

class Node {
  value: unknown = undefined;
  hasValue = false;
  state: 'clean' | 'check' | 'dirty' | 'computing' = 'dirty';
  /** True while its sources are looked at. */
  isChecked = false;
  compute: (() => unknown) | null = null;
  equal: Equal = Object.is;
  /** Answers that used this one's makeshift answer while it was being computed. */
  provisional: Set<Node> | null = null;
  /** The newest change from outside that made it dirty; 0 where only a cycle that came to rest did. */
  news = 0;
  /** The head of a cycle came to rest after so many changes: only newer ones open it again. */
  settledAt = -1;
  /** Each once: a node that does not know yet that it is observed is not among them. No longer than what it holds. */
  sources: readonly Node[] = NONE;
  /** Most have few or none, and a set for each would be most of the memory that linking takes. */
  #observers: readonly Node[] | Set<Node> = NONE;

  eachObserver(visit: (observer: Node) => void): void {
    for (const one of this.#observers) visit(one);
  }

  /** False where it was told before. */
  tell(observer: Node): boolean {
    if (this.#observers instanceof Set) {
      if (this.#observers.has(observer)) return false;
      this.#observers.add(observer);
      return true;
    }
    if (this.#observers.includes(observer)) return false;
    const all = this.#observers.concat(observer);
    this.#observers = all.length > FEW ? new Set(all) : all;
    return true;
  }

  forget(observer: Node): void {
    if (this.#observers instanceof Set) this.#observers.delete(observer);
    else
      this.#observers =
        this.#observers.length === 1 && this.#observers[0] === observer ? NONE : this.#observers.filter((one) => one !== observer);
  }

  /** Dirty: something it asked changed. Check: something further away may have. */
  mark(state: 'dirty' | 'check', news: number): void {
    const { state: before } = this;
    if (before === 'computing' || news <= this.settledAt) return;
    const isNewer = news > this.news;
    if (isNewer) this.news = news;
    if (before !== 'dirty') this.state = state === 'dirty' ? 'dirty' : before === 'clean' ? 'check' : before;
    if (before === 'clean' || isNewer) this.eachObserver((observer) => observer.mark('check', news));
  }

  /** It stood on the makeshift answer of a cycle's head. */
  doubt(): void {
    const wasClean = this.state === 'clean';
    this.state = 'dirty';
    this.settledAt = -1;
    if (wasClean) this.eachObserver((observer) => observer.mark('check', 0));
  }

  rest(): void {
    this.state = 'clean';
    this.news = 0;
  }
}
