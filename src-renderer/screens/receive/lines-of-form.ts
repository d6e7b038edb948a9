import { losesEffect, natureOf } from '../../../src-shared/domain/revocation.ts';
import type { CertificateKind, VisitLine } from '../../../src-shared/domain/visit.ts';
import type { Typed } from './typed.ts';

/** 証明書の種類を発行の順に: 利用者証明用 first (V4). */
export const kindsInOrder = ['userAuthentication', 'signature'] as const satisfies readonly CertificateKind[];

/** 一つの種類の手続: `none` is しない, `reissue` 失効して新規. */
export type KindProcedure = 'none' | Typed['signatureProcedure'];

/** その種類の手続を読む: the row's one answer for both, or its own. */
export function procedureOf(typed: Typed, kind: CertificateKind): KindProcedure {
  if (!typed[kind]) return 'none';
  if (typed.procedure === 'issue' || typed.procedure === 'renew') return typed.procedure;
  return kind === 'signature' ? typed.signatureProcedure : typed.userAuthenticationProcedure;
}

/** その種類の手続を選ぶ: as 種類ごと, with what the other one had. */
export function withProcedures(
  typed: Typed,
  chosen: Partial<Readonly<Record<CertificateKind, KindProcedure>>>,
): Partial<Typed> {
  const signature = chosen.signature ?? procedureOf(typed, 'signature');
  const userAuthentication = chosen.userAuthentication ?? procedureOf(typed, 'userAuthentication');
  return {
    procedure: 'each',
    signature: signature !== 'none',
    userAuthentication: userAuthentication !== 'none',
    signatureProcedure: signature === 'none' ? 'issue' : signature,
    userAuthenticationProcedure: userAuthentication === 'none' ? 'issue' : userAuthentication,
  };
}

/** 申し出を受ける: where both kinds come out alike, the row says it once again. */
export function takeOffer(
  typed: Typed,
  kinds: readonly CertificateKind[],
  procedure: Exclude<KindProcedure, 'none'>,
): Partial<Typed> {
  const each = withProcedures(typed, Object.fromEntries(kinds.map((kind) => [kind, procedure])));
  const both = { ...typed, ...each };
  const alike = kindsInOrder.every((kind) => procedureOf(both, kind) === procedure);
  return alike && procedure !== 'reissue' ? { ...each, procedure } : each;
}

/** 明細: in issue order; 失効して新規 is two lines of one kind, the revocation first. */
export function linesOf(typed: Typed): readonly VisitLine[] {
  return typed.procedure === 'revoke'
    ? revocationLines(typed)
    : kindsInOrder.flatMap((kind) => linesOfKind(typed, kind));
}

function linesOfKind(typed: Typed, kind: CertificateKind): readonly VisitLine[] {
  const procedure = procedureOf(typed, kind);
  switch (procedure) {
    case 'none':
      return [];
    case 'issue':
    case 'renew':
      return [{ kind, procedure, cause: null }];
    case 'reissue':
      return [
        { kind, procedure: 'revoke', cause: 'X1' },
        { kind, procedure: 'issue', cause: null },
      ];
  }
}

function revocationLines(typed: Typed): readonly VisitLine[] {
  const { cause } = typed;
  // X5 names a range, not a holder; it has a form of its own.
  if (cause === null || cause === 'X5') return [];
  const lost = kindsInOrder
    .filter((kind) => typed[kind] && losesEffect(kind, cause))
    .map((kind): VisitLine => ({ kind, procedure: 'revoke', cause }));
  return followsAnew(typed) ? [...lost, { kind: 'signature', procedure: 'issue', cause: null }] : lost;
}

/** 続けて発行するか (X3): offered where 署名用 has just lost effect. */
export function followsAnew(typed: Typed): boolean {
  return typed.cause === 'X3' && typed.reissue;
}

/** 通知による失効か (X3, X3d, X4)。 */
export function isNotice({ procedure, cause }: Pick<VisitLine, 'procedure' | 'cause'>): boolean {
  return procedure === 'revoke' && cause !== null && natureOf(cause) === 'notice';
}

/** 来庁者を聞くか: on the screen of 失効 it hangs on the cause, on 受付 always. */
export function asksForVisitor(typed: Typed): boolean {
  if (typed.procedure !== 'revoke') return true;
  return typed.cause !== null && (natureOf(typed.cause) !== 'notice' || followsAnew(typed));
}

/** 証明書を出す手続か: then the card's end and the current certificates are asked for. */
export function asksForCertificate(typed: Typed): boolean {
  return typed.procedure !== 'revoke' || followsAnew(typed);
}

/** 通知の内容を聞くか (X3–X4)。 */
export function asksForBasis({ procedure, cause }: Typed): boolean {
  return procedure === 'revoke' && cause !== null && cause !== 'X5' && natureOf(cause) === 'notice';
}
