import { inflateRawSync } from 'node:zlib';

/** 升: what stands in it, and by which number format it is shown. */
export type XlsxCell = { readonly value: string | number; readonly format: string | null };
export type XlsxSheet = {
  readonly name: string;
  readonly frozenRows: number;
  readonly rows: readonly (readonly (XlsxCell | null)[])[];
};

/** the files of a ZIP by its central directory, each checked for its length */
function unzip(archive: Buffer): ReadonlyMap<string, string> {
  const end = archive.lastIndexOf(Buffer.from('PK\u0005\u0006'));
  const count = archive.readUInt16LE(end + 10);
  const files = new Map<string, string>();
  let at = archive.readUInt32LE(end + 16);
  for (let entry = 0; entry < count; entry += 1) {
    const [method, packed, size] = [at + 10, at + 20, at + 24].map((place, index) =>
      index === 0 ? archive.readUInt16LE(place) : archive.readUInt32LE(place),
    ) as [number, number, number]; // three in, three out
    const [name, extra, comment] = [28, 30, 32].map((place) => archive.readUInt16LE(at + place)) as [
      number,
      number,
      number,
    ]; // likewise
    const local = archive.readUInt32LE(at + 42);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const bytes = archive.subarray(start, start + packed);
    const content = method === 0 ? bytes : inflateRawSync(bytes);
    if (content.length !== size) throw new Error('a file of another length');
    files.set(archive.toString('utf8', at + 46, at + 46 + name), content.toString('utf8'));
    at += 46 + name + extra + comment;
  }
  return files;
}

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

const attribute = (tag: string, name: string): string | null =>
  unescaped(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '') || null;

const columnOf = (reference: string): number =>
  [...reference.replace(/\d+$/, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** Excelを読み戻す (ECMA-376): written apart from the writer, on Node's zlib alone, so that the two can disagree. */
export function readXlsx(content: Uint8Array): readonly XlsxSheet[] {
  const files = unzip(Buffer.from(content));
  const part = (name: string): string => {
    const found = files.get(name);
    if (found === undefined) throw new Error(`no part ${name}`);
    return found;
  };
  const strings = [...part('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, item = '']) =>
    unescaped([...item.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, text = '']) => text).join('')),
  );
  const styles = part('xl/styles.xml');
  const formats = new Map(
    [...styles.matchAll(/<numFmt [^>]*>/g)].map(([tag]) => [attribute(tag, 'numFmtId'), attribute(tag, 'formatCode')]),
  );
  const cellFormats = [...(/<cellXfs.*<\/cellXfs>/s.exec(styles)?.[0] ?? '').matchAll(/<xf[ >/][^>]*>?/g)].map(
    ([tag]) => {
      const id = attribute(tag, 'numFmtId');
      return id === '49' ? '@' : (formats.get(id) ?? null);
    },
  );
  const targets = new Map(
    [...part('xl/_rels/workbook.xml.rels').matchAll(/<Relationship [^>]*>/g)].map(([tag]) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target'),
    ]),
  );
  return [...part('xl/workbook.xml').matchAll(/<sheet [^>]*>/g)].map(([tag]) => {
    const sheet = part(`xl/${targets.get(attribute(tag, 'r:id'))}`);
    const rows = [...sheet.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, cells = '']) => {
      const row: (XlsxCell | null)[] = [];
      for (const [, opening = '', inside = ''] of cells.matchAll(/<c( [^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
        const place = columnOf(attribute(opening, 'r') ?? '');
        while (row.length < place) row.push(null);
        const raw = /<v>(.*?)<\/v>/s.exec(inside)?.[1];
        if (/<f[ >]/.test(inside)) throw new Error('a formula');
        const format = cellFormats[Number(attribute(opening, 's') ?? '0')] ?? null;
        const value = attribute(opening, 't') === 's' ? strings[Number(raw)] : Number(raw);
        row.push(raw === undefined || value === undefined ? null : { value, format });
      }
      return row;
    });
    const frozenRows = Number(attribute(/<pane [^>]*state="frozen"[^>]*>/.exec(sheet)?.[0] ?? '', 'ySplit') ?? '0');
    return { name: attribute(tag, 'name') ?? '', frozenRows, rows };
  });
}

/** 表計算の日の番号: days since 1899-12-30, counted without the writer. */
export function serialOf(day: string): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse('1899-12-30T00:00:00Z')) / 86_400_000);
}
