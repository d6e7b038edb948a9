import type { CounterKeyboard } from './counter-keyboard.ts';
import { showDocument, type TypedVisit, typeVisit } from './counter-steps.ts';
import type { CounterWindow } from './counter-window.ts';

/** 時計を進める: until the header shows the minute, since the screens judge by what they show. */
export async function moveTo(window: CounterWindow, time: string): Promise<void> {
  await window.at(time);
  await window.page.locator(`.header-when time[datetime="${time}"]`).waitFor();
}

/** 受付を開く */
export async function openReception(window: CounterKeyboard): Promise<void> {
  await window.press('F3');
  await window.see('番号は受付時に付きます');
}

/** 更新を選ぶ: for both kinds, from anywhere in the form below. */
export async function chooseRenewal(window: CounterKeyboard): Promise<void> {
  await window.reach('手続', 'Shift+Tab');
  await window.press('ArrowRight');
}

/** 代理人にする: an agent with a photo document, a relation and a reason; the rest of the visit stands already. */
export async function byAgent(
  window: CounterKeyboard,
  { name, relation, reason }: { readonly name: string; readonly relation: string; readonly reason: string },
): Promise<void> {
  await window.reach('来庁者', 'Shift+Tab');
  await window.press('ArrowRight', 'ArrowRight');
  await window.reach('代理人の氏名');
  await window.type(name);
  await window.reach('続柄(任意)');
  await window.type(relation);
  await window.reach('代理の理由');
  await window.type(reason);
  await window.see('照会書を本人に郵送します');
}

/** 代理人の申請を受け付ける: by letter, up to the notice with its number. */
export async function receiveByAgent(
  window: CounterKeyboard,
  visit: TypedVisit,
  agent: Parameters<typeof byAgent>[1],
): Promise<void> {
  await openReception(window);
  await typeVisit(window, visit);
  await byAgent(window, agent);
  await window.press('F11');
  await window.see(/照会で受け付けました/);
}

/** 読み取る: as a scanner types, with Enter. */
export async function scan(window: CounterKeyboard, receipt: string): Promise<void> {
  await window.page.keyboard.type(receipt);
  await window.press('Enter');
}

/** 回答を確かめる: complete, in the holder's hand, with the card, brought by an agent who shows a licence; stops before F11. */
export async function checkReply(window: CounterKeyboard): Promise<void> {
  await window.see('回答を受けるときの確認');
  await window.reach('回答・委任状');
  await window.press('Space', 'Enter', 'Space', 'Enter', 'Space');
  await showDocument(window, '写真付き書類を追加', 'うんてんめん');
}

const causes = ['X1', 'X2', 'X3', 'X3d', 'X4', 'X5'] as const;

/** 失効の本人を入力する: name, kana, birth, sex and address; stops before the cause. */
export async function typeHolderToRevoke(
  window: CounterKeyboard,
  holder: Pick<TypedVisit, 'name' | 'kana' | 'bornOn' | 'sex' | 'address'>,
): Promise<void> {
  await window.press('F5');
  await window.see('番号は記録時に付きます');
  await window.reach('氏名');
  await window.type(holder.name);
  await window.reach('フリガナ');
  await window.type(holder.kana);
  await window.reach('生年月日');
  await window.type(holder.bornOn);
  await window.reach('性別');
  await window.press(holder.sex === '女' ? 'Space' : 'ArrowRight');
  await window.reach('住所');
  await window.type(holder.address);
  // Asked of the ledger once name and birth have stood for a moment.
  await window.see(/^(どちらも|利用者証明用|署名用) \d{4}年/u);
}

/** 事由を選ぶ: from X1, where the table takes the focus. */
export async function chooseCause(window: CounterKeyboard, cause: (typeof causes)[number]): Promise<void> {
  await window.reach(/^X1/u);
  if (cause === 'X1') await window.press('Space');
  else await window.press(...causes.slice(1, causes.indexOf(cause) + 1).map(() => 'ArrowDown'));
}

/** PDFに残す: from an open case, this form once; back to the case. Answers once the file is there. */
export async function printToFile(
  window: CounterKeyboard,
  form: string,
  look: () => Promise<void> = async () => undefined,
): Promise<void> {
  await window.press('F9');
  await window.see('印刷する用紙を選びます');
  await chooseForm(window, form);
  await savePreview(window, form, look);
  await window.press('Escape');
  await window.see(/部 印刷済/);
  await window.press('Escape');
}

/** 用紙を選ぶ: by ↓, since the list is one stop of the keyboard. */
async function chooseForm(window: CounterKeyboard, form: string): Promise<void> {
  await window.reach(new RegExp(form.replaceAll(/[()]/gu, '\\$&'), 'u'));
  await window.press('Enter');
}

/** 見本をPDFに残す: from an open preview. */
export async function savePreview(
  window: CounterKeyboard,
  form: string,
  look: () => Promise<void> = async () => undefined,
): Promise<void> {
  await window.page
    .getByRole('img', { name: new RegExp(`${form.replaceAll(/[()]/gu, '\\$&')}の見本`, 'u') })
    .first()
    .waitFor();
  await look();
  await window.reach('PDFに保存');
  await window.press('Enter');
  await window.see(/PDFに保存しました/);
}
