import type { ParameterName } from '../request/parameters.ts'
import type { NotEnglish, Translations } from './translations.ts'

/** The words of the documentation. */
export const docsWords = {
  docsText: {
    en: 'One address is the whole interface: the path picks the indicator, the query sets the appearance, the suffix sets the format. No key, no sign-up.',
    kk: 'Бүкіл интерфейс — бір мекенжай: жол көрсеткішті, сұрау бөлігі көріністі, кеңейтімі форматты таңдайды. Кілт те, тіркелу де керек емес.',
    ru: 'Весь интерфейс — один адрес: путь выбирает показатель, запрос — вид, окончание — формат. Без ключа и регистрации.',
    zh: '一个地址就是全部接口：路径选择指标，查询参数决定外观，后缀决定格式。无需密钥或注册。',
  },
  startHere: { en: 'Start here', kk: 'Осыдан бастаңыз', ru: 'С чего начать', zh: '从这里开始' },
  doorWrite: { en: 'I write articles', kk: 'Мақала жазамын', ru: 'Я пишу статьи', zh: '我写文章' },
  doorWriteText: {
    en: 'Paste this where your editor takes HTML. No script runs on your page.',
    kk: 'Редакторыңыз HTML қабылдайтын жерге қойыңыз. Бетіңізде скрипт орындалмайды.',
    ru: 'Вставьте туда, где редактор принимает HTML. Скрипт не нужен.',
    zh: '粘贴到编辑器可输入HTML之处。不会在您的页面运行脚本。',
  },
  doorWriteMore: {
    en: 'Choose size, colours and language',
    kk: 'Өлшем, түс және тіл таңдау',
    ru: 'Выбрать размер, цвета и язык',
    zh: '选择尺寸、颜色和语言',
  },
  doorPost: { en: 'I post and send', kk: 'Жазба жариялаймын', ru: 'Я публикую и отправляю', zh: '我发帖和转发' },
  doorPostText: {
    en: 'The link brings its picture, title and alt text along.',
    kk: 'Сілтемемен бірге сурет, тақырып және балама мәтін келеді.',
    ru: 'Изображение, заголовок и описание приходят вместе со ссылкой.',
    zh: '链接会带出图片、标题和替代文字。',
  },
  doorCode: { en: 'I build software', kk: 'Бағдарлама жасаймын', ru: 'Я пишу программы', zh: '我开发软件' },
  doorCodeText: {
    en: 'JSON with sources, status and the day each figure became public.',
    kk: 'JSON: дереккөз, күй және әр дерек жарияланған күн.',
    ru: 'JSON с источниками, статусом и днём публикации каждого значения.',
    zh: 'JSON，含来源、状态与每个数据的公布日期。',
  },
  doorData: { en: 'I analyse data', kk: 'Дерек талдаймын', ru: 'Я анализирую данные', zh: '我分析数据' },
  doorDataText: {
    en: 'One row for each figure, for pandas, R and spreadsheets.',
    kk: 'Әр дерекке бір жол: pandas, R және электрондық кестелерге.',
    ru: 'По строке на значение: для pandas, R и электронных таблиц.',
    zh: '每个数据一行，适用于pandas、R和电子表格。',
  },
  allAsCsv: { en: 'All cards as CSV', kk: 'Барлық карточка CSV-де', ru: 'Все карточки в CSV', zh: '全部卡片的CSV' },
  tryIt: { en: 'Try an address', kk: 'Мекенжайды байқап көру', ru: 'Попробовать адрес', zh: '试用地址' },
  card: { en: 'Card', kk: 'Карточка', ru: 'Карточка', zh: '卡片' },
  format: { en: 'Format', kk: 'Формат', ru: 'Формат', zh: '格式' },
  theSuffix: { en: 'the suffix', kk: 'кеңейтімі', ru: 'окончание адреса', zh: '地址后缀' },
  exampleLanguage: {
    en: 'Language of the example',
    kk: 'Мысал тілі',
    ru: 'Язык примера',
    zh: '示例语言',
  },
  example: { en: 'Example', kk: 'Мысал', ru: 'Пример', zh: '示例' },
  send: { en: 'Send', kk: 'Жіберу', ru: 'Отправить', zh: '发送' },
  answer: { en: 'Answer', kk: 'Жауап', ru: 'Ответ', zh: '响应' },
  status: { en: 'status', kk: 'күйі', ru: 'статус', zh: '状态' },
  type: { en: 'type', kk: 'түрі', ru: 'тип', zh: '类型' },
  weight: { en: 'size', kk: 'көлемі', ru: 'размер', zh: '大小' },
  cut: {
    en: 'Shown up to here; open the address for the rest.',
    kk: 'Осы жерге дейін көрсетілді; қалғаны — мекенжайда.',
    ru: 'Показано до этого места; остальное — по адресу.',
    zh: '仅显示至此，其余请打开该地址。',
  },
  parameters: { en: 'Parameters of a card', kk: 'Карточка параметрлері', ru: 'Параметры карточки', zh: '卡片参数' },
  name: { en: 'Name', kk: 'Атауы', ru: 'Имя', zh: '名称' },
  takes: { en: 'Takes', kk: 'Мәндері', ru: 'Значения', zh: '取值' },
  does: { en: 'Does', kk: 'Қызметі', ru: 'Действие', zh: '作用' },
  addresses: { en: 'All addresses', kk: 'Барлық мекенжай', ru: 'Все адреса', zh: '全部地址' },
  address: { en: 'Address', kk: 'Мекенжай', ru: 'Адрес', zh: '地址' },
  yearNumber: { en: 'a year', kk: 'жыл', ru: 'год', zh: '年份' },
  dayNumber: { en: 'YYYY-MM-DD', kk: 'ЖЖЖЖ-АА-КК', ru: 'ГГГГ-ММ-ДД', zh: 'YYYY-MM-DD' },
  idsJoined: { en: 'ids joined by ~', kk: '~ арқылы жалғанған id', ru: 'id через ~', zh: '以~连接的id' },
  hexDigits: { en: 'six hex digits', kk: 'он алтылық алты таңба', ru: 'шесть цифр hex', zh: '六位十六进制' },
  releaseName: { en: 'a release', kk: 'шығарылым', ru: 'выпуск', zh: '版本号' },
} as const satisfies Record<string, Translations>

/** The description of each parameter, for the table of the docs; the English is in `../request/parameters.ts`. */
export const parameterWords: Record<ParameterName, NotEnglish> = {
  layout: { kk: 'Карточканың құрылымы', ru: 'Как устроена карточка', zh: '卡片的版式' },
  size: {
    kk: 'Карточканың пиксельдік өлшемі',
    ru: 'Размер карточки в пикселях',
    zh: '卡片的像素尺寸',
  },
  theme: {
    kk: 'Ашық немесе күңгірт; SVG мен iframe үшін auto да бар, ол оқырман жүйесіне сәйкеседі',
    ru: 'Светлая или тёмная; для SVG и iframe также auto — по системе читателя',
    zh: '浅色或深色；SVG和iframe还可用auto，跟随读者系统',
  },
  lang: {
    kk: 'Барлық сөз бен санның тілі',
    ru: 'Язык всех слов и чисел',
    zh: '全部文字与数字的语言',
  },
  from: {
    kk: 'Көрсетілетін алғашқы жыл',
    ru: 'Первый показанный год',
    zh: '显示的起始年份',
  },
  to: { kk: 'Көрсетілетін соңғы жыл', ru: 'Последний показанный год', zh: '显示的截止年份' },
  series: { kk: 'Қатарлардың бір бөлігі', ru: 'Часть рядов', zh: '部分数据序列' },
  asof: {
    kk: 'Сол күнгі мәлімет бойынша, бүгіннен кеш емес; жауап өзгермейді',
    ru: 'По состоянию на этот день, не позже сегодняшнего; ответ не меняется',
    zh: '截至该日的数据，不晚于今天；响应不变',
  },
  accent: {
    kk: 'Бірінші қатардың түсі, оқылатындай етіп түзетіледі',
    ru: 'Цвет первого ряда, с поправкой на читаемость',
    zh: '第一个序列的颜色，会调整至可读',
  },
  background: {
    kk: 'Фон түсі немесе transparent',
    ru: 'Цвет фона или transparent',
    zh: '背景色，或transparent',
  },
  scale: {
    kk: 'Бірлікке шаққандағы пиксель, тек PNG',
    ru: 'Пикселей на единицу, только PNG',
    zh: '每单位像素数，仅PNG',
  },
  v: {
    kk: 'Ағымдағы шығарылым жауапты өзгермейтін етеді',
    ru: 'Текущий выпуск делает ответ неизменным',
    zh: '当前版本号使响应不再变化',
  },
}

/** The summary of each operation of the OpenAPI document, for readers of another language than the document. */
export const operationWords: Record<string, NotEnglish> = {
  sendMcpMessage: {
    kk: 'Model Context Protocol, ЖИ-агенттер үшін',
    ru: 'Model Context Protocol, для ИИ-агентов',
    zh: 'Model Context Protocol，供AI智能体使用',
  },
  readWorkbook: {
    kk: 'Деректер Excel кітабы түрінде',
    ru: 'Данные в виде книги Excel',
    zh: 'Excel工作簿格式的数据',
  },
  readArchive: {
    kk: 'Деректер ZIP түрінде: CSV, деректер пакеті, README',
    ru: 'Данные в ZIP: CSV, пакет данных, README',
    zh: 'ZIP格式的数据：CSV、数据包、README',
  },
  readOembed: {
    kk: 'Көрсеткіш бетіне арналған oEmbed',
    ru: 'oEmbed для страницы показателя',
    zh: '指标页面的oEmbed',
  },
  readLlmsTxt: {
    kk: 'ЖИ-агент дерек келтірер алдында нені білуі керек',
    ru: 'Что агенту нужно знать, прежде чем приводить цифры',
    zh: 'AI智能体引用数据前须知',
  },
  drawSvg: {
    kk: 'SVG форматындағы карточка',
    ru: 'Карточка в формате SVG',
    zh: 'SVG格式的卡片',
  },
  drawPng: {
    kk: 'PNG форматындағы карточка',
    ru: 'Карточка в формате PNG',
    zh: 'PNG格式的卡片',
  },
  readIndicator: {
    kk: 'Көрсеткіш, оның деректері мен дереккөздері',
    ru: 'Показатель с данными и источниками',
    zh: '指标及其数据和来源',
  },
  readObservations: {
    kk: 'Көрсеткіштің деректері, әр жолда біреуден',
    ru: 'Данные показателя, по одному значению в строке',
    zh: '指标的数据，每行一条',
  },
  readJsonStat: {
    kk: 'Сол деректер JSON-stat 2.0 форматында',
    ru: 'То же в формате JSON-stat 2.0',
    zh: '同一数据的JSON-stat 2.0格式',
  },
  readJsonLd: {
    kk: 'Сол деректер schema.org Dataset түрінде',
    ru: 'То же как schema.org Dataset',
    zh: '同一数据的schema.org Dataset格式',
  },
  listIndicators: {
    kk: 'Каталог немесе кейбір көрсеткіштер толығымен',
    ru: 'Каталог или некоторые показатели полностью',
    zh: '目录，或部分指标的完整内容',
  },
  listObservations: {
    kk: 'Барлық деректер немесе кейбір көрсеткіштердің деректері',
    ru: 'Все данные или данные некоторых показателей',
    zh: '全部数据，或部分指标的数据',
  },
  readDataPackage: {
    kk: 'Frictionless Data Package түріндегі көрсеткіш',
    ru: 'Показатель как Frictionless Data Package',
    zh: '该指标的Frictionless数据包',
  },
  readBadge: {
    kk: 'shields.io белгішесіне арналған негізгі көрсеткіш',
    ru: 'Главная цифра для бейджа shields.io',
    zh: '用于shields.io徽章的主要数字',
  },
  readCatalogPackage: {
    kk: 'Барлық дерек Frictionless Data Package түрінде',
    ru: 'Все данные как Frictionless Data Package',
    zh: '全部数据的Frictionless数据包',
  },
  readAtom: {
    kk: 'Каталогтағы өзгерістер, жаңасы бірінші',
    ru: 'Изменения каталога, начиная с новых',
    zh: '目录的更新，最新在前',
  },
  readJsonFeed: {
    kk: 'Сол өзгерістер JSON Feed 1.1 форматында',
    ru: 'То же в формате JSON Feed 1.1',
    zh: '同一内容的JSON Feed 1.1格式',
  },
  readIndicatorAtom: {
    kk: 'Көрсеткіштегі өзгерістер, жаңасы бірінші',
    ru: 'Изменения показателя, начиная с новых',
    zh: '某一指标的更新，最新在前',
  },
  readOpenApi: { kk: 'OpenAPI құжаты', ru: 'Документ OpenAPI', zh: 'OpenAPI文档' },
  checkHealth: {
    kk: 'Қызметтің күйі, шығарылымы және ең жаңа деректің күні',
    ru: 'Состояние службы, выпуск и день последних данных',
    zh: '服务状态、发布版本及最新数据日期',
  },
}
