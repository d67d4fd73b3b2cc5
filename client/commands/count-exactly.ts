import { type ExtensionContext, window, workspace } from 'vscode';
import { type CountBodyReply, countBodyRequest, type PlaceParams } from '../../server/lsp/protocol.ts';
import { countWithVendor, endpoints, type Vendor } from '../count-request.ts';
import type { Session } from '../session.ts';
import { placeOfCursor } from './call-page.ts';

type Keeping = Pick<ExtensionContext, 'secrets' | 'workspaceState'>;

/** Lets the vendor count the prompt under the cursor: after a yes for this workspace, with the user's own key, one at a time. */
export function countExactly(session: Session, keeping: Keeping) {
  return async (place?: PlaceParams) => {
    if (!workspace.isTrusted) {
      await window.showInformationMessage('Counting sends a prompt away, which Lineitem does not do in a folder that is not trusted.');
      return;
    }
    const asked = place ?? placeOfCursor();
    const { count, says } = asked === undefined ? nothing : await session.ask<CountBodyReply>(countBodyRequest, asked);
    if (count === null) {
      await window.showInformationMessage(says);
      return;
    }
    const { title } = endpoints[count.vendor];
    if (!(await maySend(count.vendor, title, keeping))) return;
    const key = await keyFor(count.vendor, title, keeping);
    if (key === undefined) return;
    const counted = await countWithVendor({ ...count, key });
    if (counted.kind === 'counted') {
      await keeping.secrets.store(nameOf(count.vendor), key);
      await window.showInformationMessage(`${title} counts ${counted.tokens.toLocaleString('en')} tokens. ${says}`);
    } else if (counted.kind === 'wrong key') {
      await keeping.secrets.delete(nameOf(count.vendor));
      await window.showErrorMessage(`${title} does not take this key. It was not kept.`);
    } else await window.showErrorMessage(`${title} could not count: ${counted.why}`);
  };
}

export function forgetKeys({ secrets }: Keeping) {
  return async () => {
    for (const vendor of Object.keys(endpoints)) await secrets.delete(`lineitem.key.${vendor}`);
    await window.showInformationMessage('Lineitem keeps no key any more.');
  };
}

const nothing: CountBodyReply = { count: null, says: 'Put the cursor on a call to a model first.' };
const nameOf = (vendor: Vendor): string => `lineitem.key.${vendor}`;

/** Asked once in each workspace and for each vendor. */
async function maySend(vendor: Vendor, title: string, { workspaceState }: Keeping): Promise<boolean> {
  const name = `lineitem.maySendTo.${vendor}`;
  if (workspaceState.get<boolean>(name) === true) return true;
  const answer = await window.showWarningMessage(
    `Send this prompt to ${title} to be counted?`,
    {
      modal: true,
      detail: `The text of this one request, as the source shows it, goes to ${title} with your own key. Nothing is sent before you say so, and each prompt only when you run the command. This answer holds for this workspace.`,
    },
    'Send',
  );
  if (answer !== 'Send') return false;
  await workspaceState.update(name, true);
  return true;
}

async function keyFor(vendor: Vendor, title: string, { secrets }: Keeping): Promise<string | undefined> {
  const kept = await secrets.get(nameOf(vendor));
  if (kept !== undefined) return kept;
  const key = await window.showInputBox({
    title: `Your ${title} API key`,
    prompt: 'It is kept in the secret storage of the editor, and sent to nobody else.',
    password: true,
    ignoreFocusOut: true,
  });
  return key === '' ? undefined : key?.trim();
}
