import { element } from './dom.ts';

/** The page before it knows a bill: every place that is filled later, in reading order. */
export function buildSkeleton(): void {
  document.body.append(
    element('p', { id: 'waiting', role: 'status' }, 'Reading the workspace…'),
    element(
      'main',
      { id: 'bill', hidden: true },
      element(
        'header',
        {},
        element('h1', {}, 'Bill'),
        element('span', { id: 'folders', hidden: true }),
        element('p', {}, element('span', { id: 'price-date' }), element('span', { id: 'catalogue' }), element('span', { id: 'tool' })),
      ),
      element('section', { id: 'totals', 'aria-label': 'Total' }),
      section(
        'line-items',
        'Line items',
        '',
        element('div', { id: 'tools' }, element('span', { id: 'shown', class: 'quiet', role: 'status' })),
        element(
          'div',
          { id: 'scroller', tabindex: 0, role: 'group', 'aria-label': 'Line items, scrolls' },
          element('table', { id: 'items' }),
        ),
        element('p', { id: 'none', class: 'quiet', hidden: true }, 'No line item fits the filter.'),
      ),
      section(
        'entry-points',
        'Cost of a run',
        'What one run of each entry point costs, with the loops and retries around its calls.',
        element('div', { class: 'wide-table', tabindex: 0, role: 'group', 'aria-label': 'Cost of a run, scrolls' }, element('table', {})),
      ),
      element(
        'div',
        { class: 'pictures' },
        section('tokens', 'Where the tokens go', 'Input of one call each, by file, function and part.', element('div', { class: 'plot' })),
        section(
          'steps',
          'Cost against steps',
          '',
          element('div', { class: 'picker' }),
          element('div', { class: 'plot' }),
          element('p', { class: 'assumes quiet' }),
        ),
      ),
      section('findings', 'What the findings would save', '', element('ul', {}), element('p', { class: 'more quiet' })),
      element(
        'footer',
        { class: 'quiet' },
        '≥ at least, ≤ at most, ~ estimated, open: no bound is known. Tokens are read from the source, volumes come from the usage file; what nobody said is left open. Each amount is rounded by itself and the total once.',
      ),
    ),
  );
}

function section(id: string, title: string, says: string, ...children: readonly HTMLElement[]): HTMLElement {
  const heading = `${id}-title`;
  return element(
    'section',
    { id, 'aria-labelledby': heading },
    element('h2', { id: heading }, title),
    says === '' ? null : element('p', { class: 'quiet says' }, says),
    ...children,
  );
}
