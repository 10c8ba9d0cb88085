import type { Mark, Scene, TextMark } from '../../src/draw/scene.ts'
import { toPathData } from '../../src/draw/svg.ts'
import type { Palette } from '../../src/draw/theme.ts'

/** A scene as the tree a reader of Satori's manual would write for it. */
export function toPlainTree({ width, height, marks }: Scene, palette: Palette) {
  const words = marks.filter((mark): mark is TextMark => mark.kind === 'text')
  return (
    <div
      style={{
        display: 'flex',
        width: '100%',
        height: '100%',
        position: 'relative',
        backgroundColor: palette.ground,
        fontFamily: 'Inter',
      }}
    >
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: Satori turns it into a picture, nobody reads it */}
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        style={{ position: 'absolute', left: 0, top: 0 }}
      >
        {marks.map(mark => toElement(mark, palette))}
      </svg>
      {words.map(({ x, y, size, weight, ink, text }) => (
        <div
          style={{
            position: 'absolute',
            left: x,
            top: y - size * 0.97,
            fontSize: size,
            fontWeight: weight,
            lineHeight: 1.21,
            color: palette[ink],
            whiteSpace: 'pre',
          }}
        >
          {text}
        </div>
      ))}
    </div>
  )
}

function toElement(mark: Mark, palette: Palette) {
  switch (mark.kind) {
    case 'text':
      return null
    case 'fill':
      return <path d={toPathData(mark.path)} fill={palette[mark.ink]} />
    case 'stroke':
      return (
        <path
          d={toPathData(mark.path)}
          fill="none"
          stroke={palette[mark.ink]}
          stroke-width={mark.width}
          stroke-linejoin="round"
          stroke-dasharray={mark.dash?.join(' ') ?? 'none'}
        />
      )
    case 'rect':
      return <rect x={mark.x} y={mark.y} width={mark.width} height={mark.height} fill={palette[mark.ink]} />
    case 'circle':
      return (
        <circle
          cx={mark.x}
          cy={mark.y}
          r={mark.radius}
          fill={palette[mark.ink]}
          stroke={mark.outline ? palette[mark.outline.ink] : 'none'}
          stroke-width={mark.outline?.width ?? 0}
        />
      )
  }
}
