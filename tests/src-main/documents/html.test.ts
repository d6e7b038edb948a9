import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeHtml, html } from '../../../src-main/documents/html.ts';

/** 読み手: turns the written characters back, as a browser does */
function read(text: string): string {
  const names: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => names[name] ?? '');
}

test('どんな文字も、印にならず、元の文字として読める', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: fc.constantFrom('<', '>', '&', '"', "'", 'a', ';') }),
      ),
      (text) => {
        const written = escapeHtml(text);
        expect(written).not.toMatch(/[<>"']/);
        expect(read(written)).toBe(text);
      },
    ),
    { numRuns: 1000 },
  );
});

test('打たれた文字は直され、こちらの印はそのまま残る', () => {
  const inner = html`<b>${'<練習>'}</b>`;
  expect(html`<p title="${'"&'}">${inner}${[inner, inner]}${null}${3}</p>`.markup).toBe(
    '<p title="&quot;&amp;"><b>&lt;練習&gt;</b><b>&lt;練習&gt;</b><b>&lt;練習&gt;</b>3</p>',
  );
});
