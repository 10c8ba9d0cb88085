import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Part } from './part.ts'
import { root } from './read-data.ts'

/** What ships, as a CycloneDX 1.6 bill of materials. No serial number and no time of day: the same parts, the same bytes. */
export function toSbom(parts: readonly Part[]): string {
  const { name, version, description }: Record<string, string> = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  )
  const used = new Set(parts.flatMap(part => part.uses))
  const bill = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      lifecycles: [{ phase: 'build' }],
      component: {
        'bom-ref': toPurl({ name: name ?? '', version }),
        type: 'application',
        name,
        version,
        description,
        licenses: [{ license: { id: 'MIT' } }],
      },
    },
    components: parts.map(part => toComponent(part)),
    dependencies: [
      {
        ref: toPurl({ name: name ?? '', version }),
        dependsOn: parts.filter(part => !used.has(part.name)).map(toPurl),
      },
      ...parts.map(part => ({
        ref: toPurl(part),
        dependsOn: parts.filter(other => part.uses.includes(other.name)).map(toPurl),
      })),
    ],
  }
  return `${JSON.stringify(bill, null, 2)}\n`
}

/** What a part carries is a component of it, with the range as a property where only a range is known. */
function toComponent(part: Part, within = ''): object {
  const { name, kind, version, licence, home, integrity, parts } = part
  const ref = within + toPurl(part)
  return {
    'bom-ref': ref,
    type: kind,
    name,
    ...(isExact(version) ? { version } : {}),
    ...(integrity ? { hashes: [{ alg: 'SHA-512', content: toHex(integrity) }] } : {}),
    licenses: [{ license: { id: licence } }],
    ...(name === 'cldr' ? {} : { purl: toPurl(part) }),
    externalReferences: [{ type: 'website', url: home }],
    ...(parts.length > 0 ? { components: parts.map(inner => toComponent(inner, `${ref}|`)) } : {}),
  }
}

/** A package URL; CLDR, which is no package, is called by its name. */
function toPurl({ name, version }: { name: string; version?: string | undefined }): string {
  const exact = isExact(version) ? `@${version}` : ''
  return name === 'cldr' ? `cldr${exact}` : `pkg:npm/${name.replace('@', '%40')}${exact}`
}

const isExact = (version: string | undefined): boolean => /^\d/.test(version ?? '')

const toHex = (integrity: string): string => Buffer.from(integrity.replace(/^sha512-/, ''), 'base64').toString('hex')
