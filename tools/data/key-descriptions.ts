/** The description of each key of datapackage.json that an editor shows, by its path; `*` is any entry of a list. */
const descriptions: Record<string, string> = {
  name: 'The id: the name of the folder and of the page, lower-case words joined by "-".',
  title: 'What is counted, in English, without years. The other languages are under card.title.',
  description:
    'What is counted, by whom and where, in English, without years. The other languages are under card.description.',
  licenses:
    'The licence of what is written here; the figures are facts. It is the one that the cards print (cardLicence).',
  sources: 'The pages that the figures were read on.',
  'sources.*.name': 'The word by which observations.csv and notes name this source.',
  'sources.*.title': 'The title of the page as it is printed.',
  'sources.*.lang': 'The language of the title, where it is not English.',
  'sources.*.supplied': 'true where the page has no title and this one is ours.',
  'sources.*.publisher': 'Who published it, with the country of a state body, in each language.',
  'sources.*.via': 'Who carried it, where that is another than the publisher.',
  'sources.*.path': 'The address of the page itself.',
  'sources.*.published': 'The date as the page shows it: 2025-08-31, or 2025-08, or 2025.',
  'card.title': 'The title in the other languages, without years.',
  'card.description': 'The description in the other languages, without years.',
  'card.short': 'The word of the short address that the cards print.',
  'card.badge': 'The name on a badge: at most 32 characters in each language.',
  'card.measure': 'The line under the finding: what is counted, without the unit.',
  'card.subtitle': 'What the picture says it measures, where measure is too long.',
  'card.unit': 'The unit of the values as they are stored, and how each language shows it.',
  'card.unit.code': 'A code in capitals, such as PERSONS or USD.',
  'card.unit.label': 'The unit in full, in each language.',
  'card.unit.display':
    'For each language: label in full, short beside a number, forms in a sentence, decimals, and factor where it counts otherwise.',
  'card.plot': 'How a picture counts, where that differs from the unit: label, factor, decimals.',
  'card.change': 'How a change is told: percent, points of a rate, or absolute.',
  'card.layout': 'trend draws lines, bars columns, stat one number, badge a line of text.',
  'card.arrangement': 'time for years, ranking for places or projects beside one another.',
  'card.timing': 'total for what adds up over a year, moment for a rate or a level.',
  'card.rank': 'Where it stands in the gallery: the lower, the earlier.',
  'card.topic': 'The part of the gallery that it stands in.',
  'card.headline': 'The id of the series whose newest figure is the news.',
  'card.shown': 'The series of the picture, at most three and counted in one way.',
  'card.gap': 'Two series whose difference is the news, the greater first.',
  'card.since': 'true: the newest part of a year stands beside the line, as a change on the same months.',
  'card.edge': 'Short names either side of the place where another authority takes up a line.',
  'card.callouts': 'A few words beside one point: "level in 2012".',
  'card.authorities':
    'Who counts, by a word of yours: the name in full, with the country of a state body, and in short.',
  'card.series': 'One line from one authority each.',
  'card.series.*.id': 'The word by which observations.csv names this series.',
  'card.series.*.label': 'Its name beside the line, short, in each language.',
  'card.series.*.short': 'A shorter name still, for small cards.',
  'card.series.*.sentence': 'The figure in words: {value} is the figure, {in} "in 2024", {for} "for 2027".',
  'card.series.*.authority': 'Which of card.authorities counts it.',
  'card.series.*.area': 'The country in ISO 3166-1, two capitals.',
  'card.series.*.continues': 'The series of another authority that this one takes up.',
  'card.series.*.colour': 'Whose figures they are; each has the same colour on every card.',
  'card.series.*.stage': 'How far an announced project has come, in a word.',
  'card.events': 'What happened, drawn as a hairline at its date.',
  'card.remarks': 'What a reader must know of one figure.',
  'card.finding': 'The sentences that a card may open with; the build picks one by the figures.',
  'card.finding.kind': 'How the finding is worked out: a change, a crossing, a part of a year, or fixed words.',
  'card.finding.rose':
    'When it rose: {size} is "8.1%", {in} "in 2024", {value} the figure, {change} "up 8.1% on 2023".',
  'card.finding.fell': 'When it fell: {size} is "8.1%", {in} "in 2024", {value} the figure.',
  'card.finding.unchanged': 'When it is as it was: {in} and {value}.',
  'card.finding.first': 'When there is no figure to compare with: {in} and {value}.',
  'card.finding.needs': 'Every figure that fixed words rest on.',
  'card.notes': 'Further notes on the page, each with its sources.',
  'card.notes.*.claim': 'What may be read elsewhere and the note answers.',
  'card.aliases': 'Former ids: their addresses lead to this one.',
  'card.refresh': 'Where npm run refresh asks for newer figures.',
}

type Schema = { [key: string]: unknown }

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The schema with a description at each key that has one, which editors show while the key is written. */
export function toDescribed(schema: Schema, path: readonly string[] = []): Schema {
  const description = descriptions[path.join('.')]
  const inside = Object.entries(schema).map(([key, value]): [string, unknown] => {
    if (key === 'properties' && isSchema(value))
      return [
        key,
        Object.fromEntries(
          Object.entries(value).map(([name, entry]) => [
            name,
            isSchema(entry) ? toDescribed(entry, [...path, name]) : entry,
          ]),
        ),
      ]
    if ((key === 'items' || key === 'additionalProperties') && isSchema(value))
      return [key, toDescribed(value, [...path, '*'])]
    if (/^(any|one|all)Of$/.test(key) && Array.isArray(value))
      return [key, value.map(entry => (isSchema(entry) ? toDescribed(entry, path) : entry))]
    return [key, value]
  })
  return { ...(description && path.length > 0 && { description }), ...Object.fromEntries(inside) }
}

/** The paths that have a description. */
export const described = Object.keys(descriptions)
