/** CSVを読み戻す (RFC 4180): written apart from the writer, character by character, so that the two can disagree. */
export function readCsv(text: string): readonly (readonly string[])[] {
  const records: string[][] = [];
  let record: string[] = [];
  let cell = '';
  let quoted = false;
  let place = 0;
  while (place < text.length) {
    const character = text.charAt(place);
    if (quoted) {
      if (character === '"' && text.charAt(place + 1) === '"') {
        cell += '"';
        place += 1;
      } else if (character === '"') quoted = false;
      else cell += character;
    } else if (character === '"') {
      if (cell !== '') throw new Error(`a quote inside an unquoted cell at ${place}`);
      quoted = true;
    } else if (character === ',') {
      record.push(cell);
      cell = '';
    } else if (character === '\r' && text.charAt(place + 1) === '\n') {
      records.push([...record, cell]);
      record = [];
      cell = '';
      place += 1;
    } else if (character === '\r' || character === '\n') {
      throw new Error(`a bare line end outside quotes at ${place}`);
    } else cell += character;
    place += 1;
  }
  if (quoted || record.length > 0 || cell !== '') throw new Error('the last record does not end');
  return records;
}
