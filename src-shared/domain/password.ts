import { characterCount } from '../kernel/text-input.ts';

/** 長さの決まり: length over composition; any character counts, Japanese and spaces too. */
export const passwordLength = { least: 12, most: 128 } as const;

export type PasswordOwner = { readonly staffNumber: string; readonly name: string; readonly kana: string };

/** パスワードの決まり: null where it may be used, else what to do, for its field. Nothing is asked of its composition, and it never runs out. */
export function passwordProblem(password: string, owner: PasswordOwner): string | null {
  const { least, most } = passwordLength;
  const length = characterCount(password);
  if (length < least)
    return `パスワードは${least}文字以上にしてください。言葉をいくつか並べると、長くても覚えやすくなります。`;
  if (length > most) return `パスワードは${most}文字までにしてください。`;
  const folded = fold(password);
  if (containsNumber(folded, owner.staffNumber)) return '職員番号を含まないパスワードにしてください。';
  if (namesOf(owner).some((name) => folded.includes(name)))
    return '自分の氏名やフリガナを含まないパスワードにしてください。';
  if (isRepetition(folded)) return '同じ文字のくり返しは使えません。別の言葉を並べてください。';
  if (isRun(folded)) return '順に並んだ文字(12345…、あいうえお…など)は使えません。別の言葉を並べてください。';
  if (isCommon(folded)) return 'よく使われる言葉と数字だけでは、推し量られます。ほかの言葉を4文字以上足してください。';
  return null;
}

/** One form for each character: width and case folded, katakana as hiragana, spaces left out. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s/gu, '')
    .replace(/[ァ-ヶ]/gu, (kana) => String.fromCodePoint((kana.codePointAt(0) ?? 0) - 0x60));
}

function containsNumber(folded: string, staffNumber: string): boolean {
  const number = fold(staffNumber);
  return number !== '' && folded.includes(number);
}

/** Family and given name by themselves, from two characters on, and both together. */
function namesOf({ name, kana }: PasswordOwner): readonly string[] {
  return [name, kana]
    .flatMap((text) => [...text.normalize('NFKC').split(/\s+/u), text])
    .map(fold)
    .filter((part) => characterCount(part) >= 2);
}

/** The whole of it is one piece of up to four characters, again and again. */
function isRepetition(folded: string): boolean {
  const characters = [...folded];
  return [1, 2, 3, 4].some((length) => characters.every((each, place) => each === characters[place % length]));
}

const rows = [
  '0123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  'あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをん',
  'いろはにほへとちりぬるをわかよたれそつねならむうゐのおくやまけふこえてあさきゆめみしゑひもせす',
  '一二三四五六七八九十',
].map((row) => row + row);

/** One run along the digits, the alphabet, the keyboard or the kana, either way. */
function isRun(folded: string): boolean {
  const backwards = [...folded].reverse().join('');
  return rows.some((row) => row.includes(folded) || row.includes(backwards));
}

/** よく使われる言葉: of this house and of everywhere, as they are after folding; our own list. */
const commonWords = [
  ...[
    '稲沢市役所',
    '稲沢市',
    '稲沢',
    'いなざわ',
    '市役所',
    'しやくしょ',
    '市民課',
    'しみんか',
    '祖父江',
    'そぶえ',
    '平和支所',
  ],
  ...[
    '支所',
    '窓口台帳',
    '窓口',
    'まどぐち',
    '台帳',
    '職員',
    '責任者',
    '管理者',
    '令和',
    '平成',
    '昭和',
    'ぱすわーど',
    '暗証番号',
  ],
  ...[
    'ありがとう',
    'おはようございます',
    'よろしくお願いします',
    'よろしくおねがいします',
    'さくら',
    '桜',
    '愛知県',
    '愛知',
    '名古屋',
  ],
  ...[
    'inazawashi',
    'inazawa',
    'shiyakusho',
    'siyakusyo',
    'yakusho',
    'shiminka',
    'siminka',
    'madoguchi',
    'sobue',
    'heiwa',
  ],
  ...[
    'password',
    'passw0rd',
    'p@ssw0rd',
    'p@ssword',
    'admin',
    'administrator',
    'welcome',
    'letmein',
    'iloveyou',
    'qwertyuiop',
  ],
  ...[
    'qwerty',
    'asdfghjkl',
    'asdfgh',
    'zxcvbn',
    '1qaz2wsx',
    '1q2w3e4r',
    'abcdef',
    'abc',
    'kanri',
    'sekinin',
    'aichi',
    'nagoya',
  ],
  ...[
    'sakura',
    'arigatou',
    'japan',
    'nihon',
    'reiwa',
    'heisei',
    'showa',
    'user',
    'guest',
    'test',
    'login',
    'root',
    'secret',
  ],
];

const leastOwnCharacters = 4;

/** A common word is in it, and what is left beside such words, digits and signs is hardly anything. */
function isCommon(folded: string): boolean {
  let rest = folded;
  for (const word of commonWords) rest = rest.replaceAll(word, '');
  if (rest === folded) return false;
  return characterCount(rest.replace(/[\p{N}\p{P}\p{S}]/gu, '')) < leastOwnCharacters;
}
