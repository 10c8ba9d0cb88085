declare module '*.ttf' {
  const data: ArrayBuffer
  export default data
}
declare module '*.wasm' {
  const module: WebAssembly.Module
  export default module
}
declare module '*.css' {
  const text: string
  export default text
}
declare module '*.client.txt' {
  const text: string
  export default text
}
