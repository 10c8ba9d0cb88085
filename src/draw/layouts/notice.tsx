import { toNoticeTitle } from '../../card/notice.ts'
import { type Lang, say } from '../../model/locales.ts'
import { type NoticeCode, toNoticeHint, words } from '../../model/messages.ts'
import { type Size, sizes } from '../../request/sizes.ts'
import type { Scene } from '../scene.ts'
import { balanceText, measureText } from '../text/faces.ts'
import { compositions } from '../type-scale.ts'
import { toScene } from './index.tsx'
import { Column, Text } from './kit.tsx'

type Notice = { code: NoticeCode; status: number; lang: Lang; size: Size }

/** A picture for a request that fails, in the size that was asked for. */
export async function drawNotice(notice: Notice): Promise<Scene> {
  const title = toNoticeTitle(notice)
  if (notice.size === 'badge') return drawNoticeBadge(title)
  const { width, height } = sizes[notice.size]
  const { left, titles, measure, rule, gap } = compositions[notice.size]
  const [titleSize] = titles
  const inner = width - 2 * left
  const lines = balanceText(title, titleSize, 600, inner, notice.lang)
  const hint = balanceText(say(toNoticeHint(notice.code), notice.lang), measure, 400, inner, notice.lang)
  const tall = rule.height + gap + lines.length * titleSize * 1.17 + gap * 0.5 + hint.length * measure * 1.36
  const top = (height - tall) / 2
  const sheet = {
    marks: [{ kind: 'rect', ink: 'muted', x: left, y: top, width: rule.width, height: rule.height } as const],
    words: [
      <Column x={left} y={top + rule.height + gap * 0.7} width={inner}>
        {lines.map(line => (
          <Text size={titleSize} weight={600} ink="ink" leading={1.17}>
            {line}
          </Text>
        ))}
        {hint.map((line, i) => (
          <Text size={measure} ink="muted" leading={1.36} above={i === 0 ? gap * 0.5 : 0}>
            {line}
          </Text>
        ))}
      </Column>,
      <Column x={left} y={height - left * 0.9} width={inner}>
        <Text size={measure * 0.8} ink="muted">
          {`${say(words.card, notice.lang)} · ${notice.status}`}
        </Text>
      </Column>,
    ],
  }
  return toScene(sheet, width, height)
}

function drawNoticeBadge(title: string): Scene {
  const width = Math.ceil(measureText(title, 11, 600)) + 14
  return {
    width,
    height: 20,
    marks: [
      { kind: 'rect', ink: 'muted', x: 0, y: 0, width, height: 20, radius: 3 },
      { kind: 'text', ink: 'ground', x: 7, y: 14, size: 11, weight: 600, text: title },
    ],
  }
}
