declare module 'jsonstat-toolkit' {
  type Row = { series: string; time: string; value: number | null; unit?: { label: string } | null }
  type Dataset = {
    class: string
    Data(cell: Record<string, string>): { value: number | null; status: string | null }
    toTable(options: { type: 'arrobj'; content: 'label'; field: 'id'; unit: boolean }): Row[]
  }
  export default function JSONstat(response: unknown): Dataset
}
