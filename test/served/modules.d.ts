declare module 'datapackage' {
  /** Checks a descriptor, or the file of one, against its Frictionless profile. */
  export function validate(descriptor: unknown): Promise<{ valid: boolean; errors: unknown[] }>
}
declare module 'jsonstat-toolkit' {
  type Dataset = { class: string; Data(cell: Record<string, string>): { value: number | null } }
  export default function JSONstat(response: unknown): Dataset
}
