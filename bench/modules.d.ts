declare module '*.png' {
  const data: ArrayBuffer
  export default data
}
declare module '*.bin' {
  const data: ArrayBuffer
  export default data
}
declare module 'workerd' {
  /** CommonJS: `default` of what it exports is the path of the program. */
  const workerd: { default: string; version: string }
  export default workerd
}
declare module 'autocannon' {
  type Result = {
    requests: { total: number }
    latency: { p50: number; p99: number; max: number }
    non2xx: number
    '3xx': number
    errors: number
    timeouts: number
  }
  type Options = {
    url: string
    connections: number
    duration: number
    requests?: { path: string; headers?: Record<string, string> }[]
  }
  export default function autocannon(options: Options): Promise<Result>
}
