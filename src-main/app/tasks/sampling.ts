import type { Input, Output } from '../../../src-shared/contract/counter-api.ts';
import type { Failure, FieldFailure } from '../../../src-shared/contract/errors.ts';
import { checkFreeText } from '../../../src-shared/contract/free-text.ts';
import { type EntryKey, RuleCode } from '../../../src-shared/domain/case/kept-shapes.ts';
import { countFindings, questionsFor } from '../../../src-shared/domain/sampling.ts';
import { type Result, succeed } from '../../../src-shared/kernel/result.ts';
import { accountsOf, type Context, momentOf, openLedger, placeOf, record } from '../context.ts';
import { refuse, refuseField } from '../failures.ts';
import type { HandlersOf } from '../handler.ts';
import { writeOutList, wrongRange } from '../list-out.ts';
import type { LedgerReads, LedgerWrites, OfficeCode } from '../ports.ts';
import type { SampleCaseRow } from '../ports-audit.ts';
import { printList } from '../print-out.ts';
import { drawWhatIsOver } from '../sampling-draw.ts';
import { samplingList } from '../sampling-list.ts';
import { aroundReview, isInvolved, openedSample, sampleShown } from '../sampling-view.ts';
import { noteShown } from '../shown.ts';

type SamplingCalls =
  | 'sampling.draw'
  | 'sampling.list'
  | 'sampling.open'
  | 'sampling.review'
  | 'sampling.settle'
  | 'sampling.statistics'
  | 'sampling.export'
  | 'sampling.print';
type Answers = Input<'sampling.review'>['answers'];

/** 抽出確認: the second look of a supervisor who had no hand in the case (B7); nothing about the case changes. */
export function samplingHandlers(context: Context): HandlersOf<SamplingCalls> {
  const office = (): OfficeCode => placeOf(openLedger(context).reads).office;
  const asking = (): ReadonlySet<string> => accountsOf(openLedger(context).reads, context.desk.user());

  const open = (day: string, caseId: string): Result<Output<'sampling.open'>, Failure> => {
    const { reads } = openLedger(context);
    const row = reads.sampleCase(office(), day, caseId);
    if (row === null || reads.case(caseId) === null) return refuse('caseNotFound');
    const shown = noteShown(context, 'sampling', [caseId], 1);
    if (!shown.ok) return shown;
    const opened = openedSample(context, reads, row, asking());
    return opened === null ? refuse('caseNotFound') : succeed(opened);
  };

  return {
    'sampling.draw': async () => {
      const drawn = await drawWhatIsOver(context, office());
      return drawn.ok ? succeed({ days: [...drawn.value] }) : drawn;
    },

    'sampling.list': ({ from, until }) => {
      const wrong = wrongRange({ from, until });
      if (wrong !== null) return wrong;
      const { reads } = openLedger(context);
      const of = office();
      const rows = reads.sampleCases(of, from, until);
      const mine = asking();
      const cases = rows.flatMap((row) => sampleShown(reads, row, mine) ?? []);
      if (cases.length > 0) {
        const shown = noteShown(context, 'sampling', [...new Set(cases.map((each) => each.case))], cases.length);
        if (!shown.ok) return shown;
      }
      const why = (day: string, reason: SampleCaseRow['why']): number =>
        rows.filter((row) => row.day === day && row.why === reason).length;
      const days = reads.sampleDraws(of, from, until).map(({ day, percent, finished, at }) => ({
        day,
        percent,
        finished,
        at,
        drawn: why(day, 'drawn'),
        overrides: why(day, 'override'),
      }));
      return succeed({ office: of, from, until, days, cases });
    },

    'sampling.open': ({ day, case: caseId }) => open(day, caseId),

    'sampling.review': ({ requestId, day, case: caseId, answers }) => {
      const notes = readAnswers(answers);
      if (!notes.ok) return notes;
      const written = record(context, requestId, (writes): Result<{ case: string }, Failure> => {
        const row = writes.sampleCase(office(), day, caseId);
        if (row === null || writes.case(caseId) === null) return refuse('caseNotFound');
        if (row.review !== null) return refuse('alreadyReviewed');
        const barred = barredFrom(context, writes, caseId, day);
        if (barred !== null) return barred;
        const wanted = questionsFor(row.why === 'override');
        if (!asksTheSame(wanted, answers)) {
          return refuseField('badFields', 'answers', 'まだ答えていない問いがあります。すべての問いに答えてください。');
        }
        writes.append({
          name: 'sampleReviewed/1',
          case: caseId,
          occurredAt: momentOf(context).instant,
          payload: {
            day,
            answers: answers.map(({ question, finding }) => ({
              question,
              finding:
                finding === null
                  ? null
                  : {
                      finding: context.chance.hex(16),
                      severity: finding.severity,
                      follow: finding.follow,
                      rule: ruleTyped(finding.rule),
                    },
            })),
          },
          personal: { notes: [...notes.value] },
        });
        return succeed({ case: caseId });
      });
      return written.ok ? open(day, caseId) : written;
    },

    'sampling.settle': ({ requestId, finding, how, note }) => {
      const checked = checkFreeText('note', note, { optional: false, least: 5, label: 'したこと' });
      if (!checked.ok) return refuse('badFields', [checked.failure]);
      const written = record(context, requestId, (writes): Result<{ day: string; case: string }, Failure> => {
        const row = writes.sampleFinding(finding);
        if (row === null || row.office !== office()) return refuse('nothingThere');
        if (row.settled !== null) return refuse('alreadyReviewed');
        const barred = barredFrom(context, writes, row.case, row.day);
        if (barred !== null) return barred;
        const correction = how === 'corrected' ? correctionAfter(writes, row.case, row.day) : null;
        if (how === 'corrected' && correction === null) {
          const message = '抽出確認のあとの訂正が、まだありません。訂正が承認されてから、済ませてください。';
          return refuseField('badFields', 'how', message);
        }
        writes.append({
          name: 'findingSettled/1',
          case: row.case,
          occurredAt: momentOf(context).instant,
          payload: { finding, how, correction },
          personal: { note: checked.value },
        });
        return succeed({ day: row.day, case: row.case });
      });
      return written.ok ? open(written.value.day, written.value.case) : written;
    },

    'sampling.statistics': ({ from, until }) => {
      const wrong = wrongRange({ from, until });
      if (wrong !== null) return wrong;
      const { reads } = openLedger(context);
      const inside = reads.sampleCases(office(), from, until).filter(({ day }) => from <= day && day <= until);
      const findings = reads.sampleFindings(office(), from, until);
      return succeed({
        reviewed: inside.filter(({ review }) => review !== null).length,
        waiting: inside.filter(({ review }) => review === null).length,
        withFinding: inside.filter((row) => row.findings > 0).length,
        counts: countFindings(findings.map((each) => ({ ...each, settled: each.settled !== null }))).map((count) => ({
          ...count,
        })),
      });
    },

    'sampling.export': ({ requestId, from, until, format }) => {
      const wrong = wrongRange({ from, until });
      if (wrong !== null) return wrong;
      const { list, cases } = samplingList(context, office(), from, until);
      const named = { what: 'sampling', shownAs: 'sampling', day: from, until, office: office() } as const;
      return writeOutList(context, { ...named, requestId, format, list, cases });
    },

    'sampling.print': async ({ requestId, from, until, to }) => {
      const wrong = wrongRange({ from, until });
      if (wrong !== null) return wrong;
      const { list, cases } = samplingList(context, office(), from, until);
      const printed = await printList(context, { requestId, to, list, cases });
      return printed.ok ? succeed({ path: printed.value.path, rows: list.rows.length }) : printed;
    },
  };
}

/** B7: whoever had a hand in the case before its second look gives it none; null where the one at the desk had none. */
function barredFrom(context: Context, reads: LedgerReads, caseId: string, day: string) {
  const user = context.desk.user();
  if (user === null) return refuse('notSignedIn');
  const hadAHand = isInvolved(reads, caseId, day, accountsOf(reads, user));
  return hadAHand ? refuse('caseConcernsYou') : null;
}

function asksTheSame(wanted: readonly string[], answers: Answers): boolean {
  const answered = answers.map(({ question }) => question);
  return answered.length === wanted.length && wanted.every((question) => answered.some((each) => each === question));
}

function ruleTyped(typed: string): string | null {
  const rule = typed.normalize('NFKC').trim();
  return rule === '' ? null : rule;
}

/** 気づきの書き方: a note for each, and a rule only where it is one. */
function readAnswers(
  answers: Answers,
): Result<readonly { readonly question: string; readonly note: string }[], Failure> {
  const wrong: FieldFailure[] = [];
  const notes = answers.flatMap(({ question, finding }) => {
    if (finding === null) return [];
    const note = checkFreeText(`${question}.note`, finding.note, { optional: false, least: 5, label: '気づいたこと' });
    if (!note.ok) wrong.push(note.failure);
    const rule = ruleTyped(finding.rule);
    if (rule !== null && !RuleCode.safeParse(rule).success) {
      const message = '規則の符号は、V1、X3d のように入力してください。わからないときは空けておきます。';
      wrong.push({ field: `${question}.rule`, message, suggestion: null });
    }
    return note.ok ? [{ question, note: note.value }] : [];
  });
  return wrong.length > 0 ? refuse('badFields', wrong) : succeed(notes);
}

/** 気づきから生まれた訂正: the last one of this case after its second look. */
function correctionAfter(writes: LedgerWrites, caseId: string, day: string): EntryKey | null {
  return aroundReview(writes, caseId, day).after.findLast(({ name }) => name === 'entryCorrected/1')?.key ?? null;
}
