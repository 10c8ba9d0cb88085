declare module 'jsonstat-toolkit' {
  type Dataset = { class: string; Data(cell: Record<string, string>): { value: number | null } }
  export default function JSONstat(response: unknown): Dataset
}
