import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import { findRefused } from './characters.ts'

/** Where in a document: names and places, from the outside in. */
export type Path = (string | number)[]

/** A step of a path, as JSON writes it. */
export const asKey = (key: string): string | number => (/^\d+$/.test(key) ? Number(key) : key)

/** `lineOf` gives the line of a path, or of its nearest ancestor that exists. */
export type Json = { value: unknown; lineOf: (path: Path) => number }

/** A document nested deeper than any package is. */
const deepest = 32

/**
 * Reads JSON (RFC 8259): the value and the line of each part of it, or every fault with its line. Refuses what a plain
 * parser accepts silently: a duplicate key, characters that cannot be shown, endless nesting.
 */
export function parseJson(source: string): { json?: Json; faults: [line: number, fault: string][] } {
  const text = source.replace(/^\ufeff/, '')
  const lineAt = (offset: number): number => text.slice(0, offset).split('\n').length
  const tooDeep = findTooDeep(text)
  if (tooDeep !== undefined)
    return { faults: [[lineAt(tooDeep), `is nested too deeply; expected at most ${deepest} levels`]] }
  const errors: ParseError[] = []
  const tree = parseTree(text, errors, { disallowComments: true })
  if (!tree || errors.length > 0) {
    const faults = errors.map(({ offset, error }): [number, string] => [
      lineAt(offset),
      `${printParseErrorCode(error)}; expected JSON (RFC 8259)`,
    ])
    return { faults: faults.length > 0 ? faults : [[1, 'cannot be read; expected JSON (RFC 8259)']] }
  }
  return {
    json: { value: JSON.parse(text), lineOf: path => lineAt(nearestNode(tree, path).offset) },
    faults: checkNode(tree).map(({ offset, fault }) => [lineAt(offset), fault]),
  }
}

/** The place where a document becomes too deep to be walked, found without walking it. */
function findTooDeep(text: string): number | undefined {
  let [depth, isInString] = [0, false]
  for (const { 0: token, index } of text.matchAll(/\\.|["[\]{}]/gs)) {
    if (token === '"') isInString = !isInString
    else if (!isInString && /[[{]/.test(token)) depth++
    else if (!isInString && /[\]}]/.test(token)) depth--
    if (depth > deepest) return index
  }
  return undefined
}

type NodeFault = { offset: number; fault: string }

function checkNode(node: Node): NodeFault[] {
  const { type, children = [], offset } = node
  const refused = type === 'string' ? findRefused(String(node.value)) : undefined
  const keys = type === 'object' ? children.map(({ children: [key] = [] }) => key) : []
  return [
    ...(refused ? [{ offset, fault: `a text holds ${refused}; expected characters that can be shown` }] : []),
    ...keys.flatMap((key, i) =>
      key && keys.slice(0, i).some(other => other?.value === key.value)
        ? [{ offset: key.offset, fault: `the key "${key.value}" is there twice; expected each once` }]
        : [],
    ),
    ...children.flatMap(checkNode),
  ]
}

function nearestNode(tree: Node, path: Path): Node {
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(tree, path.slice(0, length))
    if (node) return node
  }
  return tree
}
