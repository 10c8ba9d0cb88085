import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { root } from './read-data.ts'

/**
 * A part of others that is in the Worker. `version` is missing, or a range, where what carries it does not say more;
 * `parts` are those it carries inside its own files; `uses` are the names it imports.
 */
export type Part = {
  name: string
  kind: 'library' | 'data'
  version?: string
  licence: string
  home: string
  notice: string
  integrity?: string
  uses: readonly string[]
  parts: readonly Part[]
}

const manifestSchema = v.object({
  name: v.string(),
  version: v.string(),
  license: v.string('has no "license"; expected an SPDX id'),
  homepage: v.optional(v.string()),
  repository: v.optional(v.union([v.string(), v.object({ url: v.string() })])),
})
type Manifest = v.InferOutput<typeof manifestSchema>

/** The installed package in `folder`, as a part. Throws when it says no licence or has no notice. */
export function readPart(folder: string): Part {
  const manifest = readManifest(folder)
  const { name, version, license: licence } = manifest
  const notice = readNotice(name, folder)
  return { name, kind: 'library', version, licence, home: toHome(manifest), notice, uses: [], parts: [] }
}

/** Its package.json. Throws when there is none, or none that says a licence. */
export function readManifest(folder: string): Manifest {
  const path = `${folder}/package.json`
  if (!existsSync(join(root, path))) {
    throw new Error(`${path} is not there; a package carried inside another is named in tools/carried.ts`)
  }
  const manifest = v.safeParse(manifestSchema, JSON.parse(read(path)))
  if (!manifest.success) throw new Error(`${path}: ${manifest.issues.map(issue => issue.message).join('; ')}`)
  return manifest.output
}

function toHome({ name, homepage, repository }: Manifest): string {
  const address = typeof repository === 'object' ? repository.url : repository
  const [, project] = address?.match(/^(?:.*github\.com[/:])?([\w.-]+\/[\w.-]+?)(?:\.git)?$/) ?? []
  return homepage ?? (project ? `https://github.com/${project}` : `https://www.npmjs.com/package/${name}`)
}

/** The licence as its package gives it, or as it was kept by hand where the package has no such file. */
export function readNotice(name: string, folder?: string): string {
  const file = folder && readdirSync(join(root, folder)).find(entry => /^licen[cs]e/i.test(entry))
  if (file) return read(`${folder}/${file}`)
  const kept = `tools/notices/${name}.txt`
  if (!existsSync(join(root, kept))) throw new Error(`${name} has no licence file; expected its notice in ${kept}`)
  return read(kept)
}

/** A file of the repository, as text. */
export const read = (path: string): string => readFileSync(join(root, path), 'utf8')

export const byName = (a: Part, b: Part): number => (a.name < b.name ? -1 : 1)
