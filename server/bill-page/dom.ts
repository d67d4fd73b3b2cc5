type Child = Node | string | null | undefined;

interface Attributes {
  readonly [name: string]: string | number | boolean | ((event: Event) => void) | undefined;
}

/** An element; texts become text nodes, so that nothing from a user's file is ever read as markup. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (typeof value === 'function') made.addEventListener(name, value);
    else made.setAttribute(name, value === true ? '' : String(value));
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

/** Replaces what an element holds, where that differs: what stays the same keeps focus and selection. */
export function fill(parent: Element, ...children: readonly Child[]): void {
  const nodes = children.flatMap((child) => (child === null || child === undefined ? [] : [child]));
  const next = element('div', {}, ...nodes);
  if (next.innerHTML === parent.innerHTML) return;
  parent.replaceChildren(...next.childNodes);
}
