import { countBody } from '../../core/bill/count-body.ts';
import { describeCount, formatTokensInFull } from '../../reports/format.ts';
import type { ServerContext } from '../context.ts';
import { type CountBodyReply, countBodyRequest } from '../protocol.ts';
import { countHeldFile } from './inlay-hints.ts';
import { callAt, noCall, readPlace } from './pages.ts';

/** What the vendor of the call under the cursor would count. Nothing is sent from here. */
export function provideCountBody(context: ServerContext): void {
  const { connection, guard, documents } = context;
  connection.onRequest(
    countBodyRequest,
    guard<unknown, CountBodyReply>(countBodyRequest, { count: null, says: 'The log says why this failed.' }, async (params) => {
      const place = readPlace(params);
      const held = place === null ? null : documents.get(place.uri);
      if (place === null || held === null) return { count: null, says: 'Open the file that holds the call first.' };
      await countHeldFile(held);
      const item = callAt(context, held, place);
      const count = item === null ? noCall : countBody(item.call);
      if (item === null || typeof count === 'string') return { count: null, says: typeof count === 'string' ? count : noCall };
      const { vendor, model, body, leftOut } = count;
      const basis = describeCount(item.input);
      const ours = `Lineitem counts ${formatTokensInFull(item.input)}${basis === '' ? '' : ` (${basis})`}.`;
      return { count: { vendor, model, body }, says: leftOut.length === 0 ? ours : `${ours} Left out: ${leftOut.join(', ')}.` };
    }),
  );
}
