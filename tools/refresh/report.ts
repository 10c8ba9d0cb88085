import { toRequestedCard } from '../../src/card/requested-card.ts'
import type { Indicator } from '../../src/model/indicator.ts'
import type { Lang } from '../../src/model/locales.ts'
import { toShownRow } from './propose.ts'
import type { Refreshed } from './refresh-folder.ts'

/** The result of a refresh: the folders with rows to add, and a sentence for each query that failed. */
export type Outcome = { refreshed: readonly Refreshed[]; failures: readonly string[] }

/** The most characters of a pull request's text on GitHub is 65,536. */
const mostCharacters = 60_000

/**
 * A refresh for the person who decides, in Markdown: the rows, what was withheld, the card before and after from the address
 * `pictures`, and each sentence that changes in each language. Text of a service is put in a code block, where it
 * cannot be a link, a mention or markup.
 */
export function toReport({ refreshed, failures }: Outcome, languages: readonly Lang[], pictures: string): string {
  const sections = refreshed
    .filter(({ proposals }) => proposals.some(({ rows }) => rows.length > 0))
    .map(one => toSection(one, languages, pictures))
  const withheld = refreshed.flatMap(({ before, proposals }) =>
    proposals.flatMap(proposal => proposal.withheld.map(sentence => `${before.id}, ${sentence}`)),
  )
  const parts = [
    'Statistical services have newer figures. Compare each row with its source, look at the cards, read the sentences; correct, ' +
      'then merge. Nothing is published before you do.',
    ...sections,
    ...(withheld.length > 0 ? ['## Withheld', toBlock('text', withheld)] : []),
    ...(failures.length > 0 ? ['## Failed', toBlock('text', failures)] : []),
  ]
  const shown = parts.filter((_, i) => parts.slice(0, i + 1).join('\n\n').length <= mostCharacters)
  const cut = 'More than a pull request can hold: `npm run refresh -- --all` prints the rest.'
  return `${[...shown, ...(shown.length < parts.length ? [cut] : [])].join('\n\n')}\n`
}

function toSection({ before, after, proposals }: Refreshed, languages: readonly Lang[], pictures: string): string {
  const rows = proposals.flatMap(proposal => proposal.rows.map(toShownRow))
  const sources = new Set(
    proposals.filter(({ rows }) => rows.length > 0).map(({ source }) => `${source.title}: ${source.path}`),
  )
  const picture = (when: string): string => `![${when}](${pictures}/${before.id}-${when}.png)`
  const sentences = toSentences(before, after, languages)
  return [
    `## ${before.id}`,
    toBlock('diff', rows),
    toBlock('text', [...sources]),
    `| before | after |\n| ------ | ----- |\n| ${picture('before')} | ${picture('after')} |`,
    sentences.length === 0 ? 'No sentence changes.' : toBlock('diff', sentences),
    ...(after.finding.kind === 'fixed'
      ? ['The finding is a fixed sentence. Does it still hold?', toBlock('text', [after.finding.sentence.en])]
      : []),
  ].join('\n\n')
}

/** Title, finding and alt text where they change, before and after, in each language. */
function toSentences(before: Indicator, after: Indicator, languages: readonly Lang[]): string[] {
  return languages.flatMap(lang => {
    const [old, now] = [before, after].map(indicator => toCard(indicator, lang))
    return (['title', 'finding', 'alt'] as const).flatMap(part =>
      old?.[part] === now?.[part] ? [] : [`@@ ${lang}, ${part} @@`, `- ${old?.[part]}`, `+ ${now?.[part]}`],
    )
  })
}

const toCard = (indicator: Indicator, lang: Lang) =>
  toRequestedCard(new URL(`http://localhost/?lang=${lang}`), indicator, 'json').card

/** Lines of code: no line of them ends the block, or begins another. */
const toBlock = (language: string, lines: readonly string[]): string =>
  [`\`\`\`${language}`, ...lines.map(line => line.replaceAll('`', "'")), '```'].join('\n')
