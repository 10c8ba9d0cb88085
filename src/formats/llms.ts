import type { Card } from '../card/card.ts'
import { joinBy } from '../model/locales.ts'
import type { Links } from '../request/urls.ts'

type Listed = { card: Card; links: Links }

/**
 * `/llms.txt` as version 2 of its proposal has it (https://llmstxt.org): what is here and how to use it, with links, in
 * Markdown. What goes wrong most often, a figure without its caveat, comes before the links. A section holds links and nothing
 * else, for the parsers of the proposal take each of its lines for one.
 */
export function toLlmsTxt(
  listed: readonly Listed[],
  { name, about, origin }: { name: string; about: string; origin: string },
): string {
  const link = (title: string, path: string, text: string): string => `- [${title}](${origin}${path}): ${text}`
  const indicators = listed.map(({ card, links }) => {
    const years = card.series.flatMap(({ points }) => points.map(({ year }) => year))
    const extent = joinBy('comma', [`${Math.min(...years)} to ${Math.max(...years)}`, card.unit.label], card.lang)
    const about = joinBy('stop', [card.finding, extent], card.lang)
    return joinBy('colon', [`- [${toLinkText(card.title)}](${links.json})`, about], card.lang)
  })
  return `${[
    `# ${name}`,
    '',
    `> ${about}`,
    '',
    'Before you quote a figure:',
    '',
    '- `value` is in the unit that `unit.label` names beside it. `unit.display` is how a card shows it: `factor` times `value`.',
    '- Say what `status`, `flag` and `note` of a figure say, and the `notes` of its indicator. A plan is not an outcome; `at-least` means "more than".',
    '- Never join, add or compare series of two authorities. A change across a break between authorities is never counted.',
    '- Name the authority of the series and the source of the figure; each has its address in `sources`.',
    '- `asof=YYYY-MM-DD` answers what was known on that day. A citation with it never changes.',
    '- The licence covers cards and words. The figures are facts of the sources named.',
    '- Each indicator is also a page (without `.json`), `.csv`, `.xlsx`, `.zip`, `.svg` and `.png`, in the languages of `lang`.',
    '',
    '## Ask',
    '',
    link('MCP', '/mcp', 'Model Context Protocol, Streamable HTTP, no key: find_indicator, read_figures, get_card'),
    link('OpenAPI', '/openapi.json', 'every address with its parameters and answers'),
    link('Catalogue', '/indicators.json', 'every indicator with its newest finding; `?ids=a~b` those in full'),
    link('All figures', '/indicators.csv', 'one figure a row, with unit, status, flag, note and source'),
    '',
    '## Indicators',
    '',
    ...indicators,
    '',
    '## Optional',
    '',
    link('What changed', '/feed.atom', 'an entry for each day on which figures were added'),
    link('Data package', '/datapackage.json', 'the columns of the table in words'),
    link('Reference', '/docs', 'the parameters, to try by hand'),
  ].join('\n')}\n`
}

/** Brackets would end the text of a link. */
const toLinkText = (text: string): string => text.replace(/[\\[\]]/g, sign => `\\${sign}`)
