/** A row of the architecture: a word of ours, a sentence, and its files in `src/`; a name that ends in `/` is all of a folder. */
export type Stage = { part: Part; name: string; sentence: string; files: readonly string[] }

/** What the rows are for, from top to bottom. */
export const parts = ['answers', 'draws', 'knows'] as const
export type Part = (typeof parts)[number]

/** The rows, from where a request arrives to the figures it is about. A file imports from its own row and from those below. */
export const stages = [
  {
    part: 'answers',
    name: 'Route',
    sentence: 'the Worker, and the routes: which address gives which form',
    files: ['index.ts', 'app.ts'],
  },
  {
    part: 'answers',
    name: 'Answer',
    sentence: 'answers and failures; what an isolate answers again',
    files: ['answer.ts', 'fail.ts'],
  },
  {
    part: 'answers',
    name: 'Shelf',
    sentence: 'where a picture is found before it is drawn; the line a log keeps of it',
    files: ['edge.ts', 'prerendered.ts', 'log.ts'],
  },
  {
    part: 'answers',
    name: 'Page',
    sentence: 'HTML on the server, four small scripts in the browser; what to paste where',
    files: ['snippets.ts', 'citation.ts', 'inspect.ts', 'pages/', 'client/'],
  },
  {
    part: 'answers',
    name: 'Form',
    sentence: 'the same card in other forms, and what machines read of them all',
    files: [
      'json.ts',
      'csv.ts',
      'jsonstat.ts',
      'json-ld.ts',
      'datapackage.ts',
      'badge-json.ts',
      'feed.ts',
      'sitemap.ts',
      'openapi.ts',
      'oembed.ts',
    ],
  },
  {
    part: 'draws',
    name: 'Picture',
    sentence: 'the line in one call, what it remembers, and whether it works',
    files: ['picture.ts', 'memory.ts', 'health.ts'],
  },
  {
    part: 'draws',
    name: 'Layout',
    sentence: 'where the words go; layouts compute nothing but measures',
    files: ['cards/'],
  },
  {
    part: 'draws',
    name: 'Chart',
    sentence: 'marks: lines, columns, rows, with their labels; how dense in which size',
    files: ['trend-chart.ts', 'bar-chart.ts', 'ranking-chart.ts', 'flags.ts', 'chart.ts', 'composition.ts'],
  },
  {
    part: 'draws',
    name: 'Render',
    sentence: 'a drawing as SVG and PNG; the only files that know wasm, fonts and pixels',
    files: ['svg.ts', 'modules.d.ts', 'render/'],
  },
  {
    part: 'draws',
    name: 'Drawing',
    sentence: 'marks named by part, painted last',
    files: ['drawing.ts', 'palette.ts'],
  },
  {
    part: 'knows',
    name: 'View',
    sentence: 'what a request sees: indicator, choice, card, links; the head of its answer',
    files: ['address.ts', 'view.ts', 'links.ts', 'formats.ts', 'encode.ts'],
  },
  {
    part: 'knows',
    name: 'Card',
    sentence: 'every word and number settled, once, for every form',
    files: ['card.ts', 'alt.ts', 'finding.ts'],
  },
  {
    part: 'knows',
    name: 'Facts',
    sentence: 'the figures in view, and what follows from them',
    files: ['facts.ts', 'leadership.ts', 'select.ts'],
  },
  {
    part: 'knows',
    name: 'Choice',
    sentence: "the one table of parameters, the catalogue, the limits, the reader's mistakes",
    files: ['params.ts', 'catalog.ts', 'limits.ts', 'sizes.ts', 'errors.ts'],
  },
  {
    part: 'knows',
    name: 'Words',
    sentence: "numbers, dates and phrases in the reader's language",
    files: ['format.ts', 'words.ts', 'xml.ts'],
  },
  {
    part: 'knows',
    name: 'Folder',
    sentence: 'what the scripts call: the rules of `data/`, never in the Worker',
    files: [
      'folder.ts',
      'package-schema.ts',
      'package-faults.ts',
      'observation-table.ts',
      'new-folder.ts',
      'untranslated.ts',
      'history.ts',
      'refresh/',
    ],
  },
  {
    part: 'knows',
    name: 'Indicator',
    sentence: 'a question with figures: series, periods, languages; who has newer ones',
    files: ['indicator.ts', 'period.ts', 'lang.ts', 'columns.ts', 'query.ts'],
  },
] as const satisfies readonly Stage[]
