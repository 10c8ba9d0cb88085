import type { Card } from '../card/card.ts'
import { joinBy, type Lang, say } from '../model/locales.ts'
import { words } from '../model/messages.ts'
import { type Links, toLanguageSearch } from '../request/urls.ts'
import * as site from '../site.ts'
import { headings } from './headings.ts'
import { toExtent } from './labels.ts'
import { toMarkdown } from './snippets.ts'

type LinkedCard = { card: Card; links: Links }

const guideWords = {
  before: {
    en: 'Before you quote a figure:',
    kk: 'Дерек келтірмес бұрын:',
    ru: 'Прежде чем приводить цифру:',
    zh: '引用数据之前：',
  },
  value: {
    en: '`value` is in the unit that `unit.label` names beside it. `unit.display` is how a card shows it: `factor` times `value`.',
    kk: '`value` — `unit.label` атаған өлшем бірлігімен. `unit.display` карточкада қалай көрсетілетінін айтады: `factor` × `value`.',
    ru: '`value` — в единице, названной в `unit.label`. `unit.display` — как показывает карточка: `factor` × `value`.',
    zh: '`value`的单位见`unit.label`。卡片按`unit.display`显示：`factor`乘以`value`。',
  },
  caveats: {
    en: 'Say what `status`, `flag` and `note` of a figure say, and the `notes` of its indicator. A plan is not an outcome; `at-least` means "more than".',
    kk: 'Деректің `status`, `flag`, `note` және көрсеткіштің `notes` өрістеріндегіні бірге айтыңыз. Жоспар — нәтиже емес; `at-least` — «астам».',
    ru: 'Передайте, что сказано в `status`, `flag` и `note` значения и в `notes` показателя. План — не результат; `at-least` — «более».',
    zh: '请一并说明数据的`status`、`flag`、`note`和指标的`notes`。计划不是结果；`at-least`表示“超过”。',
  },
  apart: {
    en: 'Never join, add or compare series of two authorities. A change across a break between authorities is never counted.',
    kk: 'Екі мекеменің қатарларын біріктірмеңіз, қоспаңыз, салыстырмаңыз. Олардың арасындағы үзіліс арқылы өзгеріс есептелмейді.',
    ru: 'Не соединяйте, не складывайте и не сравнивайте ряды двух ведомств. Изменение через разрыв между ними не считается.',
    zh: '不要连接、相加或比较两个机构的序列。不跨机构之间的断点计算变化。',
  },
  source: {
    en: 'Name the authority of the series and the source of the figure; each has its address in `sources`.',
    kk: 'Қатар қай мекеменікі екенін және деректің дереккөзін атаңыз; мекенжайы `sources` өрісінде.',
    ru: 'Назовите, чей это ряд, и источник цифры; его адрес — в `sources`.',
    zh: '请注明序列的统计机构和数据来源；地址见`sources`。',
  },
  asof: {
    en: '`asof=YYYY-MM-DD` answers what was known on that day. A citation with it never changes.',
    kk: '`asof=YYYY-MM-DD` сол күнгі мәліметті береді. Ондай сілтеме өзгермейді.',
    ru: '`asof=YYYY-MM-DD` показывает, что было известно в тот день. Такая ссылка не меняется.',
    zh: '`asof=YYYY-MM-DD`返回截至当日的数据。这样的引用不会改变。',
  },
  ask: { en: 'Ask', kk: 'Сұрау', ru: 'Запросы', zh: '查询' },
  mcp: { en: 'no key', kk: 'кілт керек емес', ru: 'без ключа', zh: '无需密钥' },
  openapi: {
    en: 'every address with its parameters and answers',
    kk: 'барлық мекенжай, параметрлері мен жауаптары',
    ru: 'все адреса с параметрами и ответами',
    zh: '全部地址及其参数和响应',
  },
  catalogue: { en: 'Catalogue', kk: 'Каталог', ru: 'Каталог', zh: '目录' },
  catalogueText: {
    en: 'every indicator with its newest finding; `?ids=a~b` those in full',
    kk: 'барлық көрсеткіш; `?ids=a~b` — таңдалғандары толық',
    ru: 'все показатели; `?ids=a~b` — выбранные полностью',
    zh: '全部指标；`?ids=a~b`返回所选指标的完整内容',
  },
  figures: { en: 'All figures', kk: 'Барлық дерек', ru: 'Все данные', zh: '全部数据' },
  figuresText: {
    en: 'one figure per row, with unit, status, flag, note and source',
    kk: 'әр жолда бір дерек: бірлігі, күйі, белгісі, ескертпесі, дереккөзі',
    ru: 'одно значение в строке: единица, статус, пометка, примечание, источник',
    zh: '每行一个数据，含单位、状态、标记、说明和来源',
  },
  indicators: { en: 'Indicators', kk: 'Көрсеткіштер', ru: 'Показатели', zh: '指标' },
  forms: {
    en: 'Each indicator is also a page (without `.json`), `.csv`, `.xlsx`, `.zip`, `.svg` and `.png`, in the languages of `lang`.',
    kk: 'Әр көрсеткіш бет (`.json` жоқ), `.csv`, `.xlsx`, `.zip`, `.svg` және `.png` түрінде де бар; тілі — `lang`.',
    ru: 'Каждый показатель есть и как страница (без `.json`), `.csv`, `.xlsx`, `.zip`, `.svg` и `.png`; язык — `lang`.',
    zh: '每个指标另有网页（去掉`.json`）、`.csv`、`.xlsx`、`.zip`、`.svg`和`.png`；语言由`lang`指定。',
  },
  changes: { en: 'What changed', kk: 'Өзгерістер', ru: 'Что изменилось', zh: '更新' },
  changesText: {
    en: 'an entry for each day on which figures were added',
    kk: 'дерек қосылған әр күнге бір жазба',
    ru: 'запись за каждый день, когда добавлялись данные',
    zh: '新增数据的每一天为一条',
  },
  package: { en: 'Data package', kk: 'Деректер пакеті', ru: 'Пакет данных', zh: '数据包' },
  packageText: {
    en: 'the columns of the table in words',
    kk: 'кесте бағандарының сипаттамасы',
    ru: 'описание столбцов таблицы',
    zh: '表格各列的说明',
  },
  reference: { en: 'Reference', kk: 'Анықтама', ru: 'Справка', zh: '参考' },
  referenceText: {
    en: 'the parameters, to try by hand',
    kk: 'параметрлер, байқап көруге болады',
    ru: 'параметры, можно попробовать',
    zh: '参数，可手动试用',
  },
} as const satisfies Record<string, Record<Lang, string>>

/**
 * `/llms.txt` by version 2 of its proposal (https://llmstxt.org): a guide to the service with links, in Markdown, in the
 * reader's language except for "Optional", a heading of the proposal. The most common mistake, a figure without its caveat,
 * comes before the links. A section holds links only, because the parsers of the proposal read each of its lines as one.
 */
export function toLlmsTxt(listed: readonly LinkedCard[], { origin, lang }: { origin: string; lang: Lang }): string {
  const phrase = (name: keyof typeof guideWords): string => say(guideWords[name], lang)
  const search = toLanguageSearch(lang)
  const link = (title: string, path: string, text: string): string => toLinkLine(title, `${origin}${path}`, text)
  const section = (title: string, links: readonly string[]): string[] => ['', `## ${title}`, '', ...links]
  const licence = joinBy('stop', [say(headings.licence, lang), say(words.licenceCovers, lang)], lang)
  const advice = [...(['value', 'caveats', 'apart', 'source', 'asof'] as const).map(phrase), licence, phrase('forms')]
  const mcp = `Model Context Protocol, Streamable HTTP, ${phrase('mcp')}: find_indicator, read_figures, get_card`
  return `${[
    `# ${site.name}`,
    '',
    `> ${lang === 'en' ? site.description : say(site.subject, lang)}`,
    '',
    phrase('before'),
    '',
    ...advice.map(text => `- ${text}`),
    ...section(phrase('ask'), [
      link('MCP', '/mcp', mcp),
      link('OpenAPI', '/openapi.json', phrase('openapi')),
      link(phrase('catalogue'), `/indicators.json${search}`, phrase('catalogueText')),
      link(phrase('figures'), `/indicators.csv${search}`, phrase('figuresText')),
    ]),
    ...section(phrase('indicators'), listed.map(toIndicatorLine)),
    ...section('Optional', [
      link(phrase('changes'), `/feed.atom${search}`, phrase('changesText')),
      link(phrase('package'), `/datapackage.json${search}`, phrase('packageText')),
      link(phrase('reference'), `/docs${search}`, phrase('referenceText')),
    ]),
  ].join('\n')}\n`
}

const toLinkLine = (title: string, url: string, text: string): string =>
  joinBy('colon', [`- [${title}](${url})`, text], 'en')

function toIndicatorLine({ card, links }: LinkedCard): string {
  const extent = joinBy('comma', [toExtent(card), card.unit.label], card.lang)
  return toLinkLine(toMarkdown(card.title), links.json, joinBy('stop', [card.finding, extent], card.lang))
}
