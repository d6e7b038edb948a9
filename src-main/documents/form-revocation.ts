import type { PrintableCase } from '../../src-shared/contract/print-view.ts';
import { applicationHead, holderSection, signature, staffSection, visitorSection } from './form-application.ts';
import { formFoot, formTitle } from './form-parts.ts';
import { html, type Markup } from './html.ts';
import { certificateName } from './print-words.ts';

const causeWords: Readonly<Record<string, string>> = {
  X1: '本人が失効を申請する(X1)',
  X2: '秘密鍵が漏れた、または壊れたことを届け出る(X2)',
};

/** 様式第3 失効申請書/秘密鍵漏えい等届出書: which certificates lose effect and why; an application (X1) or a report (X2). */
export function revocationSheet(printable: PrintableCase): Markup {
  const lines = printable.lines.filter(({ procedure }) => procedure === 'revoke');
  const reports = lines.some(({ cause }) => cause === 'X2');
  const applies = lines.some(({ cause }) => cause === 'X1');
  return html`<section class="sheet">
${applicationHead(printable)}
<div class="body" style="top:36mm">
${formTitle('様式第3', '電子証明書 失効申請書/秘密鍵漏えい等届出書')}
<p style="text-align:center;margin-top:1mm">${tick(applies)}失効の申請<span style="display:inline-block;width:14mm"></span>${tick(reports)}秘密鍵漏えい等の届出</p>
${holderSection(printable, '1 本人')}
<h2>2 失効する電子証明書</h2>
<table><colgroup><col style="width:64mm"><col></colgroup><tr><th>電子証明書</th><th>理由</th></tr>
${lines.map(({ kind, cause }) => html`<tr><td><b>${certificateName(kind)}</b></td><td>${causeWords[cause ?? ''] ?? '窓口で確認した理由'}</td></tr>`)}</table>
<p class="small">失効した電子証明書は、もとに戻せません。また使うときは、新しく発行する申請が必要です。${reports ? '届出による失効は、受け付けるとすぐに行います。' : ''}</p>
${visitorSection(printable, '3 窓口に来た人')}
${signature(confirmation(applies, reports))}
${staffSection(printable, '4 職員が書くところ')}
</div>
${formFoot(printable)}
</section>`;
}

function confirmation(applies: boolean, reports: boolean): string {
  const act = applies && reports ? '申請し、届け出ます' : reports ? '届け出ます' : '申請します';
  return `上のとおり${act}。書いてあることに、まちがいはありません。`;
}

function tick(on: boolean): Markup {
  return html`<span class="tick" role="img" aria-label="${on ? 'あてはまる' : 'あてはまらない'}">${on ? html`<svg viewBox="0 0 10 10" aria-hidden="true"><path d="M1.5 5 4 8 8.8 1.5" fill="none" stroke="#000" stroke-width="1.6"/></svg>` : null}</span>`;
}
