import type { OpenedSample } from '../../../src-shared/contract/api/sampling-api.ts';
import type { Input } from '../../../src-shared/contract/counter-api.ts';
import { checkFreeText } from '../../../src-shared/contract/free-text.ts';
import type { FindingFollow, FindingSeverity, SampleQuestion } from '../../../src-shared/domain/sampling.ts';

/** 答え as typed: nothing is chosen beforehand. */
export type AnswerTyped = {
  readonly verdict: 'fine' | 'finding' | null;
  readonly note: string;
  readonly severity: FindingSeverity | null;
  readonly follow: FindingFollow | null;
  readonly rule: string;
};
export type ReviewTyped = Partial<Readonly<Record<SampleQuestion, AnswerTyped>>>;
export type ReviewField = 'verdict' | 'note' | 'severity' | 'follow' | 'rule';
export type ReviewProblem = {
  readonly question: SampleQuestion;
  readonly field: ReviewField;
  readonly message: string;
};
type Answers = Input<'sampling.review'>['answers'];

const notAnswered: AnswerTyped = { verdict: null, note: '', severity: null, follow: null, rule: '' };

/** その問いの答え */
export function answerOf(typed: ReviewTyped, question: SampleQuestion): AnswerTyped {
  return typed[question] ?? notAnswered;
}

const ruleShape = /^[A-Z]\d{1,2}[a-z]?$/u;

/** 答えを読む: what to record, or what must be mended, question by question. */
export function readReview(
  questions: OpenedSample['questions'],
  typed: ReviewTyped,
):
  | { readonly answers: Answers; readonly problems: readonly [] }
  | { readonly answers: null; readonly problems: readonly ReviewProblem[] } {
  const problems = questions.flatMap((question) => problemsOf(question, answerOf(typed, question)));
  if (problems.length > 0) return { answers: null, problems };
  return {
    answers: questions.map((question) => ({ question, finding: findingOf(answerOf(typed, question)) })),
    problems: [],
  };
}

function findingOf({ verdict, note, severity, follow, rule }: AnswerTyped): Answers[number]['finding'] {
  if (verdict !== 'finding' || severity === null || follow === null) return null;
  return { note: note.trim(), severity, follow, rule: rule.normalize('NFKC').trim() };
}

function problemsOf(question: SampleQuestion, answer: AnswerTyped): readonly ReviewProblem[] {
  const say = (field: ReviewField, message: string): ReviewProblem => ({ question, field, message });
  if (answer.verdict === null) return [say('verdict', '問題なしか、気づきありを選んでください。')];
  if (answer.verdict === 'fine') return [];
  const note = checkFreeText('note', answer.note, { optional: false, least: 5, label: '気づいたこと' });
  const rule = answer.rule.normalize('NFKC').trim();
  return [
    ...(note.ok ? [] : [say('note', note.failure.message)]),
    ...(answer.severity === null ? [say('severity', '重さを選んでください。')] : []),
    ...(answer.follow === null ? [say('follow', 'このあとすることを選んでください。')] : []),
    ...(rule === '' || ruleShape.test(rule)
      ? []
      : [say('rule', '規則の符号は、V1、X3d のように入力してください。わからないときは空けておきます。')]),
  ];
}

/** 欄の番号 */
export function reviewFieldId(question: SampleQuestion, field: ReviewField): string {
  return `review-${question}-${field}`;
}
