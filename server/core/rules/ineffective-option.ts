import type { LineItem } from '../bill/line-item.ts';
import type { Fix } from '../edits/verbs.ts';
import type { IneffectiveOption } from '../program/call-site.ts';
import { isReported } from './facts/repetition.ts';
import { defineRule } from './rule.ts';

export const ineffectiveOption = defineRule({
  code: 'LI306',
  name: 'ineffective-option',
  family: 'loops',
  severity: 'warning',
  on: 'call',
  summary: 'An option that the installed version does not read: the limit that it looks like is not there',
  isPreview: false,

  *check(item) {
    if (!isReported(item)) return;
    for (const option of item.call.ineffective) {
      const { name, place, effect, instead, package: found } = option;
      yield {
        at: place,
        what: `\`${name}\` does nothing here${found === undefined ? '' : `: ${found.name} ${found.version} (${baseName(found.file)}) does not read it`}.`,
        costs: effect,
        instead,
        call: item.call.id,
        saving: null,
        related: [],
        fixes: renameFix(item, option),
      };
    }
  },
});

/** Offered: what was ignored counts from then on. */
function renameFix({ call }: LineItem, { name, renamedTo }: IneffectiveOption): readonly Fix[] {
  if (renamedTo === undefined || call.anchor === null || !call.anchor.present.some((one) => one.name === name)) return [];
  const { fields, fieldForm } = call.anchor;
  return [
    { title: `Call it ${renamedTo}`, isSafe: false, verbs: [{ verb: 'rename-field', fields, form: fieldForm, name, to: renamedTo }] },
  ];
}

const baseName = (file: string): string => file.slice(file.lastIndexOf('/') + 1);
