import type { CounterKeyboard } from './counter-keyboard.ts';
import { administrator, clerk, givenPassword, supervisor } from './made-up.ts';
import { openStaffScreen } from './staff-steps.ts';

type Person = { readonly staffNumber: string; readonly name: string; readonly kana: string; readonly password: string };

/** 欄を埋める: types into the fields one after another, with Enter between them, as a clerk does. */
async function fill(window: CounterKeyboard, texts: readonly string[]): Promise<void> {
  for (const [index, text] of texts.entries()) {
    await window.type(text);
    if (index < texts.length - 1) await window.press('Enter');
  }
}

/** 最初の設定をする: office 市民課, terminal 1, and the first administrator; leaves the home screen open. */
export async function setUp(window: CounterKeyboard): Promise<void> {
  await window.reach('窓口');
  await window.press('Space');
  await window.reach('端末の番号');
  await fill(window, ['1', '窓口1番', ...staffTexts(administrator)]);
  await window.press('F11');
  await window.see('サインイン');
}

function staffTexts(person: Person): readonly string[] {
  return [person.staffNumber, person.name, person.kana, person.password, person.password];
}

/** サインインする: from the sign-in screen to the home screen. */
export async function signIn(window: CounterKeyboard, person: Pick<Person, 'staffNumber' | 'password'>): Promise<void> {
  await window.see('職員番号');
  await window.reach('職員番号');
  await fill(window, [person.staffNumber, person.password]);
  await window.press('Enter');
  await window.page.getByRole('heading', { name: '今日の窓口' }).first().waitFor();
}

/** 別の職員に替わる: by the lock, as it is done at the counter. */
export async function changeTo(
  window: CounterKeyboard,
  person: Pick<Person, 'staffNumber' | 'password'>,
): Promise<void> {
  await window.press('F12');
  await window.see('ロック');
  await window.press('F8');
  await signIn(window, person);
}

/** 窓口の職員と責任者を加える, as the administrator; each then signs in once and chooses a password. */
export async function addStaff(window: CounterKeyboard): Promise<void> {
  await openStaffScreen(window, /^職員を加える・見る/u);
  for (const [person, steps] of [
    [clerk, 0],
    [supervisor, 1],
  ] as const) {
    await window.press('F8');
    await window.reach('役割');
    await window.press('Space', ...Array.from({ length: steps }, () => 'ArrowRight'));
    await window.reach('職員番号');
    await fill(window, [person.staffNumber, person.name, person.kana, givenPassword, givenPassword]);
    await window.press('F11');
    await window.page.getByRole('cell', { name: person.staffNumber }).waitFor();
    await window.see(`${person.name}さんを加えました`);
  }
  for (const person of [clerk, supervisor]) await chooseOwnPassword(window, person);
  await changeTo(window, administrator);
  await openStaffScreen(window, /^職員を加える・見る/u);
}

/** はじめてのサインイン: with the password that was given, which is changed before anything else. */
export async function chooseOwnPassword(window: CounterKeyboard, person: Person): Promise<void> {
  await window.press('F12');
  await window.see('ロック');
  await window.press('F8');
  await window.see('職員番号');
  await window.reach('職員番号');
  await fill(window, [person.staffNumber, givenPassword]);
  await window.press('Enter');
  await window.page.getByRole('heading', { name: 'パスワードを変える' }).first().waitFor();
  await window.reach('渡されたパスワード');
  await fill(window, [givenPassword, person.password, person.password]);
  await window.press('F11');
  await window.page.getByRole('heading', { name: '今日の窓口' }).first().waitFor();
}

export type TypedVisit = {
  readonly name: string;
  readonly kana: string;
  readonly bornOn: string;
  readonly sex: '女' | '男';
  readonly address: string;
  readonly cardExpiresOn: string;
  readonly document: string;
  /** what stands there now: nothing where it is left out, `known` where the ledger itself knows, else what the terminal shows */
  readonly current?: 'known' | TypedCurrent;
};

/** いまの証明書: day of issue and last day, as the terminal shows them; both open where there is none of the kind. */
export type TypedCurrent = Readonly<Record<'userAuthentication' | 'signature', readonly [string, string]>>;

export const madeUpVisit: TypedVisit = {
  name: '練習 花子',
  kana: 'れんしゅう はなこ',
  bornOn: 'S63.4.1',
  sex: '女',
  address: '愛知県稲沢市見本町1番地',
  cardExpiresOn: '2030.4.1',
  document: 'うんてんめん',
};

/** 受付の欄を入力する: a new issuance of both kinds for the holder in person; stops before F11. */
export async function typeVisit(window: CounterKeyboard, visit: TypedVisit = madeUpVisit): Promise<void> {
  await window.reach('氏名');
  await window.type(visit.name);
  await window.reach('フリガナ');
  await window.type(visit.kana);
  await window.press('Tab', ...(visit.sex === '女' ? ['Space'] : ['ArrowRight']));
  await window.reach('生年月日');
  await window.type(visit.bornOn);
  await window.reach('住所');
  await window.type(visit.address);
  await window.reach('期限');
  await window.type(visit.cardExpiresOn);
  await typeCurrent(window, visit.current);
  await showDocument(window, '書類を追加', visit.document);
}

async function typeCurrent(window: CounterKeyboard, current: TypedVisit['current']): Promise<void> {
  if (current === 'known') {
    // Asked of the ledger once name and birth have stood for a moment.
    await window.see(/^(どちらも|利用者証明用|署名用) \d{4}年/u);
    return;
  }
  await window.reach('いまの証明書');
  if (current === undefined) {
    await window.press('Space');
    return;
  }
  await window.press('ArrowRight', 'Enter');
  for (const [issuedOn, expiresOn] of [current.userAuthentication, current.signature]) {
    await window.type(issuedOn);
    await window.press('Enter');
    await window.type(expiresOn);
    // The serial number is left open.
    await window.press('Enter', 'Enter');
  }
}

/** 書類を選ぶ: by the beginning of its reading. */
export async function showDocument(window: CounterKeyboard, field: string, reading: string): Promise<void> {
  await window.reach(field);
  await window.type(reading);
  await window.page.getByRole('option').first().waitFor();
  await window.press('ArrowDown', 'Enter');
  await window.page.locator('.combo-list').waitFor({ state: 'detached' });
}

/** 端末の表示を写す: serial number and expiry of each certificate, in the order of the screen; stops before F11. */
export async function typeTerminal(
  window: CounterKeyboard,
  certificates: readonly { readonly serial: string; readonly expiresOn: string }[],
): Promise<void> {
  await window.page.getByRole('heading', { name: '発行の記録' }).first().waitFor();
  await window.reach('発行番号');
  for (const [index, { serial, expiresOn }] of certificates.entries()) {
    if (index > 0) await window.press('Tab');
    await window.type(serial);
    await window.press('Tab');
    await window.type(expiresOn);
  }
}
