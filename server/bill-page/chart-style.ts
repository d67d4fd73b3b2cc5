export interface Colours {
  readonly text: string;
  readonly quiet: string;
  readonly line: string;
  readonly page: string;
  readonly series: readonly string[];
}

/** Drawn as part of the picture: the page lets no text become markup. */
export const tooltipStyle = (colours: Colours) => ({
  renderMode: 'richText',
  confine: true,
  backgroundColor: colours.page,
  borderColor: colours.line,
  textStyle: { color: colours.text, fontSize: 12 },
});

export const axisStyle = (colours: Colours) => ({
  axisLine: { lineStyle: { color: colours.line } },
  axisTick: { show: false },
  axisLabel: { color: colours.quiet },
  splitLine: { lineStyle: { color: colours.line, opacity: 0.5 } },
});

export function readColours(): Colours {
  const style = getComputedStyle(document.body);
  const value = (name: string): string => style.getPropertyValue(name).trim();
  return {
    text: value('--text'),
    quiet: value('--quiet'),
    line: value('--line'),
    page: value('--page'),
    series: [1, 2, 3, 4, 5, 6].map((index) => value(`--series-${index}`)),
  };
}
