import { type CatalogueModel, type CatalogueProvider, readRules } from './catalogue.ts';

export type Match =
  | { readonly kind: 'listed'; readonly model: CatalogueModel }
  /** A rule for a beginning fits, but what follows is a version or kind of its own: a price would be a guess. */
  | { readonly kind: 'newer'; readonly model: CatalogueModel }
  | null;

export type Finder = (name: string) => Match;

/** The first rule in the catalogue's order decides. Exact names are indexed; the few other rules are tried in order. */
export function createFinder(provider: CatalogueProvider): Finder {
  const exact = new Map<string, number>();
  const open: { readonly index: number; readonly test: (name: string) => Fit }[] = [];
  provider.models.forEach((model, index) => {
    for (const rule of readRules(model.match)) {
      const name = rule.length === 1 && rule[0]?.startsWith('=') ? rule[0].slice(1).toLowerCase() : null;
      if (name === null) open.push({ index, test: compile(rule) });
      else if (!exact.has(name)) exact.set(name, index);
    }
  });
  return (written) => {
    const name = written.toLowerCase();
    const known = exact.get(name);
    let newer: CatalogueModel | null = null;
    for (const { index, test } of open) {
      if (known !== undefined && index > known) break;
      const fit = test(name);
      const model = provider.models[index];
      if (fit === 'no' || !model) continue;
      if (fit === 'yes') return { kind: 'listed', model };
      newer ??= model;
    }
    const listed = known === undefined ? undefined : provider.models[known];
    if (listed) return { kind: 'listed', model: listed };
    return newer && { kind: 'newer', model: newer };
  };
}

type Fit = 'yes' | 'no' | 'newer';

function compile(rule: readonly string[]): (name: string) => Fit {
  const tests = rule.map(compileOne);
  return (name) => {
    const fits = tests.map((test) => test(name));
    if (fits.includes('no')) return 'no';
    return fits.includes('newer') ? 'newer' : 'yes';
  };
}

function compileOne(rule: string): (name: string) => Fit {
  const text = rule.slice(1);
  const lower = text.toLowerCase();
  switch (rule[0]) {
    case '=':
      return (name) => (name === lower ? 'yes' : 'no');
    case '^':
      return (name) => (name.startsWith(lower) ? guarded(lower, name.slice(lower.length)) : 'no');
    case '$':
      return (name) => (name.endsWith(lower) ? 'yes' : 'no');
    case '*':
      return (name) => {
        const at = name.indexOf(lower);
        return at < 0 ? 'no' : guarded(lower, name.slice(at + lower.length));
      };
    default: {
      const pattern = new RegExp(text);
      return (name) => (pattern.test(name) ? 'yes' : 'no');
    }
  }
}

/** `claude-sonnet-5` must not price `claude-sonnet-5-5`, nor `gemini-3.6-flash` a `-lite`. */
function guarded(matched: string, rest: string): Fit {
  return isOtherModel(matched, rest) ? 'newer' : 'yes';
}

export function isOtherModel(matched: string, rest: string): boolean {
  if (rest === '' || /[-@:./]$/.test(matched)) return otherKind.test(`-${rest}`);
  if (/^\d/.test(rest)) return !/^20\d{6}$/.test(`${/\d*$/.exec(matched)?.[0] ?? ''}${/^\d+/.exec(rest)?.[0] ?? ''}`);
  const version = /^([-.])(\d+)/.exec(rest);
  if (!version) return otherKind.test(rest);
  const [, separator, digits = ''] = version;
  if (separator === '.') return !rest.startsWith('.ft-');
  const isStamp = digits.length >= 3 || /^-\d{2}-\d{2,4}(?!\d)/.test(rest);
  return !isStamp || otherKind.test(rest);
}

/** Words that name another model of the family rather than a snapshot of it. */
const otherKind =
  /^-(?:.*-)?(?:lite|mini|nano|micro|small|medium|large|max|pro|plus|ultra|flash|fast|turbo|instant|highspeed|image|audio|tts|live|realtime|native|transcribe|embedding|computer|robotics|vision|search|codex|code|multi-agent|deep-research|distill|\d+b)(?:-|$)/;
