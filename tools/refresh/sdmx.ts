import type { QueryOf } from '../data/refresh-query.ts'
import { type Answer, type Ask, type Asked, askText } from './service.ts'
import { readRows, readYears, type TableRow } from './table.ts'

/** A series of a dataflow: every dimension of its structure, in that order, has one code. */
export type Flow = Pick<QueryOf<'sdmx'>, 'version' | 'url' | 'agency' | 'flow' | 'flowVersion' | 'key' | 'unit'>

/**
 * A yearly series from any service of SDMX 2.1 or 3.0, as SDMX-CSV 1.0 or 2.0: the columns of dimensions bear their ids, and
 * so do those of attributes, by which the unit is checked. With `total` the key of the total differs from that of the series
 * in the dimensions it names. https://github.com/sdmx-twg/sdmx-rest, https://github.com/sdmx-twg/sdmx-csv
 */
export async function loadSdmx(query: QueryOf<'sdmx'>, { years, ask }: Asked): Promise<Answer> {
  const first = Math.min(...years) - 1
  const values = await askSeries(query, first, ask)
  const own = query.total && (await askSeries({ ...query, key: { ...query.key, ...query.total } }, first, ask))
  return {
    values,
    totals: [own ? { name: 'the total', own, least: 0.8 } : { name: 'the figure', own: values, least: 0.5 }],
    title: `${query.agency}, ${query.flow}, ${toKey(query)}`,
    url: toSdmxUrl(query, first),
  }
}

/** Attributes that would change the meaning of a figure, with their neutral values. */
const plain: Readonly<Record<string, readonly string[]>> = {
  UNIT_MULT: ['', '0'],
  UNIT_MULTIPLIER: ['', '0'],
  SCALE: ['', '0', 'Units'],
}

/** Statuses of the SDMX code list CL_OBS_STATUS for a figure as it is: normal, provisional, revised in some services. */
const usual = ['', 'A', 'P', 'R']

/**
 * The figures of a series by year, from `first` on or, for a service that takes no filter by time, of every year. Throws for a
 * row of another series, a deletion, a forecast or an estimate, or a unit not asked for.
 */
export async function askSeries(flow: Flow, first: number | undefined, ask: Ask): Promise<Map<number, number>> {
  const service = new URL(flow.url).host
  const accept = `application/vnd.sdmx.data+csv;version=${flow.version === '2.1' ? '1.0.0' : '2.0.0'}`
  const text = await askText(ask, toSdmxUrl(flow, first), accept)
  const needed = ['TIME_PERIOD', 'OBS_VALUE', ...Object.keys(flow.key), ...Object.keys(flow.unit)]
  const rows = readRows(text, needed, service).filter(row => !/^(NaN)?$/.test(row.OBS_VALUE ?? ''))
  for (const row of rows) checkSdmxRow(row, flow, service)
  return readYears(rows, { where: flow.key, unit: flow.unit, period: 'TIME_PERIOD', value: 'OBS_VALUE' }, service)
}

function checkSdmxRow(row: TableRow, flow: Flow, service: string): void {
  const answered = Object.keys(flow.key).map(name => row[name])
  if (answered.join('.') !== toKey(flow))
    throw new Error(`${service} answered ${answered.join('.')}; expected ${toKey(flow)}`)
  if (row.ACTION === 'D') throw new Error(`${service} answered a deletion of ${row.TIME_PERIOD}; expected figures`)
  const said = (row.OBS_STATUS ?? row.OBS_FLAG ?? '').toUpperCase()
  if (!usual.includes(said))
    throw new Error(
      `${service} answered the status ${said} for ${row.TIME_PERIOD}, a forecast, an estimate or a break; expected a figure`,
    )
  const scaled = Object.keys(plain).find(name => !(name in flow.unit) && !plain[name]?.includes(row[name] ?? ''))
  if (scaled !== undefined)
    throw new Error(`${service} answered ${scaled} "${row[scaled]}"; name it under unit, and set the divisor by it`)
}

const toKey = ({ key }: Flow): string => Object.values(key).join('.')

/** The address of the data by the REST API of either version. */
function toSdmxUrl(flow: Flow, first: number | undefined): string {
  const { url, agency, flow: id, flowVersion } = flow
  const base = url.replace(/\/$/, '')
  if (flow.version === '2.1')
    return `${base}/data/${[agency, id, flowVersion ?? 'latest'].join(',')}/${toKey(flow)}${toSearch('startPeriod=', first)}`
  const path = `${base}/data/dataflow/${agency}/${id}/${flowVersion ?? '+'}/${toKey(flow)}`
  return path + toSearch(`${encodeURIComponent('c[TIME_PERIOD]')}=ge:`, first)
}

const toSearch = (since: string, first: number | undefined): string => (first === undefined ? '' : `?${since}${first}`)
